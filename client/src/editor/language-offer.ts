// Offers our language where an unsaved report has another. VS Code guesses that language from the text, mostly Ini. It is not
// taken unasked: the text is checked in any language. The offer stands beside the name of the language.

import { Disposable, l10n, languages, type LanguageStatusItem } from 'vscode';
import { LANGUAGE_ID } from '../../../server/src/protocol/requests.ts';
import type { Reports } from './reports.ts';

export function createLanguageOffer(reports: Reports): Disposable {
  let item: LanguageStatusItem | undefined;

  function refresh(): void {
    const document = reports.inFront();
    const isOffered = document?.isUntitled === true && document.languageId !== LANGUAGE_ID;
    if (!isOffered) item?.dispose();
    item = isOffered ? (item ?? createItem()) : undefined;
  }

  refresh();
  return Disposable.from(reports.onDidChange(refresh), { dispose: () => item?.dispose() });
}

function createItem(): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('gouji.language', { scheme: 'untitled' });
  item.name = l10n.t('Gouji: language of the document');
  item.text = l10n.t('This is an annual report; it is checked in any language mode');
  item.command = { command: 'gouji.markAsReport', title: l10n.t('Use the language mode for annual reports') };
  return item;
}
