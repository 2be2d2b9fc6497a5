// Automatic numbering of paragraphs (numbering.xml). In real documents 一、 and 1. come from it.

import { MAX_NUMBERING_LENGTH, MAX_NUMBERING_LEVELS } from '../limits.ts';
import type { NumberingRef } from './blocks.ts';
import { isOn, levelOf } from './styles.ts';
import type { Attributes, ElementHandler, Handlers } from './element-handlers.ts';
import { scanXml, type XmlTrouble } from './xml.ts';

interface Level {
  start: number;
  format: string;
  /** `%1、`: the number of the first level and a mark. */
  text: string;
  /** What stands between number and words. */
  suffix: string;
  /** All numbers in digits. */
  isLegal: boolean;
  /** The style that stands for this level. */
  style: string | null;
  /** The level (from 1) whose next number begins this one anew; 0 for none, null for any above. */
  restart: number | null;
}

interface List {
  readonly levels: Map<number, Level>;
  /** Defined by the style of that name. */
  link: string | null;
}

interface Instance {
  list: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
  /** Its own starts hold once, where it is used first. */
  isUsed: boolean;
}

export interface Numbering {
  /** Counts one on; what stands before the words. */
  readonly next: (ref: NumberingRef, style: string | null) => string;
}

export const NO_NUMBERING: Numbering = { next: () => '' };

/** `numberingOfStyle`: lists that are defined by a style are found through it. */
export function readNumbering(xml: string, numberingOfStyle: (style: string) => NumberingRef | null): Numbering | XmlTrouble {
  const reader: NumberingReader = { lists: new Map(), instances: new Map(), list: null, instance: null, level: null, overridden: 0 };
  return scanXml({ xml, handlers: HANDLERS, reader }) ?? new Counters(reader, numberingOfStyle);
}

/** Lists of one definition count on together, also across instances. */
class Counters implements Numbering {
  private readonly lists: ReadonlyMap<string, List>;
  private readonly instances: ReadonlyMap<string, Instance>;
  private readonly numberingOfStyle: (style: string) => NumberingRef | null;
  private readonly counts = new Map<string, (number | undefined)[]>();

  constructor({ lists, instances }: NumberingReader, numberingOfStyle: (style: string) => NumberingRef | null) {
    this.lists = lists;
    this.instances = instances;
    this.numberingOfStyle = numberingOfStyle;
  }

  next({ id, level }: NumberingRef, style: string | null): string {
    const instance = id === null ? undefined : this.instances.get(id);
    if (instance === undefined) return '';
    const key = this.listKeyOf(instance);
    const list = this.lists.get(key);
    if (list === undefined) return '';
    const at = Math.min(level ?? [...list.levels].find(([, each]) => style !== null && each.style === style)?.[0] ?? 0, MAX_NUMBERING_LEVELS - 1);
    const counts = this.counts.get(key) ?? [];
    this.counts.set(key, counts);
    const levelOfList = (which: number) => instance.levels.get(which) ?? list.levels.get(which);
    if (!instance.isUsed) {
      instance.isUsed = true;
      for (const [which, start] of instance.starts) counts[which] = start - 1;
    }
    const own = levelOfList(at);
    if (own === undefined) return '';
    counts[at] = (counts[at] ?? own.start - 1) + 1;
    for (let below = at + 1; below < MAX_NUMBERING_LEVELS; below++) {
      const restart = levelOfList(below)?.restart ?? null;
      if (restart === null || (restart !== 0 && at < restart)) counts[below] = undefined;
    }
    return written(own, counts, levelOfList);
  }

  private listKeyOf({ list }: Instance): string {
    const link = this.lists.get(list)?.link ?? null;
    const ref = link === null ? null : this.numberingOfStyle(link);
    const linked = ref?.id == null ? undefined : this.instances.get(ref.id);
    return linked?.list ?? list;
  }
}

function written(own: Level, counts: readonly (number | undefined)[], levelOfList: (which: number) => Level | undefined): string {
  if (own.format === 'bullet') return '';
  const text = own.text.slice(0, MAX_NUMBERING_LENGTH).replaceAll(/%([1-9])/gu, (_, digit: string) => {
    const which = Number(digit) - 1;
    const level = levelOfList(which);
    const value = counts[which] ?? level?.start ?? 1;
    return writeNumber(value, own.isLegal ? 'decimal' : (level?.format ?? 'decimal'));
  });
  // A gap behind 、 or ） shows nothing that the mark does not.
  return text === '' || /[、）】。：]$/u.test(text) ? text : text + own.suffix;
}

interface NumberingReader {
  readonly lists: Map<string, List>;
  readonly instances: Map<string, Instance>;
  list: List | null;
  instance: Instance | null;
  level: Level | null;
  overridden: number;
}

function newLevel(): Level {
  return { start: 1, format: 'decimal', text: '', suffix: ' ', isLegal: false, style: null, restart: null };
}

function integer(attributes: Attributes, fallback: number): number {
  const value = Number(attributes.get('val') ?? fallback);
  return Number.isSafeInteger(value) ? value : fallback;
}

function ofLevel(set: (level: Level, attributes: Attributes) => void): ElementHandler<NumberingReader> {
  return { open: ({ level }, attributes) => void (level !== null && set(level, attributes)) };
}

