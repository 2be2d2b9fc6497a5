// The view 年报审核: units by state, each with its findings; a report opens beside its last year, and is returned or accepted.

import { commands, Disposable, EventEmitter, FileType, l10n, Uri, ViewColumn, window, workspace, type Memento, type TreeDataProvider } from 'vscode';
import type { RelatedPlace } from '../../../server/src/protocol/folder-review.ts';
import { NotRunning } from '../server-process/errors.ts';
import { reportingFailure } from '../server-process/failure.ts';
import { rangeOf } from '../server-process/ranges.ts';
import type { Server } from '../server-process/server-keeper.ts';
import { fileName, pathBetween } from '../workspace/file-names.ts';
import { textUri } from '../word/word-uris.ts';
import { at, compareWithLastYear, recordVerdict, reviewFolder, type FolderReview } from './folder-review.ts';
import { elsewhere, errorsOf, itemOf, placeOf, rowsBelow, statesOf, type Place, type ReviewNode, type UnitOrder, type UnitState } from './review-items.ts';

const HAS_REVIEW = 'gouji.hasReview';
/** Sent by the rows of the tree alone, so it stands in no menu. */
const OPEN_COMMAND = 'gouji.openReviewed';
/** Folders of last year's reports, by the folder under review. */
const PREVIOUS_KEY = 'gouji.previousFolders';

interface Surroundings {
  /** Told of the folder under review. */
  readonly begun: (root: Uri) => void;
  readonly state: Memento;
}

export function createReviewTree(server: Pick<Server, 'start' | 'ask'> & Parameters<typeof reportingFailure>[0], { begun, state }: Surroundings): Disposable {
  const changed = new EventEmitter<undefined>();
  let review: FolderReview | null = null;
  let order: UnitOrder = 'list';
  let query = '';
  let lastError = -1;
  let before: Promise<unknown> = Promise.resolve();

  const provider: TreeDataProvider<ReviewNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: async (node) => {
      if (review === null) return [];
      if (node === undefined) return [...statesOf(review.units, { order, query })];
      if ('state' in node) return node.units.map((unit) => ({ unit }));
      if ('note' in node) return [];
      if (!('lastYearOf' in node)) return [...rowsBelow(node)];
      return (await compareWithLastYear(node.lastYearOf.name, server)).map((cell) => ({ unit: node.lastYearOf, cell }));
    },
    getTreeItem: (node) => itemOf(node, OPEN_COMMAND),
  };
  // Before there is a view whose rows send them.
  const registered = Object.entries<(...args: readonly unknown[]) => unknown>({
    'gouji.reviewFolder': (chosen) => inTurn(() => run(chosen)),
    'gouji.choosePreviousFolder': choosePrevious,
    'gouji.nextReviewError': nextError,
    'gouji.filterReview': filter,
    'gouji.sortReview': sort,
    'gouji.returnReport': (node) => inTurn(() => decide(node, 'returned')),
    'gouji.acceptReport': (node) => inTurn(() => decide(node, 'accepted')),
    [OPEN_COMMAND]: () => open(view.selection[0]),
  }).map(([id, action]) => commands.registerCommand(id, reportingFailure(server, action)));
  const view = window.createTreeView('gouji.review', { treeDataProvider: provider, showCollapseAll: true });

  /** One after the other: a review that has begun anew knows of no unit until it is done. */
  async function inTurn(action: () => Promise<void>): Promise<void> {
    const turn = before.then(action);
    before = turn.catch(() => undefined);
    await turn;
  }

  async function run(chosen?: unknown): Promise<void> {
    const root = chosen instanceof Uri ? chosen : (review?.root ?? (await chooseFolder()));
    if (root === undefined) return;
    if (!(await server.start())) throw new NotRunning();
    const kept = state.get<Readonly<Record<string, string>>>(PREVIOUS_KEY)?.[root.toString()];
    const result = await reviewFolder({ root, previous: kept === undefined ? null : Uri.parse(kept) }, server);
    if (result === null) return;
    review = result;
    begun(root);
    lastError = -1;
    view.message = tallyOf(result);
    await commands.executeCommand('setContext', HAS_REVIEW, true);
    changed.fire(undefined);
    await commands.executeCommand('gouji.review.focus');
  }

  /** Last year's reports may lie in a folder of their own. */
  async function choosePrevious(): Promise<void> {
    const root = review?.root ?? (await chooseFolder());
    if (root === undefined) return;
    const previous = await choosePreviousFolder(root);
    if (previous === undefined) return;
    const { [root.toString()]: _, ...others } = state.get<Readonly<Record<string, string>>>(PREVIOUS_KEY) ?? {};
    await state.update(PREVIOUS_KEY, previous === null ? others : { ...others, [root.toString()]: previous.toString() });
    await inTurn(() => run(root));
  }

  /** This year's report, with what it is held against beside it: last year's, or the place that the finding names. */
  async function open(node: ReviewNode | undefined): Promise<void> {
    if (review === null || node === undefined || !('unit' in node)) return;
    const { unit, finding, cell } = node;
    const place = placeOf(node);
    if (place === null) return;
    const { root } = review;
    const related = node.related ?? (finding === undefined ? undefined : elsewhere(finding)[0]);
    const beside = related ?? (unit.previous === null ? null : { path: unit.previous, range: cell?.there ?? null });
    const show = ({ path, range }: Pick<RelatedPlace, 'path' | 'range'>, viewColumn: ViewColumn) =>
      window.showTextDocument(textUri(at(root, path)), {
        viewColumn,
        preview: true,
        preserveFocus: viewColumn === ViewColumn.Two,
        ...(range !== null && { selection: rangeOf(range) }),
      });
    if (beside !== null && beside.path !== place.path) await show(beside, ViewColumn.Two);
    await show(place, ViewColumn.One);
  }

  async function nextError(): Promise<void> {
    const errors = errorsOf(review?.units ?? []);
    if (errors.length === 0) return void window.showInformationMessage(l10n.t('There are no errors.'));
    lastError = (lastError + 1) % errors.length;
    await open(errors[lastError]);
  }

  async function filter(): Promise<void> {
    const typed = await window.showInputBox({ title: l10n.t('Show units whose name contains'), value: query });
    if (typed === undefined) return;
    query = typed.trim();
    changed.fire(undefined);
  }

  async function sort(): Promise<void> {
    const choices: readonly { readonly label: string; readonly value: UnitOrder }[] = [
      { label: l10n.t('As in the list'), value: 'list' },
      { label: l10n.t('By name'), value: 'name' },
      { label: l10n.t('Most problems first'), value: 'problems' },
    ];
    const chosen = await window.showQuickPick(choices);
    if (chosen === undefined) return;
    order = chosen.value;
    changed.fire(undefined);
  }

  async function decide(node: unknown, verdict: 'returned' | 'accepted'): Promise<void> {
    // VS Code forgets which row it was while it draws the rows anew.
    if (review === null || typeof node !== 'object' || node === null || !('unit' in node))
      return void window.showWarningMessage(l10n.t('Nothing was written: the list was just being drawn anew. Press again.'));
    const { unit } = node as Place;
    const problem = await recordVerdict(review, { unit: unit.name, verdict }, server);
    if (problem !== null) return void window.showErrorMessage(l10n.t('Not saved: {0}', problem));
    await run(review.root);
    const words = verdict === 'accepted' ? l10n.t('{0}: accepted', unit.name) : l10n.t('{0}: returned; the next version is compared with this one', unit.name);
    void window.showInformationMessage(words);
  }

  return Disposable.from(view, changed, ...registered);
}

