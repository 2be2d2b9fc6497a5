// The rows of the view 年报审核: units by state, in an order and a selection; their findings, and what those are held against.

import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { ComparedCell, RelatedPlace, ReviewedUnitView } from '../../../server/src/protocol/folder-review.ts';

export type UnitState = ReviewedUnitView['state'];

/** From what is to be done first to what is done. */
const STATES: readonly UnitState[] = ['absent', 'errors', 'to-verify', 'done'];

export type UnitOrder = 'list' | 'name' | 'problems';

export interface Choice {
  readonly order: UnitOrder;
  /** Part of a name. */
  readonly query: string;
}

type Finding = ReviewedUnitView['findings'][number];

/** What a row opens. */
export interface Place {
  readonly unit: ReviewedUnitView;
  readonly finding?: Finding;
  /** Where another report has what the finding speaks of. */
  readonly related?: RelatedPlace;
  readonly cell?: ComparedCell;
}

export type ReviewNode =
  | { readonly state: UnitState; readonly units: readonly ReviewedUnitView[] }
  | { readonly note: string }
  | { readonly lastYearOf: ReviewedUnitView }
  | Place;

export function unitsOf(units: readonly ReviewedUnitView[], state: UnitState, { order, query }: Choice): readonly ReviewedUnitView[] {
  const chosen = units.filter((unit) => unit.state === state && unit.name.includes(query));
  if (order === 'name') return chosen.toSorted((one, other) => one.name.localeCompare(other.name, 'zh'));
  return order === 'problems' ? chosen.toSorted((one, other) => other.findings.length - one.findings.length) : chosen;
}

/** Errors that stand in a file, unit after unit. */
export function errorsOf(units: readonly ReviewedUnitView[]): readonly Place[] {
  return units.flatMap((unit) => unit.findings.filter(({ severity, path }) => severity === 'error' && path !== null).map((finding) => ({ unit, finding })));
}

export function statesOf(units: readonly ReviewedUnitView[], choice: Choice): readonly ReviewNode[] {
  return STATES.map((state) => ({ state, units: unitsOf(units, state, choice) })).filter((node) => node.units.length > 0);
}

/** What stands below a unit or a finding. */
export function rowsBelow({ unit, finding, related, cell }: Place): readonly ReviewNode[] {
  if (related !== undefined || cell !== undefined) return [];
  if (finding !== undefined) return elsewhere(finding).map((place) => ({ unit, finding, related: place }));
  const lastYear = unit.path === null || unit.previous === null ? [] : [{ lastYearOf: unit }];
  return [...unit.notes.map((note) => ({ note })), ...unit.findings.map((each) => ({ unit, finding: each })), ...lastYear];
}

/** Its places in other reports. */
export function elsewhere({ path, related }: Finding): readonly RelatedPlace[] {
  return related.filter((place) => place.path !== path);
}

const ICONS: Readonly<Record<UnitState, { readonly icon: string; readonly color: string }>> = {
  absent: { icon: 'circle-slash', color: 'list.errorForeground' },
  errors: { icon: 'error', color: 'list.errorForeground' },
  'to-verify': { icon: 'question', color: 'list.warningForeground' },
  done: { icon: 'pass', color: 'testing.iconPassed' },
};
const SEVERITY_ICONS: Readonly<Record<Finding['severity'], string>> = { error: 'error', warning: 'warning', information: 'info', hint: 'lightbulb' };

/** `opens` is the command that a row sends which opens something. */
export function itemOf(node: ReviewNode, opens: string): TreeItem {
  if ('state' in node) return stateItem(node.state, node.units.length);
  if ('note' in node) return noteItem(node.note);
  if ('lastYearOf' in node) return lastYearItem(node.lastYearOf);
  const { unit, finding, related, cell } = node;
  const item =
    cell !== undefined ? cellItem(cell) : related !== undefined ? relatedItem(related) : finding !== undefined ? findingItem(finding) : unitItem(unit);
  // Without arguments: those of a row are forgotten as soon as the tree is drawn anew, and pressing it then would be an error.
  if (placeOf(node) !== null) item.command = { command: opens, title: '' };
  return item;
}

/** What a row opens on the left; null where there is no file. */
export function placeOf({ unit, finding, related, cell }: Place): (Pick<Finding, 'range'> & { readonly path: string }) | null {
  const { path, range } =
    finding === undefined
      ? { path: unit.path, range: cell?.here ?? null }
      : finding.path === null
        ? { path: related?.path ?? null, range: related?.range ?? null }
        : { path: finding.path, range: related?.here ?? finding.range };
  return path === null ? null : { path, range };
}

function stateWords(state: UnitState): string {
  const words: Readonly<Record<UnitState, string>> = {
    absent: l10n.t('Not handed in'),
    errors: l10n.t('With errors'),
    'to-verify': l10n.t('To verify'),
    done: l10n.t('No problems'),
  };
  return words[state];
}

function stateItem(state: UnitState, count: number): TreeItem {
  const item = new TreeItem(stateWords(state), state === 'done' ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded);
  item.id = state;
  item.description = String(count);
  const { icon, color } = ICONS[state];
  item.iconPath = new ThemeIcon(icon, new ThemeColor(color));
  item.accessibilityInformation = { label: l10n.t('{0}: {1} units', stateWords(state), count) };
  return item;
}

function unitItem(unit: ReviewedUnitView): TreeItem {
  const { name, findings, accepted, returned, level, path, unasked, readiness } = unit;
  const item = new TreeItem(name, rowsBelow({ unit }).length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None);
  // Without its state: a row that is drawn anew under another one is still that of the unit.
  item.id = `unit ${name} ${path ?? ''}`;
  item.description = [
    ...(findings.length > 0 ? [l10n.t('problems: {0}', findings.length)] : []),
    ...(unasked > 0 ? [l10n.t('changed unasked: {0}', unasked)] : []),
    ...(accepted === null ? [] : [l10n.t('accepted {0}', accepted)]),
    ...(returned === null ? [] : [l10n.t('returned {0}', returned)]),
  ].join(' ');
  item.tooltip = [name, level, readiness ?? '', path ?? ''].filter((line) => line !== '').join('\n');
  item.contextValue = path === null ? 'absent' : 'report';
  return item;
}

function findingItem(finding: Finding): TreeItem {
  const item = new TreeItem(finding.message, elsewhere(finding).length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None);
  item.description = finding.rule;
  item.tooltip = finding.message;
  item.iconPath = new ThemeIcon(SEVERITY_ICONS[finding.severity]);
  return item;
}

function relatedItem({ path, message }: RelatedPlace): TreeItem {
  const item = new TreeItem(message);
  item.description = path;
  item.tooltip = `${message}\n${path}`;
  item.iconPath = new ThemeIcon('references');
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

function cellItem({ name, before, now }: ComparedCell): TreeItem {
  const item = new TreeItem(name.replaceAll(/[“”]/gu, ''));
  const change = before === null || now === null || before === now ? '' : ` (${now > before ? '+' : '−'}${amount(Math.abs(now - before))})`;
  item.description = `${amount(before)} → ${amount(now)}${change}`;
  item.tooltip = `${name}\n${item.description}`;
  item.iconPath = new ThemeIcon(before === now ? 'dash' : 'diff-modified');
  item.accessibilityInformation = { label: l10n.t('{0}: last year {1}, this year {2}', name, amount(before), amount(now)) };
  return item;
}

/** A number as it is read, without the tails of sums of fractions. */
function amount(value: number | null): string {
  return value === null ? l10n.t('none') : String(Number(value.toFixed(4)));
}
