// List of the journeys. A journey is a folder, the files open in it, and what a person then does and sees.

import { brokenServer } from './broken-server.mjs';
import { brokenTotal } from './broken-total.mjs';
import { checkFolder } from './check-folder.mjs';
import { convertForm } from './convert-form.mjs';
import { encoding } from './encoding.mjs';
import { endlessCheck } from './endless-check.mjs';
import { equationTree } from './equation-tree.mjs';
import { fixAllOnSave } from './fix-all-on-save.mjs';
import { foreignText } from './foreign-text.mjs';
import { folderOnDisk } from './folder-on-disk.mjs';
import { formView } from './form-view.mjs';
import { goingToReports } from './going-to-reports.mjs';
import { installed } from './installed.mjs';
import { interfaceLanguage } from './interface-language.mjs';
import { killedServer } from './killed-server.mjs';
import { newReport } from './new-report.mjs';
import { npmStart } from './npm-start.mjs';
import { probed } from './probed.mjs';
import { reading } from './reading.mjs';
import { ready } from './ready.mjs';
import { recomputeTotals } from './recompute-totals.mjs';
import { rename } from './rename.mjs';
import { restartedServer } from './restarted-server.mjs';
import { reviewFolder } from './review-folder.mjs';
import { reviewMode } from './review-mode.mjs';
import { suppressions } from './suppressions.mjs';
import { snippets } from './snippets.mjs';
import { writing } from './writing.mjs';
import { steady } from './steady.mjs';
import { switchedOff } from './switched-off.mjs';
import { tables } from './tables.mjs';
import { typing } from './typing.mjs';
import { walkthrough } from './walkthrough.mjs';
import { wholeReport } from './whole-report.mjs';
import { wordDocument } from './word-document.mjs';

/**
 * @typedef {object} Journey
 * @property {string} name
 * @property {readonly string[]} locales languages of the interface, each a run of its own
 * @property {readonly string[]} [hosts] left out: web and node
 * @property {Record<string, string | Uint8Array>} [files]
 * @property {readonly string[]} [open]
 * @property {Record<string, unknown>} [settings] of the workspace
 * @property {Record<string, string | null> | (() => Promise<Record<string, string>>)} [damage] files of the extension that are broken (their content) or gone (null), in a copy of it
 * @property {(editor: object, run: { host: string, locale: string, shot: (name: string) => Promise<void>, extension?: string }) => Promise<void>} run
 */

/** @type {readonly Journey[]} */
export const journeys = [
  ...brokenTotal,
  ...recomputeTotals,
  ...switchedOff,
  ...goingToReports,
  ...tables,
  ...typing,
  ...reading,
  ...suppressions,
  ...equationTree,
  ...reviewFolder,
  ...reviewMode,
  ...ready,
  ...rename,
  ...checkFolder,
  ...walkthrough,
  ...snippets,
  ...writing,
  ...newReport,
  ...formView,
  ...convertForm,
  ...steady,
  ...installed,
  ...killedServer,
  ...restartedServer,
  ...brokenServer,
  ...endlessCheck,
  ...wholeReport,
  ...probed,
  ...encoding,
  ...foreignText,
  ...fixAllOnSave,
  ...folderOnDisk,
  ...wordDocument,
  ...interfaceLanguage,
  ...npmStart,
];
