// The directions of imports: which room may import from which, and which packages. `node esbuild.mjs` holds every .ts of both sources
// against them, also those that no bundle loads, and types as well.

import { readdir, readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import path from 'node:path';

const SERVER = 'server/src/';
const CLIENT = 'client/src/';

/**
 * The rooms of server/src, lowest first: a file imports from its own room and from lower ones. A file belongs to the
 * longest of these paths that it begins with. Files named here lie lower than their room, since they are shapes that others share.
 */
const ROOMS = [
  'text',
  'documents/document.ts',
  'documents/printed.ts',
  'documents/zip',
  'documents/word',
  'documents/word-part',
  'documents/word-edit',
  'documents/word-comment',
  'documents/word-clean',
  'documents/word-write',
  'documents',
  'forms',
  'forms/skeletons/skeleton.ts',
  'forms/part-prose.ts',
  'forms/skeletons',
  'parse/limits.ts',
  'parse/memory.ts',
  'parse/prose/claim-model.ts',
  'parse/model.ts',
  'parse/line-spans.ts',
  'parse/document',
  'parse/tables/lines',
  'parse/tables/rows',
  'parse/tables/cells',
  'parse/tables/blocks',
  'parse/tables',
  'parse/prose/words',
  'parse/prose/numbers',
  'parse/prose/claims',
  'parse/prose',
  'parse',
  'equations',
  'suppressions/suppression.ts',
  'findings',
  'diagnosis',
  'suppressions',
  'insertion',
  'rules/rule.ts',
  'rules/shared',
  'rules',
  'check.ts',
  'readiness',
  'units/likeness.ts',
  'units/unit-list.ts',
  'units/submission.ts',
  'units/roll.ts',
  'units/review-config.ts',
  'units/rules/review-rules.ts',
  'units/rules/review-finding.ts',
  'units/second-look.ts',
  'units/handed-in.ts',
  'units/rules',
  'units',
  'fixes',
  'rewrite/layout',
  'rewrite/conversion',
  'rewrite/paste',
  'rewrite/sentences',
  'rewrite/export',
  'rewrite',
  'features/wire',
  'features/places',
  'features/outline',
  'features',
  'features/hover',
  'features/completion',
  'features/code-actions',
  'features/requests',
  'features/form-view',
  'protocol',
  'lsp',
  'lsp/methods',
  'lsp/server.ts',
  'sheets',
  'cli',
  'cli/formats',
  'cli/review',
  'cli/review/formats',
  'cli/review/letters.ts',
  'cli/review/formats/review-word.ts',
  'cli/review/formats/review-output.ts',
  'cli/review/review-command.ts',
  'cli/word',
  'cli/examine.ts',
  'cli/worker-thread.ts',
  'cli/run.ts',
  'cli/main.ts',
  'index.ts',
  'hosts',
];
/** The rooms of client/src, in the same way. */
const CLIENT_ROOMS = [
  'limits.ts',
  'form-view/messages.ts',
  'word/word-uris.ts',
  'editor/selectors.ts',
  'editor/candidates.ts',
  'editor/set-aside.ts',
  'editor/held.ts',
  'editor/switched-off.ts',
  'editor/reports.ts',
  'editor/list-documents.ts',
  'editor/report-status.ts',
  'server-process',
  'workspace/file-names.ts',
  'word',
  'workspace',
  'workspace/suppressions',
  'workspace/folder-check',
  'editor',
  'typing',
  'review',
  // Commands that the form view has buttons for.
  'commands/choose-changes.ts',
  'commands/export-report.ts',
  'commands/fill-table-command.ts',
  'commands/show-form.ts',
  'form-view/page',
  'form-view',
  'commands',
  'extension.ts',
  'node.ts',
  'web.ts',
];
/** In the webview's browser there is no VS Code. */
const PAGE = 'form-view/page';
/** Leaves that any file of the rooms around them may use. */
const LEAVES = /\/limits\.ts$/u;
/** The command line uses everything but the language server. */
const NOT_FOR_CLI = new Set(['lsp', 'protocol']);
/** What the client shares with the server: the data, the probe, and the names of the wire. */
const SHARED_WITH_CLIENT = /^server\/src\/(?:(?:text|forms|protocol)\/|parse\/document\/probe\.ts$)/u;
/** Packages that the pure layers may use, and types that are gone after the build. */
const PURE_PACKAGES = new Set(['htmlparser2', 'jsonc-parser']);
/** A bundle of its own, loaded with the first document: others know its shapes only. A worker is one file, and holds it. */
const HOLDS_DOCUMENTS = 'server/src/hosts/worker.ts';
const DOCUMENTS = 'documents';
const DOCUMENT_PACKAGES = new Set(['fflate/browser']);
/** The reader and writer of .xlsx, a bundle of its own too. */
const SHEETS = 'sheets';
const SHEET_PACKAGES = new Set(['fflate/browser', 'read-excel-file/universal', 'write-excel-file/universal']);
const TYPES_ONLY = new Map([
  ['features', new Set(['vscode-languageserver'])],
  ['protocol', new Set(['vscode-languageserver'])],
]);
/** The one file that takes values from the language server library: each such file costs the start a copy of all its names. */
const LIBRARY = 'server/src/lsp/library.ts';

/** A line for each wrong import in the repository at `root`, with file and line. */
export async function wrongImports(root) {
  const wrong = [];
  for (const source of [SERVER, CLIENT]) {
    const files = (await readdir(path.join(root, source), { recursive: true })).filter((file) => file.endsWith('.ts'));
    for (const file of files.map((each) => source + each.split(path.sep).join('/'))) {
      for (const { specifier, typeOnly, line } of importsOf(await readFile(path.join(root, file), 'utf8'))) {
        const text = complaint(file, specifier, typeOnly);
        if (text !== null) wrong.push(`${file}:${line}: ${text}`);
      }
    }
  }
  return wrong;
}

function* importsOf(contents) {
  const statement = /^(?:import|export)\s(type\s)?[^'";]*?from\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gmu;
  for (const match of contents.matchAll(statement)) {
    const line = contents.slice(0, match.index).split('\n').length;
    yield { specifier: match[2] ?? match[3] ?? match[4], typeOnly: match[1] !== undefined, line };
  }
}

/** What is wrong with an import, or null. */
function complaint(from, specifier, typeOnly) {
  const target = specifier.startsWith('.') ? path.posix.join(path.posix.dirname(from), specifier) : null;
  return from.startsWith(CLIENT) ? clientComplaint(from, specifier, target) : serverComplaint(from, specifier, { target, typeOnly });
}

function clientComplaint(from, specifier, target) {
  const room = roomOf(from);
  if (target === null) return room === PAGE ? `the page of the form view does not import ${specifier}` : null;
  if (!target.startsWith(CLIENT)) return SHARED_WITH_CLIENT.test(target) ? null : `the client does not share ${specifier}`;
  const targetRoom = roomOf(target);
  return CLIENT_ROOMS.indexOf(targetRoom) > CLIENT_ROOMS.indexOf(room) ? `${room} does not import from ${targetRoom}` : null;
}

function serverComplaint(from, specifier, { target, typeOnly }) {
  if (target === null) return packageComplaint(from, specifier, typeOnly);
  if (!target.startsWith(SERVER)) return `${specifier} lies outside server/src`;
  const [room, targetRoom] = [roomOf(from), roomOf(target)];
  if (targetRoom === SHEETS && room !== SHEETS && !typeOnly) return `${room} loads ${SHEETS}, and does not import from it`;
  if (isOfDocuments(targetRoom) && !isOfDocuments(room) && !typeOnly && from !== HOLDS_DOCUMENTS)
    return `${room} loads ${DOCUMENTS}, and does not import from it`;
  if (isOfDocuments(room) && !isOfDocuments(targetRoom) && targetRoom !== 'text') return `${DOCUMENTS} knows nothing of ${targetRoom}`;
  if (topOf(room) === 'cli' && NOT_FOR_CLI.has(topOf(targetRoom))) return `the command line does not use ${targetRoom}`;
  if (ROOMS.indexOf(targetRoom) > ROOMS.indexOf(room) && !isLeafAround(from, target)) return `${room} does not import from ${targetRoom}`;
  return null;
}

function isOfDocuments(room) {
  return room === DOCUMENTS || room.startsWith(`${DOCUMENTS}/`);
}

/** A room may use the limits of the room that it lies in. */
function isLeafAround(from, target) {
  return LEAVES.test(target) && from.startsWith(`${path.posix.dirname(target)}/`);
}

function packageComplaint(from, specifier, typeOnly) {
  const room = topOf(roomOf(from));
  if (room === 'hosts' || room === 'cli') return null;
  if (room === SHEETS) return SHEET_PACKAGES.has(specifier) ? null : `${room} does not import ${specifier}`;
  if (room === DOCUMENTS) return DOCUMENT_PACKAGES.has(specifier) ? null : `${room} does not import ${specifier}`;
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return `${room} does not import node (${specifier})`;
  if (room === 'lsp') {
    if (specifier.endsWith('/node') || specifier.endsWith('/browser')) return `lsp is neutral, not ${specifier}`;
    return specifier === 'vscode-languageserver' && !typeOnly && from !== LIBRARY ? `lsp takes values of the library from ${LIBRARY}` : null;
  }
  if (PURE_PACKAGES.has(specifier) || (typeOnly && TYPES_ONLY.get(room)?.has(specifier))) return null;
  return `${room} does not import ${specifier}`;
}

/** The longest room that the file lies in; a file in none of them would escape the check. */
function roomOf(file) {
  const [source, rooms] = file.startsWith(CLIENT) ? [CLIENT, CLIENT_ROOMS] : [SERVER, ROOMS];
  const within = file.slice(source.length);
  const room = rooms.find((each) => within === each) ?? rooms.filter((each) => within.startsWith(`${each}/`)).sort((a, b) => b.length - a.length)[0];
  if (room === undefined) throw new Error(`${file} lies in no room that esbuild.directions.mjs knows`);
  return room;
}

function topOf(room) {
  return room.split('/')[0];
}
