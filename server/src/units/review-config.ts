// What `.gouji.json` at the root of a review says beyond its folder: the units, the due date, and the reviewer's notes.

import { memberOf, readJson, type JsonNode } from '../text/json.ts';
import { isBlank } from '../suppressions/read-config.ts';
import { indexLines, lineOf } from '../text/lines.ts';
import { checkUnits, type ListProblem, type Unit } from './unit-list.ts';

export interface ReviewConfig {
  /** Null where no list is kept here. */
  readonly units: readonly Unit[] | null;
  /** The day by which reports are due, as 2026-01-31. */
  readonly due: string | null;
  readonly notes: readonly ReviewNote[];
}

/** A reviewer's note on a place of a report. */
export interface ReviewNote {
  readonly id: string;
  /** The report, from the root, with slashes. */
  readonly file: string;
  /** The cell it stands at, or null for prose. */
  readonly cell: string | null;
  /** The sentence it stands at, without blanks; of a cell its name. */
  readonly text: string;
  readonly note: string;
  readonly author: string;
  readonly date: string;
  readonly done: boolean;
  /** The note that it answers. */
  readonly replyTo: string | null;
}

export const NO_REVIEW_CONFIG: ReviewConfig = { units: null, due: null, notes: [] };

/** The file may hold anything else besides, which is none of ours. */
export function readReviewConfig(text: string): ReviewConfig | { readonly problem: ListProblem } {
  if (isBlank(text)) return NO_REVIEW_CONFIG;
  const reading = readJson(text);
  const lines = indexLines(text);
  if ('problem' in reading) return { problem: { line: lineOf(lines, reading.offset) + 1, message: reading.problem } };
  const { root } = reading;
  const at = (node: JsonNode) => lineOf(lines, node.span.start) + 1;
  const wrong = (node: JsonNode, message: string) => ({ problem: { line: at(node), message } });
  const due = memberOf(root, 'due');
  if (due !== undefined && dayFrom(stringOf(due)) === null) return wrong(due, 'due 应为日期，例如 "2026-01-31"');
  const list = memberOf(root, 'units');
  if (list !== undefined && list.kind !== 'array') return wrong(list, 'units 应写在一对方括号 [ ] 中');
  const items = list?.kind === 'array' ? list.items : [];
  const unnamed = items.find((item) => unitOf(item, at(item)) === null);
  if (unnamed !== undefined) return wrong(unnamed, 'units 的每一项应为机关名称，或者写有 name 的一对花括号 { }');
  const units = items.flatMap((item) => unitOf(item, at(item)) ?? []);
  const checked = checkUnits(units);
  if ('problem' in checked) return checked;
  const notes = memberOf(root, 'notes');
  return {
    // Lines of this file are no lines of a list.
    units: list === undefined ? null : units.map((unit) => ({ ...unit, line: null })),
    due: due === undefined ? null : dayFrom(stringOf(due)),
    notes: (notes?.kind === 'array' ? notes.items : []).flatMap((item) => noteOf(item) ?? []),
  };
}

function unitOf(node: JsonNode, line: number): Unit | null {
  const plain = stringOf(node);
  if (plain !== null) return { name: plain, aliases: [], parent: null, level: null, line };
  const name = stringOf(memberOf(node, 'name'));
  if (name === null) return null;
  const aliases = memberOf(node, 'aliases');
  return {
    name,
    aliases: aliases?.kind === 'array' ? aliases.items.flatMap((item) => stringOf(item) ?? []) : [],
    parent: stringOf(memberOf(node, 'parent')),
    level: stringOf(memberOf(node, 'level')),
    line,
  };
}

function noteOf(node: JsonNode): ReviewNote | null {
  const field = (name: string) => stringOf(memberOf(node, name));
  const [id, file, note] = [field('id'), field('file'), field('note')];
  if (id === null || file === null || note === null) return null;
  const done = memberOf(node, 'done');
  return {
    id,
    file,
    note,
    cell: field('cell'),
    text: field('text') ?? '',
    author: field('author') ?? '',
    date: field('date') ?? '',
    replyTo: field('replyTo'),
    done: done?.kind === 'scalar' && done.value === true,
  };
}

function stringOf(node: JsonNode | undefined): string | null {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : null;
}

/** 2026-01-31, also written 2026-1-31, 2026/1/31, 2026年1月31日; null where there is no such day. */
export function dayFrom(written: string | null): string | null {
  const [, year = '', month = '', day = ''] = /^\s*([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?\s*$/u.exec(written ?? '') ?? [];
  if (year === '') return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, iso.length) !== iso ? null : iso;
}

const DAY_MS = 86_400_000;

/** Days from one day to another; both as 2026-01-31. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}
