// Document selector of the language client: languages and schemes that may hold reports. Pure, so that it is tested without an
// editor.

import { LANGUAGE_ID } from '../../../server/src/protocol/requests.ts';

/** Languages whose documents are probed. */
const PROBED_LANGUAGES: readonly string[] = ['plaintext', 'markdown', 'html'];

/** VS Code guesses the language of an unsaved document from its text, and takes a report for Ini: there the language proves nothing. */
const UNTITLED = 'untitled';

interface Selected {
  readonly languageId: string;
  readonly uri: { readonly scheme: string };
}

/** As VS Code takes selectors. */
export const DOCUMENT_SELECTOR: readonly ({ readonly language: string } | { readonly scheme: string })[] = [
  ...[LANGUAGE_ID, ...PROBED_LANGUAGES].map((language) => ({ language })),
  { scheme: UNTITLED },
];

/** Whether `DOCUMENT_SELECTOR` selects it. */
export function isSelected({ languageId, uri }: Selected): boolean {
  return languageId === LANGUAGE_ID || PROBED_LANGUAGES.includes(languageId) || uri.scheme === UNTITLED;
}
