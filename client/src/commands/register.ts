// Registers all commands of the extension; most act on the active document, some on the window or a folder.

import { commands, languages, type Disposable, type TextDocument, type Uri } from 'vscode';
import { FIX_AS_REVISION_COMMAND, LANGUAGE_ID, SELECT_COMMAND } from '../../../server/src/protocol/requests.ts';
import { reportingFailure } from '../server-process/failure.ts';
import type { Server } from '../server-process/server-keeper.ts';
import { reopenAsChinese } from '../editor/encoding.ts';
import type { EquationTree } from '../editor/equation-tree.ts';
import type { Held } from '../editor/held.ts';
import type { ListDocuments } from '../editor/list-documents.ts';
import type { Reports } from '../editor/reports.ts';
import type { SwitchedOff } from '../editor/switched-off.ts';
import type { FolderCheck } from '../workspace/folder-check/folder-check.ts';
import type { ReviewMode } from '../editor/review-mode.ts';
import type { PreviousOffer } from '../workspace/previous-offer.ts';
import type { TableKeys } from '../typing/table-keys.ts';
import { listSilenced } from '../workspace/suppressions/silencing.ts';
import type { WordFileSystem } from '../word/word-file-system.ts';
import { openWordText } from '../word/word-editors.ts';
import { convertForm } from './convert-form-command.ts';
import { annotateDocument, cleanDocument, exportReport } from './export-report.ts';
import { fillTable } from './fill-table-command.ts';
import { formatTables } from './format-tables-command.ts';
import { linkPrevious } from './link-previous.ts';
import { newReport } from './new-report-command.ts';
import { openLaw, openRule } from './open-page.ts';
import type { Practice } from './practice.ts';
import { recomputeTotals } from './recompute-totals.ts';
import { restartServer } from './restart-server.ts';
import { selectPlace } from './select-place.ts';
import { showForm } from './show-form.ts';
import { chooseFromStatus } from './status-menu.ts';

interface CommandContext {
  readonly silenced: SwitchedOff;
  readonly held: Held;
  readonly reports: Reports;
  readonly review: ReviewMode;
  readonly tableKeys: TableKeys;
  readonly equationTree: EquationTree;
  readonly folderCheck: FolderCheck;
  readonly previous: PreviousOffer;
  readonly lists: ListDocuments;
  readonly practice: Practice;
  readonly server: Server;
  readonly words: WordFileSystem;
  /** Where the extension's own files lie. */
  readonly extensionUri: Uri;
  /** File names of reports. */
  readonly patterns: readonly string[];
}

type Action = (document: TextDocument) => Promise<void>;

export function registerCommands(context: CommandContext): readonly Disposable[] {
  const { server } = context;
  const { ask } = server;
  const toggle: Action = async (document) => {
    await context.silenced.toggle(document.uri.toString());
    // Has the server ask for every document's settings again.
    server.notify('workspace/didChangeConfiguration', { settings: null });
    context.reports.refresh();
  };
  const actions: Readonly<Record<string, Action>> = {
    'gouji.showStatus': (document) => chooseFromStatus(document, context),
    'gouji.whyUnchecked': (document) => chooseFromStatus(document, context),
    'gouji.markAsReport': (document) => setLanguage(document, LANGUAGE_ID),
    'gouji.markAsText': (document) => setLanguage(document, 'plaintext'),
    'gouji.toggleDocument': toggle,
    'gouji.fixLayout': async () => {
      await commands.executeCommand('editor.action.codeAction', { kind: 'source.fixAll.gouji', apply: 'first' });
    },
    'gouji.fillTable': (document) => fillTable(document, ask),
    'gouji.showForm': showForm,
    'gouji.convertForm': (document) => convertForm(document, { ask, lists: context.lists }),
    'gouji.formatTables': (document) => formatTables(document, ask),
    'gouji.linkPrevious': (document) => linkPrevious(document, { ask, reports: context.reports, offered: context.previous.fileFor(document.uri.toString()) }),
    'gouji.showSilenced': (document) => listSilenced(document, ask),
    'gouji.recomputeTotals': (document) => recomputeTotals(document, ask),
    'gouji.exportReport': (document) => exportReport(document, ask),
    'gouji.annotateDocument': (document) => annotateDocument(document, ask),
    'gouji.cleanDocument': (document) => cleanDocument(document, ask),
    'gouji.reopenWithEncoding': reopenAsChinese,
  };
  /** These need no document in front, or know themselves which. */
  const anywhere: Readonly<Record<string, (...chosen: readonly unknown[]) => unknown>> = {
    'gouji.showEquations': () => commands.executeCommand('gouji.equations.focus'),
    'gouji.toggleReview': context.review.toggle,
    'gouji.nextBroken': context.equationTree.goToNextBroken,
    'gouji.showBrokenOnly': () => context.equationTree.showBrokenOnly(true),
    'gouji.showAllEquations': () => context.equationTree.showBrokenOnly(false),
    'gouji.copyEquation': context.equationTree.copy,
    'gouji.nextCell': (how) => context.tableKeys.press('next', how),
    'gouji.previousCell': (how) => context.tableKeys.press('previous', how),
    'gouji.cellBelow': (how) => context.tableKeys.press('below', how),
    'gouji.checkFolder': context.folderCheck.run,
    'gouji.openWordText': openWordText,
    'gouji.checkFiles': context.folderCheck.run,
    'gouji.openPractice': context.practice.open,
    'gouji.clearFolderCheck': context.folderCheck.clear,
    'gouji.newReport': () => newReport({ ...context, organ: organInFront(context.reports) }),
    'gouji.openLaw': (article) => openLaw(context.extensionUri, article),
    'gouji.openRule': (rule) => openRule(context.extensionUri, rule),
    'gouji.restartServer': () => restartServer(server),
    'gouji.showOutput': server.showOutput,
  };
  return [
    // Sent by the server's actions alone, so they stand in no menu.
    commands.registerCommand(SELECT_COMMAND, reportingFailure(server, selectPlace)),
    commands.registerCommand(FIX_AS_REVISION_COMMAND, reportingFailure(server, context.words.fixAsRevision)),
    ...Object.entries(anywhere).map(([id, action]) => commands.registerCommand(id, reportingFailure(server, action))),
    ...Object.entries(actions).map(([id, action]) => {
      const withDocument = async () => {
        const document = context.reports.documentInFront();
        if (document !== undefined) await action(document);
      };
      return commands.registerCommand(id, reportingFailure(server, withDocument));
    }),
  ];
}

function organInFront(reports: Reports): string {
  const document = reports.inFront();
  return document === undefined ? '' : (reports.of(document.uri.toString())?.unit ?? '');
}

async function setLanguage(document: TextDocument, language: string): Promise<void> {
  await languages.setTextDocumentLanguage(document, language);
}
