// Mutations of a report: one small accident each, in chains.

import type { Rng } from '../generator/rng.ts';
import { rearrange } from './arrange.ts';

type Mutation = (text: string, rng: Rng, other: string) => string;

/** Longer texts say nothing new and only take time. */
const MAX_LENGTH = 60_000;
const MAX_CHAIN = 5;

const INVISIBLE = ['\u202a', '\u202c', '\u2066', '\u2069', '\u{e0100}', '\u200b', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u200e', '\u0301', '\ufe0f'];
const CONTROL = ['\u0000', '\u0007', '\u000b', '\f', '\u001b', '\u0085', '\u2028', '\u2029', '\u007f'];
const ASTRAL = ['𠮷', '𠀀', '😀', '\u{2f800}', '\u{1f1e8}\u{1f1f3}', '\ud83d', '\ude00'];
const SIGNS = [
  '|',
  '\t',
  '（',
  '）',
  '(',
  ')',
  '、',
  '。',
  '，',
  '—',
  '-',
  '-2-',
  '/',
  '／',
  '+',
  '.',
  '%',
  '万元',
  '～',
  '*',
  '**',
  '#',
  '---',
  '|---|---|',
  '│',
  '├──┼──┤',
  '_____',
  'XX',
  '×××',
  '……',
];
const FRAGMENTS = [
  '<td>',
  '</td>',
  '<tr>',
  '</tr>',
  '<table>',
  '</table>',
  '<td colspan="7">',
  '<th rowspan=2',
  '<p>',
  '<br/>',
  '<!--',
  '-->',
  '<script>',
  '</script>',
  '<style>',
  '&nbsp;',
  '&#12288;',
  '&#x20000;',
  '&amp;lt;',
  '&',
  '<',
  '<span style="',
  '<![CDATA[',
  '<?xml',
  '</html>',
];
const NUMBERS = [
  '0',
  '1',
  '00',
  '-1',
  '+2',
  '3.5',
  '251000元',
  '22（其中修订 16 件）',
  '１２',
  '1,234',
  '1 234',
  '99999999999999999999',
  'O',
  '〇',
  '十二',
  '无',
  '/',
  '—',
  '1e3',
  '0x1f',
  'Infinity',
  '.5',
  '5.',
];
const BREAKS = ['\n', '\r\n', '\r', '\n\n', '\f\n', '\n\r', '\u2028'];

const KINDS: Readonly<Record<string, Mutation>> = {
  cutOut: (text, rng) => splice(text, rng, (from, to) => text.slice(0, from) + text.slice(to)),
  keepPart: (text, rng) => splice(text, rng, (from, to) => text.slice(from, to), 0.9),
  truncate: (text, rng) => text.slice(0, rng.int(0, text.length)),
  truncateInPair: (text, rng) => text.slice(0, rng.int(0, text.length)) + rng.pick(ASTRAL).slice(0, 1),
  startInPair: (text, rng) => '\udc00' + text.slice(rng.int(0, text.length)),
  double: (text, rng) => splice(text, rng, (from, to) => text.slice(0, to) + text.slice(from)),
  doubleAll: (text) => text + text,
  otherBehind: (text, rng, other) => text.slice(0, rng.int(0, text.length)) + other.slice(rng.int(0, other.length)),
  otherInside: (text, rng, other) => {
    const at = rng.int(0, text.length);
    const from = rng.int(0, other.length);
    return text.slice(0, at) + other.slice(from, from + rng.int(1, 800)) + text.slice(at);
  },
  reverse: (text, rng) => splice(text, rng, (from, to) => text.slice(0, from) + text.slice(from, to).split('').reverse().join('') + text.slice(to)),
  swapParts: (text, rng) => {
    const [a = 0, b = 0, c = 0] = [0, 0, 0].map(() => rng.int(0, text.length)).sort((one, two) => one - two);
    return text.slice(0, a) + text.slice(b, c) + text.slice(a, b) + text.slice(c);
  },
  rearrange,
  swapUnits: (text, rng) => {
    const at = rng.int(0, Math.max(0, text.length - 2));
    return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
  },
  shuffleLines: (text, rng) => onLines(text, (lines) => shuffled(lines, rng)),
  shuffleFewLines: (text, rng) =>
    onLines(text, (lines) => {
      const from = rng.int(0, lines.length - 1);
      const to = from + rng.int(1, 30);
      return [...lines.slice(0, from), ...shuffled(lines.slice(from, to), rng), ...lines.slice(to)];
    }),
  dropLines: (text, rng) => onLines(text, (lines) => lines.filter(() => !rng.chance(0.15))),
  doubleLines: (text, rng) => onLines(text, (lines) => lines.flatMap((line) => (rng.chance(0.15) ? [line, line] : [line]))),
  joinLines: (text, rng) => text.replaceAll(/\r\n|\n|\r/gu, (found) => (rng.chance(0.4) ? '' : found)),
  oneLine: (text, rng) => text.replaceAll(/\r\n|\n|\r/gu, rng.pick(['', ' ', '\t', '|'])),
  breakWords: (text, rng) => sprinkle(text, rng, BREAKS),
  mixBreaks: (text, rng) => text.replaceAll(/\r\n|\n|\r/gu, () => rng.pick(BREAKS)),
  unitsOnLines: (text, rng) =>
    splice(
      text,
      rng,
      (from, to) =>
        text.slice(0, from) +
        text
          .slice(from, Math.min(to, from + 400))
          .split('')
          .join('\n') +
        text.slice(to),
    ),
  astral: (text, rng) => sprinkle(text, rng, ASTRAL),
  invisible: (text, rng) => sprinkle(text, rng, INVISIBLE),
  control: (text, rng) => sprinkle(text, rng, CONTROL),
  signs: (text, rng) => sprinkle(text, rng, SIGNS),
  markup: (text, rng) => sprinkle(text, rng, FRAGMENTS),
  numbers: (text, rng) => sprinkle(text, rng, NUMBERS),
  otherNumbers: (text, rng) => text.replaceAll(/\d+/gu, (found) => (rng.chance(0.1) ? rng.pick(NUMBERS) : found)),
  noSpaces: (text, rng) => text.replaceAll(/[ \t]+/gu, (found) => (rng.chance(0.7) ? '' : found)),
  spacesToTabs: (text, rng) => text.replaceAll(' ', () => (rng.chance(0.5) ? '\t' : ' ')),
  spacesToBars: (text, rng) => text.replaceAll(/ +/gu, (found) => (rng.chance(0.5) ? ' | ' : found)),
  tabsToSpaces: (text, rng) => text.replaceAll('\t', () => rng.pick([' ', '', '　', '  '])),
  loseBars: (text, rng) => text.replaceAll('|', () => (rng.chance(0.5) ? '' : '|')),
  bracketless: (text, rng) => text.replaceAll(/[（）()]/gu, (found) => (rng.chance(0.4) ? '' : found)),
  loseUnits: (text, rng) => [...text].filter(() => !rng.chance(0.02)).join(''),
  wideDigits: (text, rng) => text.replaceAll(/\d/gu, (digit) => (rng.chance(0.3) ? String.fromCharCode(digit.charCodeAt(0) + 0xfee0) : digit)),
  glueDigits: (text) => text.replaceAll(/(?<=\d)[ \t|]+(?=\d)/gu, ''),
  repeatPiece: (text, rng) => {
    const at = rng.int(0, text.length);
    const piece = text.slice(at, at + rng.int(1, 40));
    return text.slice(0, at) + piece.repeat(rng.int(2, 200)) + text.slice(at);
  },
};

export interface Mutated {
  readonly text: string;
  /** The names of the accidents, in order. */
  readonly chain: readonly string[];
}

/** A chain of one to five accidents. */
export function mutate(text: string, rng: Rng, other: string): Mutated {
  const names = Array.from({ length: rng.int(1, MAX_CHAIN) }, () => rng.pick(Object.keys(KINDS)));
  let mutated = text.slice(0, MAX_LENGTH);
  for (const name of names) mutated = (KINDS[name]?.(mutated, rng, other) ?? mutated).slice(0, MAX_LENGTH);
  return { text: mutated, chain: names };
}

/** A random stretch: mostly short, sometimes up to `most` of the text. */
function splice(text: string, rng: Rng, change: (from: number, to: number) => string, most = 0.5): string {
  const from = rng.int(0, text.length);
  const length = rng.chance(0.6) ? rng.int(1, 60) : rng.int(1, Math.max(1, Math.floor(text.length * most)));
  return change(from, Math.min(text.length, from + length));
}

function onLines(text: string, change: (lines: readonly string[]) => readonly string[]): string {
  return change(text.split('\n')).join('\n');
}

function shuffled<T>(items: readonly T[], rng: Rng): readonly T[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = rng.int(0, at);
    const [one, two] = [mixed[at], mixed[other]];
    if (one === undefined || two === undefined) continue;
    mixed[at] = two;
    mixed[other] = one;
  }
  return mixed;
}

/** Pieces put in at a few random places, between any two code units. */
function sprinkle(text: string, rng: Rng, pieces: readonly string[]): string {
  const places = Array.from({ length: rng.chance(0.7) ? rng.int(1, 6) : rng.int(6, 60) }, () => rng.int(0, text.length)).sort((a, b) => a - b);
  let mixed = '';
  let last = 0;
  for (const place of places) {
    mixed += text.slice(last, place) + rng.pick(pieces);
    last = place;
  }
  return mixed + text.slice(last);
}
