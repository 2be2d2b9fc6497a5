// Sentences that people write, and nearly write: orders of word classes filled from the grammar's lexicon, with slots lost,
// doubled and exchanged.

import { LEXICON, type WordClass } from '../../server/src/parse/prose/words/lexicon.ts';
import type { Rng } from '../generator/rng.ts';

/** A word class, a class with its meaning, or a kind of number. */
type Slot = WordClass | `${WordClass}:${string}` | 'count' | 'percent' | 'year';

/** As clauses of published reports are built; each slot may be lost. */
const CLAUSES: readonly (readonly Slot[])[] = [
  ['time', 'self', 'filler', 'action:receive', 'object:applications', 'count'],
  ['self', 'action:new', 'object', 'count'],
  ['action:carry-in', 'count'],
  ['action:done', 'count'],
  ['action:carry-out', 'object', 'count'],
  ['list:of-which', 'column', 'count'],
  ['column', 'object:application', 'count'],
  ['result', 'count'],
  ['list', 'result', 'count'],
  ['object:review', 'count'],
  ['object:litigation', 'count'],
  ['outcome', 'count'],
  ['time', 'action:made', 'object:normative', 'count'],
  ['action', 'object', 'count'],
  ['none', 'object'],
  ['none', 'action', 'object'],
  ['filler', 'all', 'action:done'],
  ['all', 'deadline', 'action'],
  ['rate', 'percent'],
  ['share', 'percent'],
  ['compare', 'time:last', 'trend', 'percent'],
  ['compare', 'time', 'trend', 'count'],
  ['others', 'action', 'object', 'count'],
  ['level', 'action', 'object', 'count'],
  ['part', 'object', 'count'],
  ['role', 'object', 'count'],
  ['hedge', 'action', 'object', 'count'],
  ['object', 'count', 'list:respectively', 'result', 'count'],
  ['year', 'action', 'object', 'count'],
  ['object:fee', 'count'],
  ['object:foreign', 'count'],
];
const SEPARATORS = ['，', '，', '，', '、', '；', '。', '（', '）', '：', ',', ' ', '\n', '“', '”', ''];
const MEASURES = ['件', '件', '件', '件', '起', '宗', '份', '项', '件次', '人次', '元', '万元', '个', '条', '', ' 件', '余件', '%'];
const NUMBERS = [
  '０',
  '１６',
  '十六',
  '一百零一',
  '两',
  '〇',
  '1,234',
  '1 6',
  '16余',
  '约16',
  '近16',
  '3.5',
  '1.2万',
  '16-18',
  '16/2',
  '99999999999999999999',
  '-3',
  '+2',
  '第3',
  '16（含1）',
  '数十',
  '若干',
  '00',
  '1e3',
];
const SIGNS = [
  '（',
  '）',
  '、',
  '《',
  '》',
  '\u200b',
  '\u2f00',
  '(',
  '[',
  '1.',
  '一是',
  '（二）',
  '%',
  '\t',
  '|',
  '<b>',
  '\ud83d',
  '第',
  '以上',
  '以下',
  '左右',
];
const MAX_CLAUSES = 6;

export function sentence(rng: Rng, numbers: readonly number[]): string {
  const clauses = Array.from({ length: rng.int(1, MAX_CLAUSES) }, () => clause(rng, numbers) + rng.pick(SEPARATORS));
  return `${clauses.join('')}。`;
}

function clause(rng: Rng, numbers: readonly number[]): string {
  const slots = rng.pick(CLAUSES).flatMap((slot): readonly Slot[] => {
    if (rng.chance(0.12)) return [];
    return rng.chance(0.04) ? [slot, slot] : [slot];
  });
  const words = slots.map((slot) => fill(rng.chance(0.06) ? rng.pick(rng.pick(CLAUSES)) : slot, rng, numbers));
  if (rng.chance(0.08)) words.splice(rng.int(0, words.length), 0, rng.pick(SIGNS));
  if (rng.chance(0.06)) words.reverse();
  return words.join('');
}

function fill(slot: Slot, rng: Rng, numbers: readonly number[]): string {
  switch (slot) {
    case 'count':
      return number(rng, numbers) + rng.pick(MEASURES);
    case 'percent':
      return `${number(rng, numbers)}${rng.pick(['%', '％', '个百分点', ''])}`;
    case 'year':
      return `${rng.int(2018, 2026)}年`;
    default:
      return word(slot, rng);
  }
}

/** Mostly a number of the tables, so that what is meant can fit. */
function number(rng: Rng, numbers: readonly number[]): string {
  if (rng.chance(0.15)) return rng.pick(NUMBERS);
  return String(rng.chance(0.6) ? rng.pick(numbers) : rng.int(0, 120));
}

const WORDS = new Map<string, readonly string[]>();
for (const [kind, meaning, words] of LEXICON) {
  for (const name of [kind, `${kind}:${meaning}`]) WORDS.set(name, [...(WORDS.get(name) ?? []), ...words.split(' ')]);
}

function word(slot: string, rng: Rng): string {
  return rng.pick(WORDS.get(slot) ?? ['']);
}
