// Tree view of all equations of the active report and how each stands; selecting one shows its cell.

import {
  CancellationTokenSource,
  commands,
  Disposable,
  env,
  EventEmitter,
  l10n,
  Selection,
  TextEditorRevealType,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  type TextDocument,
  type TreeDataProvider,
} from 'vscode';
import { EQUATIONS_METHOD, type ResultOf } from '../../../server/src/protocol/requests.ts';
import { showNoReport, type Ask } from '../server-process/ask.ts';
import { createFollower } from '../server-process/follower.ts';
import { rangeOf } from '../server-process/ranges.ts';
import { lightOf, nextBehind, tongueOf, type Readiness } from './report-status.ts';
import type { Reports } from './reports.ts';

type Group = ResultOf<typeof EQUATIONS_METHOD>['groups'][number];
type Equation = Group['equations'][number];
type Node = { readonly group: Group; readonly document: TextDocument } | { readonly equation: Equation; readonly document: TextDocument };

const ICONS: Readonly<Record<Equation['status'], ThemeIcon>> = {
  holding: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  broken: new ThemeIcon('error', new ThemeColor('testing.iconFailed')),
  blank: new ThemeIcon('circle-large-outline'),
  waiting: new ThemeIcon('edit'),
  unchecked: new ThemeIcon('circle-slash'),
};

export interface EquationTree extends Disposable {
  readonly showBrokenOnly: (isOn: boolean) => void;
  /** Selects the cell of the next equation behind the cursor that does not hold; from the last on to the first. */
  readonly goToNextBroken: () => Promise<void>;
  readonly copy: (node: unknown) => Promise<void>;
}

const BROKEN_ONLY = 'gouji.brokenOnly';

export function createEquationTree(reports: Reports, ask: Ask): EquationTree {
  const changed = new EventEmitter<undefined>();
  const follower = createFollower(ask, () => new CancellationTokenSource());
  let shown: Node[] = [];
  let isBrokenOnly = false;

  async function groups(): Promise<Node[]> {
    const document = reports.inFront();
    if (document === undefined) {
      view.message = '';
      return (shown = []);
    }
    const answer = await follower.ask('equations', EQUATIONS_METHOD, { textDocument: { uri: document.uri.toString() } });
    if (answer === undefined) return shown;
    // The same words as in the status bar, with all that is in the way.
    view.message = answer === null ? '' : messageOf(answer.readiness);
    shown = (answer?.groups ?? []).filter((group) => !isBrokenOnly || group.equations.some(isBroken)).map((group) => ({ group, document }));
    return shown;
  }

  const provider: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => {
      if (node === undefined) return groups();
      return 'group' in node
        ? node.group.equations.filter((equation) => !isBrokenOnly || isBroken(equation)).map((equation) => ({ equation, document: node.document }))
        : [];
    },
    getTreeItem: (node) => ('group' in node ? groupItem(node.group) : equationItem(node.equation, node.document)),
  };
  const view = window.createTreeView('gouji.equations', { treeDataProvider: provider });

  function showBrokenOnly(isOn: boolean): void {
    isBrokenOnly = isOn;
    void commands.executeCommand('setContext', BROKEN_ONLY, isOn);
    changed.fire(undefined);
  }

  async function goToNextBroken(): Promise<void> {
    const document = reports.inFront();
    if (document === undefined) return showNoReport();
    const answer = await ask(EQUATIONS_METHOD, { textDocument: { uri: document.uri.toString() } });
    const broken = (answer?.groups ?? []).flatMap(({ equations }) => equations.filter(isBroken));
    const places = broken.flatMap(({ range }) => (range === null ? [] : [rangeOf(range)])).toSorted((one, other) => one.start.compareTo(other.start));
    const editor = await window.showTextDocument(document);
    const next = nextBehind(places, editor.selection.active, (place) => place.start);
    if (next === undefined) return void window.showInformationMessage(l10n.t('No equation is broken.'));
    editor.selection = new Selection(next.start, next.end);
    editor.revealRange(next, TextEditorRevealType.InCenterIfOutsideViewport);
  }

  const listener = Disposable.from(
    reports.onDidChange(() => changed.fire(undefined)),
    view,
    follower,
    changed,
  );
  return {
    showBrokenOnly,
    goToNextBroken,
    copy: async (node) => {
      const equation = typeof node === 'object' && node !== null && 'equation' in node ? (node as { readonly equation: Equation }).equation : undefined;
      if (equation !== undefined) await env.clipboard.writeText(`${wordsOf(equation)}，${equation.outcome}`);
    },
    dispose: () => listener.dispose(),
  };
}

function isBroken({ status }: Equation): boolean {
  return status === 'broken';
}

function wordsOf({ name, sum }: Equation): string {
  return sum === null ? name : `${name}：${sum}`;
}

function messageOf(readiness: Readiness): string {
  const tongue = tongueOf(env.language);
  return readiness.ready ? lightOf(readiness, tongue) : readiness.words[tongue];
}

function groupItem({ id, name, equations }: Group): TreeItem {
  const holding = equations.filter(({ status }) => status === 'holding').length;
  const whole = holding === equations.length;
  const item = new TreeItem(name, whole ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded);
  item.id = id;
  item.description = `${holding}/${equations.length}${whole ? ' ✓' : ''}`;
  item.accessibilityInformation = { label: l10n.t('{0}: {1} of {2} hold', name, holding, equations.length) };
  return item;
}

function equationItem(equation: Equation, document: TextDocument): TreeItem {
  const { id, status, outcome, range } = equation;
  const words = wordsOf(equation);
  const item = new TreeItem(words);
  item.id = id;
  item.description = status === 'holding' ? '✓' : outcome;
  item.iconPath = ICONS[status];
  item.contextValue = 'equation';
  item.tooltip = `${words}\n${outcome}`;
  item.accessibilityInformation = { label: `${words}，${outcome}` };
  if (range !== null) {
    const viewColumn = window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
    item.command = { command: 'vscode.open', title: '', arguments: [document.uri, { selection: rangeOf(range), viewColumn }] };
  }
  return item;
}
