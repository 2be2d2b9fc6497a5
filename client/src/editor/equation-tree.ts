// Tree view of all equations of the active report and how each stands; selecting one shows its cell.

import {
  CancellationTokenSource,
  Disposable,
  env,
  EventEmitter,
  l10n,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  type TextDocument,
  type TreeDataProvider,
} from 'vscode';
import { EQUATIONS_METHOD, type ResultOf } from '../../../server/src/protocol/requests.ts';
import type { Ask } from '../server-process/ask.ts';
import { createFollower } from '../server-process/follower.ts';
import { rangeOf } from '../server-process/ranges.ts';
import { lightOf, tongueOf, type Readiness } from './report-status.ts';
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

export function createEquationTree(reports: Reports, ask: Ask): Disposable {
  const changed = new EventEmitter<undefined>();
  const follower = createFollower(ask, () => new CancellationTokenSource());
  let shown: Node[] = [];

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
    shown = (answer?.groups ?? []).map((group) => ({ group, document }));
    return shown;
  }

  const provider: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => {
      if (node === undefined) return groups();
      return 'group' in node ? node.group.equations.map((equation) => ({ equation, document: node.document })) : [];
    },
    getTreeItem: (node) => ('group' in node ? groupItem(node.group) : equationItem(node.equation, node.document)),
  };
  const view = window.createTreeView('gouji.equations', { treeDataProvider: provider });
  return Disposable.from(
    reports.onDidChange(() => changed.fire(undefined)),
    view,
    follower,
    changed,
  );
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

function equationItem({ id, name, sum, status, outcome, range }: Equation, document: TextDocument): TreeItem {
  const words = sum === null ? name : `${name}：${sum}`;
  const item = new TreeItem(words);
  item.id = id;
  item.description = status === 'holding' ? '✓' : outcome;
  item.iconPath = ICONS[status];
  item.tooltip = `${words}\n${outcome}`;
  item.accessibilityInformation = { label: `${words}，${outcome}` };
  if (range !== null) {
    const viewColumn = window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
    item.command = { command: 'vscode.open', title: '', arguments: [document.uri, { selection: rangeOf(range), viewColumn }] };
  }
  return item;
}
