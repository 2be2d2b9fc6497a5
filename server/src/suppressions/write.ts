// Edits `.gouji.json` to silence or answer a finding, take that back, or link last year's report; the rest of it is left as it
// is.

import type { Edit } from '../text/edits.ts';
import { isBlank, previousFrom, readSuppressions, suppressionFrom } from './read-config.ts';
import { fileKey, CONFIG_VERSION, type PreviousReport, type Suppression } from './suppression.ts';
import { memberOf, nodeAt, type JsonPath } from '../text/json.ts';
import { appendJson, putJson, removeJson, rootOf, writeJson, type JsonValue } from '../text/json-edit.ts';

export type SuppressionChange =
  | { readonly kind: 'off'; readonly rule: string }
  /** `replaces`: what was written of the same finding before. */
  | { readonly kind: 'finding'; readonly suppression: Suppression; readonly replaces: Suppression | null }
  /** Takes back what one of those two wrote. */
  | { readonly kind: 'on'; readonly rule: string }
  | { readonly kind: 'restored'; readonly suppression: Suppression }
  | { readonly kind: 'previous'; readonly previous: PreviousReport };

/** The same as plain data, for the wire. */
export type SuppressionChangeData =
  | { readonly kind: 'off'; readonly rule: string }
  | { readonly kind: 'finding'; readonly suppression: Fields; readonly replaces: Fields | null }
  | { readonly kind: 'on'; readonly rule: string }
  | { readonly kind: 'restored'; readonly suppression: Fields }
  | { readonly kind: 'previous'; readonly previous: Fields };

type Fields = { readonly [key: string]: JsonValue };

export type Rewritten = { readonly text: string } | { readonly problem: string };

/** The text of a file that is there, or null; `file` is the draft's name. A damaged file is told of and never changed. */
export function rewriteSuppressions(text: string | null, file: string, change: SuppressionChange): Rewritten {
  const before = text === null || isBlank(text) ? writeJson({ version: CONFIG_VERSION, files: {} }) : text;
  const reading = readSuppressions(before);
  if ('problem' in reading) return { problem: reading.problem };
  const path: JsonPath = ['files', nameIn(before, file)];
  const known = reading.suppressions.get(fileKey(file));
  switch (change.kind) {
    case 'off':
      return { text: known?.off.has(change.rule) === true ? before : appendJson(before, [...path, 'off'], change.rule) };
    case 'on':
      return { text: withoutRule(before, [...path, 'off'], change.rule) };
    case 'restored':
      return { text: removeJson(before, [...path, 'findings'], known?.findings.findIndex((each) => isSame(each, change.suppression)) ?? -1) };
    case 'previous':
      return { text: putFields(before, [...path, 'previous'], previousData(change.previous)) };
    case 'finding': {
      const { suppression, replaces } = change;
      const index = replaces === null ? -1 : (known?.findings.findIndex((each) => isSame(each, replaces)) ?? -1);
      const list = [...path, 'findings'];
      return { text: index < 0 ? appendJson(before, list, dataOf(suppression)) : putFields(before, [...list, index], dataOf(suppression)) };
    }
    default:
      return change satisfies never;
  }
}

/** A person may have written the rule twice. */
function withoutRule(text: string, list: JsonPath, rule: string): string {
  const node = nodeAt(rootOf(text), list);
  const items = node?.kind === 'array' ? node.items : [];
  return items.reduceRight((after, item, index) => (item.kind === 'scalar' && item.value === rule ? removeJson(after, list, index) : after), text);
}

export function changeData(change: SuppressionChange): SuppressionChangeData {
  switch (change.kind) {
    case 'off':
    case 'on':
      return change;
    case 'restored':
      return { kind: 'restored', suppression: dataOf(change.suppression) };
    case 'previous':
      return { kind: 'previous', previous: previousData(change.previous) };
    case 'finding':
      return { kind: 'finding', suppression: dataOf(change.suppression), replaces: change.replaces === null ? null : dataOf(change.replaces) };
    default:
      return change satisfies never;
  }
}

/** Null where the data is none of ours. */
export function changeFrom(raw: unknown): SuppressionChange | null {
  if (typeof raw !== 'object' || raw === null || !('kind' in raw)) return null;
  if ((raw.kind === 'off' || raw.kind === 'on') && 'rule' in raw && typeof raw.rule === 'string') return { kind: raw.kind, rule: raw.rule };
  const previous = raw.kind === 'previous' && 'previous' in raw ? previousFrom(raw.previous) : null;
  if (previous !== null) return { kind: 'previous', previous };
  const suppression = 'suppression' in raw ? suppressionFrom(raw.suppression) : null;
  if (raw.kind === 'restored' && suppression !== null) return { kind: 'restored', suppression };
  if (raw.kind !== 'finding' || suppression === null) return null;
  return { kind: 'finding', suppression, replaces: 'replaces' in raw ? suppressionFrom(raw.replaces) : null };
}

/** What is said of a draft goes with it to its new name; null where nothing is, or where something is said of that name. */
export function renameInSuppressions(text: string | null, from: string, to: string): Edit | null {
  const reading = text === null || isBlank(text) ? null : readSuppressions(text);
  if (text === null || reading === null || 'problem' in reading || reading.suppressions.has(fileKey(to))) return null;
  const entry = entryOf(text, from);
  return entry === undefined ? null : { span: entry.keySpan, newText: JSON.stringify(fileKey(to)) };
}

/** The name as it is written there already. */
function nameIn(text: string, file: string): string {
  return entryOf(text, file)?.key ?? fileKey(file);
}

function entryOf(text: string, file: string) {
  const files = memberOf(rootOf(text), 'files');
  return files?.kind === 'object' ? files.members.findLast(({ key }) => fileKey(key) === fileKey(file)) : undefined;
}

function dataOf({ rule, cells, values, key, text, note }: Suppression): Fields {
  return {
    rule,
    ...(cells.length > 0 && { cells, values: Object.fromEntries(values) }),
    ...(key !== null && { key }),
    text,
    ...(note !== null && { note }),
  };
}

function previousData({ path, cells }: PreviousReport): Fields {
  return { path, cells: Object.fromEntries(cells) };
}

const KNOWN_FIELDS: ReadonlySet<string> = new Set(['rule', 'cells', 'values', 'key', 'text', 'note', 'path']);

/** Puts an entry in the place of a former one, with the fields of that one that are not ours. */
function putFields(text: string, place: JsonPath, fields: Fields): string {
  const former = nodeAt(rootOf(text), place);
  const others = former?.kind === 'object' ? former.members.filter(({ key }) => !KNOWN_FIELDS.has(key)) : [];
  const kept = others.map(({ key, value: { span } }): [string, JsonValue] => [key, JSON.parse(text.slice(span.start, span.end)) as JsonValue]);
  return putJson(text, place, { ...fields, ...Object.fromEntries(kept) });
}

function isSame(one: Suppression, other: Suppression): boolean {
  return JSON.stringify(dataOf(one)) === JSON.stringify(dataOf(other));
}