const HANDLERS: Handlers<NumberingReader> = new Map<string, ElementHandler<NumberingReader>>([
  [
    'w:abstractNum',
    {
      open: (reader, attributes) => {
        reader.list = { levels: new Map(), link: null };
        reader.lists.set(attributes.get('abstractNumId') ?? '', reader.list);
      },
      close: (reader) => void (reader.list = null),
    },
  ],
  ['w:numStyleLink', { open: ({ list }, attributes) => void (list !== null && (list.link = attributes.get('val'))) }],
  [
    'w:num',
    {
      open: (reader, attributes) => {
        reader.instance = { list: '', starts: new Map(), levels: new Map(), isUsed: false };
        reader.instances.set(attributes.get('numId') ?? '', reader.instance);
      },
      close: (reader) => void (reader.instance = null),
    },
  ],
  ['w:abstractNumId', { open: ({ instance }, attributes) => void (instance !== null && (instance.list = attributes.get('val') ?? '')) }],
  ['w:lvlOverride', { open: (reader, attributes) => void (reader.overridden = Number(attributes.get('ilvl') ?? 0)) }],
  ['w:startOverride', { open: ({ instance, overridden }, attributes) => void instance?.starts.set(overridden, integer(attributes, 1)) }],
  [
    'w:lvl',
    {
      open: (reader, attributes) => {
        reader.level = newLevel();
        (reader.list ?? reader.instance)?.levels.set(Number(attributes.get('ilvl') ?? 0), reader.level);
      },
      close: (reader) => void (reader.level = null),
    },
  ],
  ['w:start', ofLevel((level, attributes) => void (level.start = integer(attributes, 1)))],
  ['w:numFmt', ofLevel((level, attributes) => void (level.format = attributes.get('val') ?? 'decimal'))],
  ['w:lvlText', ofLevel((level, attributes) => void (level.text = attributes.get('val') ?? ''))],
  ['w:suff', ofLevel((level, attributes) => void (level.suffix = attributes.get('val') === 'nothing' ? '' : ' '))],
  ['w:isLgl', ofLevel((level, attributes) => void (level.isLegal = isOn(attributes)))],
  ['w:pStyle', ofLevel((level, attributes) => void (level.style = attributes.get('val')))],
  ['w:lvlRestart', ofLevel((level, attributes) => void (level.restart = levelOf(attributes)))],
]);

const HAN_DIGITS = '〇一二三四五六七八九';
const HAN_UNITS = ['', '十', '百', '千'];
const FINANCIAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const FINANCIAL_UNITS = ['', '拾', '佰', '仟'];
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const CIRCLED_ONE = 0x2460;
const PARENTHESISED_ONE = 0x2474;
const DOTTED_ONE = 0x2488;
const HAN_CIRCLED_ONE = 0x3280;
const HAN_PARENTHESISED_ONE = 0x3220;

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: (value) => fromCharacter(CIRCLED_ONE, 20, value),
  decimalEnclosedCircleChinese: (value) => fromCharacter(CIRCLED_ONE, 20, value),
  decimalEnclosedParen: (value) => fromCharacter(PARENTHESISED_ONE, 20, value),
  decimalEnclosedFullstop: (value) => fromCharacter(DOTTED_ONE, 20, value),
  chineseCounting: han,
  chineseCountingThousand: han,
  taiwaneseCounting: han,
  taiwaneseCountingThousand: han,
  japaneseCounting: han,
  ideographDigital: hanDigits,
  taiwaneseDigital: hanDigits,
  japaneseDigitalTenThousand: hanDigits,
  koreanDigital2: hanDigits,
  chineseLegalSimplified: (value) => counted(value, FINANCIAL_DIGITS, FINANCIAL_UNITS),
  ideographLegalTraditional: (value) => counted(value, FINANCIAL_DIGITS, FINANCIAL_UNITS),
  ideographTraditional: (value) => STEMS[(value - 1) % STEMS.length] ?? '',
  ideographZodiac: (value) => BRANCHES[(value - 1) % BRANCHES.length] ?? '',
  ideographEnclosedCircle: (value) => fromCharacter(HAN_CIRCLED_ONE, 10, value),
  ideographParenthesis: (value) => fromCharacter(HAN_PARENTHESISED_ONE, 10, value),
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerLetter: letters,
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerRoman: roman,
  none: () => '',
};

/** Formats that we do not know are shown in digits, as Word does where its language lacks one. */
function writeNumber(value: number, format: string): string {
  return (FORMATS[format] ?? String)(value);
}

function fullWidth(value: number): string {
  return String(value).replaceAll(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function fromCharacter(first: number, count: number, value: number): string {
  return value >= 1 && value <= count ? String.fromCodePoint(first + value - 1) : String(value);
}

function hanDigits(value: number): string {
  return String(value).replaceAll(/\d/gu, (digit) => HAN_DIGITS[Number(digit)] ?? digit);
}

/** 十一, not 一十一. */
function han(value: number): string {
  return counted(value, `零${HAN_DIGITS.slice(1)}`, HAN_UNITS).replace(/^一十/u, '十');
}

function counted(value: number, digits: string, units: readonly string[]): string {
  if (value <= 0 || value > 9999) return value === 0 ? (digits[0] ?? '') : String(value);
  const written = [...String(value)]
    .map(Number)
    .map((digit, index, all) => (digit === 0 ? (digits[0] ?? '') : `${digits[digit]}${units[all.length - 1 - index]}`));
  const zero = digits[0] ?? '';
  return written
    .join('')
    .replaceAll(new RegExp(`${zero}+`, 'gu'), zero)
    .replace(new RegExp(`${zero}$`, 'u'), '');
}

/** z is followed by aa, bb. */
function letters(value: number): string {
  if (value < 1 || value > 26 * 8) return String(value);
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let written = '';
  for (const [worth, letter] of ROMAN) {
    const times = Math.floor(rest / worth);
    written += letter.repeat(times);
    rest -= times * worth;
  }
  return written;
}
