// What can the person ask for? Most commands act on the document in front, some on the window or a folder.

import { commands, l10n, languages, window, type Disposable, type QuickPickItem, type TextDocument, type Uri } from 'vscode';
import { LANGUAGE_ID } from '../../../../server/src/lsp/protocol.ts';
import type { Ask } from '../connection/ask.ts';
import { reopenAsChinese } from '../documents/encoding.ts';
import type { Reports } from '../documents/reports.ts';
import type { Silenced } from '../documents/silenced.ts';
import type { FolderCheck } from '../folder-check/folder-check.ts';
import type { ReviewMode } from '../views/review-mode.ts';
import { equationsOf, formName } from '../views/status-bar.ts';
import { convertForm } from './convert-form.ts';
import { fillTable } from './fill-table.ts';
import { formatTables } from './format-tables.ts';
import { linkPrevious } from './link-previous.ts';
import { newReport } from './new-report.ts';
import { openLaw } from './open-law.ts';
import type { Practice } from './practice.ts';
import { recomputeTotals } from './recompute-totals.ts';

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

async function chooseFromStatus(document: TextDocument, { silenced, reports }: CommandContext): Promise<void> {
  const known = reports.of(document.uri.toString());
  const off = silenced.has(document.uri.toString());
  const recognised = known?.recognised === true && !off;
  const choices: (QuickPickItem & { readonly command: string; readonly argument?: unknown })[] = [
    ...(recognised ? [
          { label: l10n.t('Show the findings'), command: 'workbench.actions.view.problems' },
          { label: l10n.t('All equations'), description: equationsOf(known), command: 'gouji.showEquations' },
        ] : []),
    {
      label: off ? l10n.t('Check this document again') : l10n.t('Do not check this document'),
      command: 'gouji.toggleDocument',
    },
    document.languageId === LANGUAGE_ID
      ? { label: l10n.t('Treat as plain text'), command: 'gouji.markAsText' }
      : { label: l10n.t('Treat as a yearly report (changes the language mode)'), command: 'gouji.markAsReport' },
    { label: l10n.t('Fix all layout problems'), command: 'gouji.fixLayout' },
    { label: l10n.t('Settings'), command: 'workbench.action.openSettings', argument: 'gouji.' },
  ];
  const chosen = await window.showQuickPick(choices, {
    title: recognised ? formName(known) : l10n.t('No report recognised yet'),
  });
  if (chosen !== undefined) await commands.executeCommand(chosen.command, chosen.argument);
}