function tallyOf({ root, previous, year, hasList, units, notes, unread }: FolderReview): string {
  const count = (state: UnitState) => units.filter((unit) => unit.state === state).length;
  return [
    hasList
      ? l10n.t('{0}: {1} units, {2} with errors, {3} not handed in', String(year ?? ''), units.length, count('errors'), count('absent'))
      : l10n.t('{0}: {1} units, {2} with errors', String(year ?? ''), units.length, count('errors')),
    ...(previous === null ? [] : [l10n.t('; last year: {0}', pathBetween(root, previous))]),
    ...(unread.length === 0 ? [] : [l10n.t('; not read: {0}', unread.length)]),
    ...notes.map((note) => `\n${note}`),
  ].join('');
}

async function chooseFolder(): Promise<Uri | undefined> {
  const [only, ...others] = workspace.workspaceFolders ?? [];
  if (only !== undefined && others.length === 0) return only.uri;
  if (only !== undefined) return (await window.showWorkspaceFolderPick())?.uri;
  return (await window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false }))?.[0];
}

/** Null: in the folder under review itself; undefined: nothing was chosen. */
async function choosePreviousFolder(root: Uri): Promise<Uri | null | undefined> {
  const beside = await foldersBeside(root);
  const others = (workspace.workspaceFolders ?? [])
    .map(({ uri }) => uri)
    .filter((uri) => ![root, ...beside].some((each) => each.toString() === uri.toString()));
  const chosen = await window.showQuickPick(
    [
      { label: l10n.t('In the folder under review'), description: fileName(root), uri: null },
      ...[...beside, ...others].map((uri) => ({ label: fileName(uri), description: pathBetween(root, uri), uri })),
      { label: l10n.t('Another folder…'), uri: undefined },
    ],
    { title: l10n.t('Where are last year’s reports?') },
  );
  if (chosen === undefined || chosen.uri !== undefined) return chosen?.uri;
  const [uri] = (await window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false, defaultUri: Uri.joinPath(root, '..') })) ?? [];
  if (uri === undefined || (uri.scheme === root.scheme && uri.authority === root.authority)) return uri;
  void window.showErrorMessage(l10n.t('{0} cannot be read from here: in a browser, open a folder that holds both years.', uri.toString(true)));
  return undefined;
}

/** Empty where nobody may look around the folder. */
async function foldersBeside(root: Uri): Promise<readonly Uri[]> {
  const parent = Uri.joinPath(root, '..');
  if (parent.path === root.path) return [];
  try {
    const entries = await workspace.fs.readDirectory(parent);
    return entries.flatMap(([name, type]) =>
      type === FileType.Directory && name !== fileName(root) && !name.startsWith('.') ? [Uri.joinPath(parent, name)] : [],
    );
  } catch {
    return [];
  }
}
