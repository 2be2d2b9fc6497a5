// What can the person ask for? Most commands act on the document in front, some on the window or a folder.

import { commands, languages, type Disposable, type TextDocument, type Uri } from 'vscode';
import { LANGUAGE_ID } from '../../../../server/src/lsp/protocol.ts';
import type { Ask } from '../connection/ask.ts';
import { reopenAsChinese } from '../documents/encoding.ts';
import type { Reports } from '../documents/reports.ts';
import type { Silenced } from '../documents/silenced.ts';
import type { FolderCheck } from '../folder-check/folder-check.ts';
import type { ReviewMode } from '../views/review-mode.ts';
import { convertForm } from './convert-form.ts';
import { fillTable } from './fill-table.ts';
import { formatTables } from './format-tables.ts';
import { linkPrevious } from './link-previous.ts';
import { newReport } from './new-report.ts';
import { openLaw } from './open-law.ts';
import type { Practice } from './practice.ts';
import { recomputeTotals } from './recompute-totals.ts';
import { chooseFromStatus } from './status-menu.ts';

interface CommandContext {
  readonly silenced: Silenced;
  readonly reports: Reports;
  readonly review: ReviewMode;
  readonly folderCheck: FolderCheck;
  readonly practice: Practice;
  /** Has the server ask for the settings anew. */
  readonly refresh: () => void;
  readonly ask: Ask;
  /** Where the extension's own files lie. */
  readonly extensionUri: Uri;
  readonly start: () => Promise<void>;
  /** File names of reports. */
  readonly patterns: readonly string[];
}

type Action = (document: TextDocument) => Promise<void>;

export function registerCommands(context: CommandContext): readonly Disposable[] {
  const toggle: Action = async (document) => {
    await context.silenced.toggle(document.uri.toString());
    context.refresh();
    context.reports.refresh();
  };
  const actions: Readonly<Record<string, Action>> = {
    'gouji.showStatus': (document) => chooseFromStatus(document, context),
    'gouji.markAsReport': (document) => setLanguage(document, LANGUAGE_ID),
    'gouji.markAsText': (document) => setLanguage(document, 'plaintext'),
    'gouji.toggleDocument': toggle,
    'gouji.fixLayout': async () => {
      await commands.executeCommand('editor.action.codeAction', { kind: 'source.fixAll.gouji', apply: 'first' });
    },
    'gouji.fillTable': (document) => fillTable(document, context.ask),
    'gouji.convertForm': (document) => convertForm(document, context.ask),
    'gouji.formatTables': (document) => formatTables(document, context.ask),
    'gouji.linkPrevious': (document) => linkPrevious(document, context),
    'gouji.recomputeTotals': (document) => recomputeTotals(document, context.ask),
    'gouji.reopenWithEncoding': reopenAsChinese,
  };
  /** These need no document in front, or know themselves which. */
  const anywhere: Readonly<Record<string, (...chosen: readonly unknown[]) => unknown>> = {
    'gouji.showEquations': () => commands.executeCommand('gouji.equations.focus'),
    'gouji.toggleReview': context.review.toggle,
    'gouji.checkFolder': context.folderCheck.run,
    'gouji.openPractice': context.practice.open,
    'gouji.clearFolderCheck': context.folderCheck.clear,
    'gouji.newReport': () => newReport({ ...context, organ: organInFront(context.reports) }),
    'gouji.openLaw': (article) => openLaw(context.extensionUri, article),
  };
  return [
    ...Object.entries(anywhere).map(([id, action]) => commands.registerCommand(id, action)),
    ...Object.entries(actions).map(([id, action]) =>
      commands.registerCommand(id, async () => {
        const document = context.reports.documentInFront();
        if (document !== undefined) await action(document);
      }),
    ),
  ];
}

function organInFront(reports: Reports): string {
  const document = reports.inFront();
  return document === undefined ? '' : (reports.of(document.uri.toString())?.unit ?? '');
}

async function setLanguage(document: TextDocument, language: string): Promise<void> {
  await languages.setTextDocumentLanguage(document, language);
}
