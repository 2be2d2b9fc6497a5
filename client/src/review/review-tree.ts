// The view 年报审核: units by state, each with its findings; a report opens beside its last year, and is returned or accepted.

import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  ViewColumn,
  window,
  workspace,
  type TreeDataProvider,
} from 'vscode';
import type { ComparedCell, ReviewedUnitView } from '../../../server/src/protocol/folder-review.ts';
import { NotRunning } from '../server-process/errors.ts';
import { reportingFailure } from '../server-process/failure.ts';
import { rangeOf } from '../server-process/ranges.ts';
import type { Server } from '../server-process/server-keeper.ts';
import { textUri } from '../word/word-uris.ts';
import { compareWithLastYear, recordVerdict, reviewFolder, type FolderReview } from './folder-review.ts';
import { errorsOf, STATES, unitsOf, type Placed, type UnitOrder, type UnitState } from './unit-order.ts';

/** A cell of this year's report and of last year's. */
interface Compared {
  readonly unit: ReviewedUnitView;
  readonly cell: ComparedCell;
}

type Node =
  | { readonly state: UnitState }
  | { readonly unit: ReviewedUnitView }
  | Placed
  | { readonly note: string }
  | { readonly lastYearOf: ReviewedUnitView }
  | Compared;

const ICONS: Readonly<Record<UnitState, ThemeIcon>> = {
  absent: new ThemeIcon('circle-slash', new ThemeColor('list.errorForeground')),
  errors: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
  'to-verify': new ThemeIcon('question', new ThemeColor('list.warningForeground')),
  done: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
};
const SEVERITY_ICONS: Readonly<Record<Placed['finding']['severity'], string>> = { error: 'error', warning: 'warning', information: 'info', hint: 'lightbulb' };
const HAS_REVIEW = 'gouji.hasReview';
/** Sent by the items of the tree alone, so it stands in no menu. */
const OPEN_COMMAND = 'gouji.openReviewed';

