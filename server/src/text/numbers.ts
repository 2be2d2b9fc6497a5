// Reads one table cell: a number, a blank, or something the form does not allow.

import { partsThousands } from './commas.ts';
import { fold, ZERO_WIDTH_SPACE } from './fold.ts';
import { MAX_CELL_LENGTH } from './limits.ts';

/** How a number that was understood departs from plain digits. */
export type Notation = 'full-width' | 'separator' | 'space' | 'unit' | 'note' | 'letter' | 'word-sign' | 'trailing-zero-decimals' | 'wrapped' | 'han' | 'stray';

export type CellReading =
  | {
      readonly kind: 'number';
      readonly value: number;
      /** Digits written behind the decimal point. */
      readonly decimals: number;
      readonly sign: '+' | '-' | null;
      /** 元, 万元, 件, … as written, or null. */
      readonly unit: string | null;
      readonly notation: readonly Notation[];
      /** The same number in plain ASCII digits, without unit, note or separators. */
      readonly plain: string;
    }
  /** `standIn` is the character that stands for the blank (`/`, `—`, 无), or null where nothing is written. */
  | { readonly kind: 'blank'; readonly standIn: string | null }
  | { readonly kind: 'unreadable' };

/** Beyond 15 digits a double no longer holds every integer. */
const MAX_DIGITS = 15;

/** By its code unit; those of full width are folded before. */
export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

const STAND_INS = /^(?:[/\\|]|-{1,3}|[–—―─−一]{1,3}|无|空|没有|n\/?a|nil|\.{3,6}|…+|\*)$/iu;
const UNITS = '亿元|万元|美元|元|亿|万(?:件|条|次|人次)?|件次|人次|批次|件|条|份|项|个|次|起|宗|例|户|部|笔|批|单|台|套';
const SEPARATOR = /[,，']/u;
/** A backslash before a sign is Markdown's escape: converters write it, and no reader sees it. */
const NUMBER = new RegExp(
  `^(?<stray>\\?+ ?)?(?<word>增加|减少|增|减)?(?:\\\\(?=[-+]))?(?<sign>[-+−–—]?) ?(?<digits>[0-9OoQ〇○lI丨](?:[0-9OoQ〇○lI丨,，' ]*[0-9OoQ〇○lI丨])?)` +
    `(?<fraction>[.·][0-9]{1,8})? ?(?<percent>%)?(?<unit>${UNITS})? ?(?<note>\\(.*\\)|\\[.*\\]|[①-⑳※†‡*#]{1,3})?(?<end>[.。;,，、])?$`,
  'u',
);

/** `'77`, `_77_`, `77__`, `(77)`: what spreadsheets, blanks to be filled and habits leave around a number. */
const WRAPPED = /^(?:'([0-9][0-9.,]*)'?|_+([0-9][0-9.,]*)_*|([0-9][0-9.,]*)_+|\(([0-9][0-9.,]*)\)|[【〔]([0-9][0-9.,]*)[】〕])$/u;
/** Words for a change of nothing. */
const NO_CHANGE = /^(?:未增未减|不增不减|无增无减|无增减|没有增减|无变化|没有变化|未变化|无变动|没有变动|不变|持平|与上年持平|同上年)$/u;

/** Whether the cell says in words that nothing changed. */
export function saysNoChange(text: string): boolean {
  // Spares digits and other words the pattern.
  const first = text.charCodeAt(0);
  if (first < 0x80 || (first >= 0x4e00 && first <= 0x9fff && !'未不无没持与同'.includes(text.charAt(0)))) return false;
  return text.length <= MAX_CELL_LENGTH && NO_CHANGE.test(fold(text).replaceAll(ZERO_WIDTH_SPACE, '').trim());
}

/**
 * Reads one cell. `text` is the original slice; it is folded here.
 * Blanks and their stand-ins are `blank`; anything that is no single number is `unreadable`; never throws.
 */
export function readCell(text: string): CellReading {
  if (isPlain(text)) {
    return { kind: 'number', value: Number(text), decimals: 0, sign: null, unit: null, notation: [], plain: text };
  }
  if (text.length > MAX_CELL_LENGTH) return { kind: 'unreadable' };
  const folded = fold(text).replaceAll(ZERO_WIDTH_SPACE, '').trim();
  if (folded === '') return { kind: 'blank', standIn: null };
  if (STAND_INS.test(folded)) return { kind: 'blank', standIn: folded };
  const inner = WRAPPED.exec(folded);
  const groups = NUMBER.exec(inner?.slice(1).find((part) => part !== undefined) ?? folded)?.groups;
  if (groups === undefined || groups['percent'] !== undefined) return { kind: 'unreadable' };
  const written = groups['digits'] ?? '';
  // A comma elsewhere may be a point or one too many: no number is read from it.
  if (SEPARATOR.test(written) && !partsThousands(written)) return { kind: 'unreadable' };
  const digits = written
    .replaceAll(/[OoQ〇○]/gu, '0')
    .replaceAll(/[lI丨]/gu, '1')
    .replaceAll(/[^0-9]/gu, '');
  if (digits.length > MAX_DIGITS) return { kind: 'unreadable' };
  const fraction = (groups['fraction'] ?? '').slice(1);
  const sign = signOf(groups['sign'] ?? '', groups['word'] ?? '');
  const plain = (sign ?? '') + digits + (fraction === '' ? '' : `.${fraction}`);
  const magnitude = Number(fraction === '' ? digits : `${digits}.${fraction}`);
  return {
    kind: 'number',
    value: sign === '-' && magnitude !== 0 ? -magnitude : magnitude,
    decimals: fraction.length,
    sign,
    unit: groups['unit'] ?? null,
    notation: [...notationsOf(text, written, groups), ...(inner === null ? [] : (['wrapped'] as const))],
    plain,
  };
}

/** Digits and nothing else, as nearly all cells are; spares them the patterns. */
function isPlain(text: string): boolean {
  if (text.length === 0 || text.length > MAX_DIGITS) return false;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x30 || unit > 0x39) return false;
  }
  return true;
}

function signOf(sign: string, word: string): '+' | '-' | null {
  if (word.startsWith('减') || /[-−–—]/u.test(sign)) return '-';
  return sign === '+' || word.startsWith('增') ? '+' : null;
}

function notationsOf(text: string, written: string, groups: Readonly<Record<string, string | undefined>>): readonly Notation[] {
  const found: Notation[] = [];
  if (/[０-９＋－．]/u.test(text)) found.push('full-width');
  if (SEPARATOR.test(written)) found.push('separator');
  if (written.includes(' ')) found.push('space');
  if (/[OoQ〇○lI丨]/u.test(written)) found.push('letter');
  if (groups['word'] !== undefined) found.push('word-sign');
  if (/^[.·]0+$/u.test(groups['fraction'] ?? '')) found.push('trailing-zero-decimals');
  if (groups['unit'] !== undefined) found.push('unit');
  if (groups['note'] !== undefined) found.push('note');
  if (groups['stray'] !== undefined || groups['end'] !== undefined) found.push('stray');
  return found;
}

/** A sum or product without the binary noise of decimal fractions: millionths are as fine as any report writes. */
export function tidy(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
