// A number as it is written, of what, and how exactly: Arabic and Chinese numerals in a sentence without blanks.

import type { Bound } from '../claim-model.ts';

export interface QuantityToken {
  readonly value: number;
  /** Digits behind the point; below zero where the number is rounded, -2 of 128.44万 to hundreds. */
  readonly decimals: number;
  readonly bound: Bound;
  readonly measure: Measure;
  /** The number alone, without 余 and measure. */
  readonly numberEnd: number;
  readonly end: number;
}

/** A word that counts; `money` in 元 or 万元, `percent`, `other` for what no table of the form counts. */
export interface Measure {
  readonly kind: 'count' | 'money' | 'percent' | 'other';
  /** 件, 元, 万元, %, … */
  readonly word: string;
}

const MEASURE =
  /^(?:(?<count>件次|件|条|份|部(?!门|分|署|委)|项|宗|起|例|个(?!部分|百分点|月|工作|方面|季度|小时|环节|阶段|领域|试点|单位|部门|政府))|(?<money>亿元|万元|元)|(?<percent>%|个百分点)|(?<other>人次|批次|次|篇|期|场|家|户|人|名|类|种|张|处|台|套|天|日|小时|倍|字|册|万|亿))/u;
const BRACKETED = /^\((?:件|份|条|项|个|宗|起|例|元|万元)\)/u;
const ARABIC = /^(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]{1,15})(?:\.[0-9]{1,6})?/u;
const CHINESE = /^[零〇一二两三四五六七八九十百千万]{1,10}/u;
const MULTIPLIER = /^[万亿](?!元)/u;
/** 20余件, 20多件, 20件余, 20件左右, 20件以上. */
const MORE = /^[余多几]/u;
const AROUND = /^(?:左右|上下)/u;
const ABOVE = /^(?:以上|之多)/u;
const ABOUT_BEFORE = /(?:大约|约|近|将近|接近|大概)有?$/u;
const ABOVE_BEFORE = /(?:超过|突破|超|逾|不少于|至少|不低于)有?$/u;
/** 申请数量为39: what is counted stands before it, and no measure behind. */
const BARE_BEFORE = /(?:数量|件数|总数|总量)(?:为|是|达|共)$|(?:合计|共计|总计)为?$/u;
const BARE_BEHIND = /^(?:[,;。、)]|$)/u;
/** Chinese numerals after these are no counts: 第二十条, 每一件, 办成一件. */
const NO_COUNT_BEFORE = /(?:第|每|某|任何|哪|[成清好]|之|没有|无|未有)$/u;
/** 办结一件申请、解决一个问题: a slogan. */
const NO_SLOGAN_BEFORE = /[的各另有余计共为]$/u;
const SLOGAN = /^一[件个][^。;0-9二三四五六七八九十]{0,12}[、,][^。;0-9二三四五六七八九十]{1,8}一[个件颗份次条]/u;
/** Ordinals, document numbers and codes. */
const NO_NUMBER_BEFORE = /[第A-Za-z〔[]$/u;
/** 两项 to 六项 point at what was named. */
const MAX_POINTER = 6;
/** So far a quantity is looked for behind the first digit. */
const WINDOW = 40;

/** The quantity that begins at `at`, or null where the digits are a date, an ordinal or part of a name. */
export function quantityAt(text: string, at: number): QuantityToken | null {
  const ahead = text.slice(at, at + WINDOW);
  const before = text.slice(Math.max(0, at - 4), at);
  const arabic = ARABIC.exec(ahead)?.[0];
  if (arabic === undefined) return chineseAt(ahead, before, at);
  if (NO_NUMBER_BEFORE.test(before)) return null;
  const [, fraction = ''] = arabic.split('.');
  return complete({ ahead, before, at, length: arabic.length, value: Number(arabic.replaceAll(',', '')), decimals: fraction.length });
}

function chineseAt(ahead: string, before: string, at: number): QuantityToken | null {
  const written = CHINESE.exec(ahead)?.[0];
  if (written === undefined || NO_COUNT_BEFORE.test(before) || (written === '一' && SLOGAN.test(ahead) && !NO_SLOGAN_BEFORE.test(before))) return null;
  const value = chineseValue(written);
  if (value === null) return null;
  const found = complete({ ahead, before, at, length: written.length, value, decimals: 0 });
  // 两项, 四项均为零: points at what was named.
  if (found?.measure.word === '项' && value <= MAX_POINTER) return null;
  return found === null || (found.measure.kind === 'other' && found.measure.word !== '倍') ? null : found;
}

interface Written {
  readonly ahead: string;
  readonly before: string;
  readonly at: number;
  readonly length: number;
  readonly value: number;
  readonly decimals: number;
}

function complete({ ahead, before, at, length, value, decimals }: Written): QuantityToken | null {
  let end = length;
  let factor = 1;
  let bound: Bound = ABOUT_BEFORE.test(before) ? 'about' : ABOVE_BEFORE.test(before) ? 'at-least' : 'exact';
  if (MULTIPLIER.test(ahead.slice(end))) {
    factor = ahead.charAt(end) === '万' ? 1e4 : 1e8;
    end++;
    // 3万件 is a way of speaking, 128.44万件 a number that was rounded.
    if (decimals === 0) bound = bound === 'exact' ? 'about' : bound;
  }
  const numberEnd = end;
  if (MORE.test(ahead.slice(end))) {
    bound = 'at-least';
    end++;
  }
  // 收到112（件）
  const bracketed = BRACKETED.test(ahead.slice(end));
  if (bracketed) end++;
  const groups = MEASURE.exec(ahead.slice(end))?.groups;
  if (groups === undefined)
    return isBare(before, ahead.slice(end), decimals)
      ? { value, decimals, bound, measure: { kind: 'count', word: '件' }, numberEnd: at + numberEnd, end: at + end }
      : null;
  const [kind, word] = Object.entries(groups).find(([, found]) => found !== undefined) ?? [];
  if (kind === undefined || word === undefined) return null;
  end += word.length + (bracketed ? 1 : 0);
  const rest = ahead.slice(end);
  if (AROUND.test(rest)) bound = 'about';
  else if (ABOVE.test(rest) || /^[余多]/u.test(rest)) bound = 'at-least';
  return {
    value: factor === 1 ? value : Math.round(value * factor),
    decimals: factor === 1 ? decimals : Math.min(0, decimals - Math.log10(factor)),
    bound,
    measure: { kind: kind as Measure['kind'], word },
    numberEnd: at + numberEnd,
    end: at + end,
  };
}

function isBare(before: string, behind: string, decimals: number): boolean {
  return decimals === 0 && BARE_BEFORE.test(before) && BARE_BEHIND.test(behind);
}

const DIGITS = '零一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 一百零五 → 105, 二〇 → 20, 两 → 2; null where the characters make no number. */
export function chineseValue(written: string): number | null {
  const digitOf = (character: string) => DIGITS.indexOf(character.replace('两', '二').replace('〇', '零'));
  if (!/[十百千万]/u.test(written)) {
    let value = 0;
    for (const character of written) value = value * 10 + digitOf(character);
    return written.length > 1 && !/[零〇]/u.test(written) && written.length < 3 ? null : value;
  }
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of written) {
    const unit = UNITS[character];
    if (character === '万') {
      total = (total + section + digit) * 1e4;
      section = 0;
      digit = 0;
    } else if (unit !== undefined) {
      section += (digit === 0 && section === 0 ? 1 : digit) * unit;
      digit = 0;
    } else {
      digit = digitOf(character);
      if (digit < 0) return null;
    }
  }
  return total + section + digit;
}