export function createReviewTree(server: Pick<Server, 'start' | 'ask'> & Parameters<typeof reportingFailure>[0], begun: (root: Uri) => void): Disposable {
  const changed = new EventEmitter<undefined>();
  let review: FolderReview | null = null;
  let order: UnitOrder = 'list';
  let query = '';
  let lastError = -1;

  function stateWords(state: UnitState): string {
    const words: Readonly<Record<UnitState, string>> = {
      absent: l10n.t('Not handed in'),
      errors: l10n.t('With errors'),
      'to-verify': l10n.t('To verify'),
      done: l10n.t('No problems'),
    };
    return words[state];
  }

  const provider: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren: async (node) => {
      if (review === null) return [];
      const { units } = review;
      if (node === undefined) return STATES.filter((state) => unitsOf(units, { state, order, query }).length > 0).map((state) => ({ state }));
      if ('state' in node) return unitsOf(units, { state: node.state, order, query }).map((unit) => ({ unit }));
      if ('lastYearOf' in node) return (await compareWithLastYear(node.lastYearOf.name, server)).map((cell) => ({ unit: node.lastYearOf, cell }));
      if ('finding' in node || 'note' in node || 'cell' in node) return [];
      const { unit } = node;
      const lastYear = unit.path === null || unit.previous === null ? [] : [{ lastYearOf: unit }];
      return [...unit.notes.map((note) => ({ note })), ...unit.findings.map((finding) => ({ unit, finding })), ...lastYear];
    },
    getTreeItem: (node) => {
      if ('state' in node) return stateItem(node.state);
      if ('note' in node) return noteItem(node.note);
      if ('lastYearOf' in node) return lastYearItem(node.lastYearOf);
      if ('cell' in node) return cellItem(node);
      return 'finding' in node ? findingItem(node) : unitItem(node.unit);
    },
  };
  const view = window.createTreeView('gouji.review', { treeDataProvider: provider, showCollapseAll: true });

  function stateItem(state: UnitState): TreeItem {
    const count = review === null ? 0 : unitsOf(review.units, { state, order, query }).length;
    const item = new TreeItem(stateWords(state), state === 'done' ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded);
    item.id = state;
    item.description = String(count);
    item.iconPath = ICONS[state];
    item.accessibilityInformation = { label: l10n.t('{0}: {1} units', stateWords(state), count) };
    return item;
  }

  function unitItem(unit: ReviewedUnitView): TreeItem {
    const { name, findings, notes, state, accepted, level, path, previous, unasked } = unit;
    const hasMore = findings.length + notes.length > 0 || (path !== null && previous !== null);
    const item = new TreeItem(name, hasMore ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None);
    item.id = `${state} ${name} ${path ?? ''}`;
    item.description = [
      ...(findings.length > 0 ? [l10n.t('problems: {0}', findings.length)] : []),
      ...(unasked > 0 ? [l10n.t('changed unasked: {0}', unasked)] : []),
      ...(accepted === null ? [] : [l10n.t('accepted {0}', accepted)]),
    ].join(' ');
    item.tooltip = [name, level, unit.readiness ?? '', path ?? ''].filter((line) => line !== '').join('\n');
    item.contextValue = path === null ? 'absent' : 'report';
    if (path !== null) item.command = { command: OPEN_COMMAND, title: '', arguments: [{ unit }] };
    return item;
  }

  function findingItem({ unit, finding }: Placed): TreeItem {
    const item = new TreeItem(finding.message);
    item.description = finding.rule;
    item.tooltip = finding.message;
    item.iconPath = new ThemeIcon(SEVERITY_ICONS[finding.severity]);
    if (finding.path !== null) item.command = { command: OPEN_COMMAND, title: '', arguments: [{ unit, finding }] };
    return item;
  }

  function noteItem(note: string): TreeItem {
    const item = new TreeItem(note);
    item.iconPath = new ThemeIcon('history');
    item.tooltip = note;
    return item;
  }

  function lastYearItem({ name }: ReviewedUnitView): TreeItem {
    const item = new TreeItem(l10n.t('Compared with last year, cell by cell'), TreeItemCollapsibleState.Collapsed);
    item.id = `last year ${name}`;
    item.iconPath = new ThemeIcon('diff');
    return item;
  }

  function cellItem({ unit, cell: { name, before, now, here, there } }: Compared): TreeItem {
    const item = new TreeItem(name.replaceAll(/[“”]/gu, ''));
    const change = before === null || now === null || before === now ? '' : ` (${now > before ? '+' : '−'}${amount(Math.abs(now - before))})`;
    item.description = `${amount(before)} → ${amount(now)}${change}`;
    item.tooltip = `${name}\n${item.description}`;
    item.iconPath = new ThemeIcon(before === now ? 'dash' : 'diff-modified');
    item.accessibilityInformation = { label: l10n.t('{0}: last year {1}, this year {2}', name, amount(before), amount(now)) };
    item.command = { command: OPEN_COMMAND, title: '', arguments: [{ unit, here, there }] };
    return item;
  }

  async function run(chosen?: unknown): Promise<void> {
    const root = chosen instanceof Uri ? chosen : (review?.root ?? (await chooseFolder()));
    if (root === undefined) return;
    if (!(await server.start())) throw new NotRunning();
    const result = await reviewFolder(root, server);
    if (result === null) return;
    review = result;
    begun(root);
    lastError = -1;
    view.message = l10n.t(
      '{0}: {1} units, {2} with errors, {3} not handed in',
      String(result.year ?? ''),
      result.units.length,
      countOf('errors'),
      countOf('absent'),
    );
    if (result.unread.length > 0) view.message += l10n.t('; not read: {0}', result.unread.length);
    await commands.executeCommand('setContext', HAS_REVIEW, true);
    changed.fire(undefined);
    await commands.executeCommand('gouji.review.focus');
  }

  function countOf(state: UnitState): number {
    return review?.units.filter((unit) => unit.state === state).length ?? 0;
  }

  /** This year's report, with last year's beside it. */
  async function open(node: unknown): Promise<void> {
    if (review === null || typeof node !== 'object' || node === null || !('unit' in node)) return;
    // Sent by the items of this tree alone.
    const { unit, finding, here, there } = node as {
      readonly unit: ReviewedUnitView;
      readonly finding?: Placed['finding'];
      readonly here?: ComparedCell['here'];
      readonly there?: ComparedCell['there'];
    };
    const path = finding?.path ?? unit.path;
    if (path === null) return;
    const { root } = review;
    const at = (file: string) => textUri(Uri.joinPath(root, ...file.split('/')));
    const show = (file: string, viewColumn: ViewColumn, range: ComparedCell['here'] | undefined) =>
      window.showTextDocument(at(file), {
        viewColumn,
        preview: true,
        preserveFocus: viewColumn === ViewColumn.Two,
        ...(range !== null && range !== undefined && { selection: rangeOf(range) }),
      });
    if (unit.previous !== null) await show(unit.previous, ViewColumn.Two, there);
    await show(path, ViewColumn.One, finding === undefined ? here : finding.range);
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
    if (review === null || typeof node !== 'object' || node === null || !('unit' in node)) return;
    const { unit } = node as { readonly unit: ReviewedUnitView };
    const problem = await recordVerdict(review, { unit: unit.name, verdict }, server);
    if (problem !== null) return void window.showErrorMessage(l10n.t('Not saved: {0}', problem));
    await run(review.root);
    const words = verdict === 'accepted' ? l10n.t('{0}: accepted', unit.name) : l10n.t('{0}: returned; the next version is compared with this one', unit.name);
    void window.showInformationMessage(words);
  }

  const actions: Readonly<Record<string, (...args: readonly unknown[]) => unknown>> = {
    'gouji.reviewFolder': run,
    'gouji.nextReviewError': nextError,
    'gouji.filterReview': filter,
    'gouji.sortReview': sort,
    'gouji.returnReport': (node) => decide(node, 'returned'),
    'gouji.acceptReport': (node) => decide(node, 'accepted'),
  };
  return Disposable.from(
    view,
    changed,
    commands.registerCommand(OPEN_COMMAND, reportingFailure(server, open)),
    ...Object.entries(actions).map(([id, action]) => commands.registerCommand(id, reportingFailure(server, action))),
  );
}

/** A number as it is read, without the tails of sums of fractions. */
function amount(value: number | null): string {
  return value === null ? l10n.t('none') : String(Number(value.toFixed(4)));
}

async function chooseFolder(): Promise<Uri | undefined> {
  const [only, ...others] = workspace.workspaceFolders ?? [];
  if (only !== undefined && others.length === 0) return only.uri;
  if (only !== undefined) return (await window.showWorkspaceFolderPick())?.uri;
  return (await window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false }))?.[0];
}
