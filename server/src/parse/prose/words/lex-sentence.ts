// A sentence → words and quantities. Longest word first; what the lexicon does not know stays as runs of unknown characters.

import { LEXICON, type WordClass } from './lexicon.ts';
import { PATTERNS } from './patterns.ts';
import { quantityAt, type QuantityToken } from './quantity.ts';
import { isDigit } from '../../../text/numbers.ts';
import { Turns } from '../../../text/turns.ts';

export type Token =
  | { readonly is: 'word'; readonly as: WordClass; readonly id: string; readonly start: number; readonly end: number }
  | { readonly is: 'quantity'; readonly quantity: QuantityToken; readonly start: number; readonly end: number }
  /** 2023年, 1月1日: `year` is null where only a month or a day is written. */
  | { readonly is: 'date'; readonly year: number | null; readonly start: number; readonly end: number }
  /** `,` `;` `、` `:` `(` `)` and the point. */
  | { readonly is: 'mark'; readonly mark: string; readonly start: number; readonly end: number }
  | { readonly is: 'unknown'; readonly text: string; readonly start: number; readonly end: number };

/** Whether a token is a word of this class, and of this meaning where one is named. */
export function isWord(token: Token | undefined, as: WordClass, id?: string): boolean {
  return token?.is === 'word' && token.as === as && (id === undefined || token.id === id);
}

/** 增至, 降为: behind it stands what a number became, not by how much. */
export function saysBecame(token: Token): boolean {
  return isWord(token, 'filler', 'risen') || isWord(token, 'filler', 'fallen');
}

interface Entry {
  readonly text: string;
  readonly as: WordClass;
  readonly id: string;
}

/** Words by their first character; the longest first as soon as one was looked up. */
const byFirst = index();

interface Words {
  readonly entries: Entry[];
  sorted: boolean;
}

/** Begun by every start of the program, most first characters never looked up: as little as can be done now. */
function index(): ReadonlyMap<number, Words> {
  const found = new Map<number, Words>();
  for (const [as, id, words] of LEXICON) {
    for (const text of words.split(' ')) {
      const first = text.charCodeAt(0);
      const known = found.get(first);
      if (known === undefined) found.set(first, { entries: [{ text, as, id }], sorted: false });
      else known.entries.push({ text, as, id });
    }
  }
  return found;
}

function wordsFrom(first: number): readonly Entry[] {
  const words = byFirst.get(first);
  if (words === undefined) return NO_WORDS;
  if (!words.sorted) {
    words.entries.sort((one, other) => other.text.length - one.text.length);
    words.sorted = true;
  }
  return words.entries;
}

const NO_WORDS: readonly Entry[] = [];

const NEXT_YEAR = '(?:下一?个?年度?|次年|明年|翌年|来年|20[0-9]{2}年度?)';
const CARRY_OUT = new RegExp(
  `^(?:结转|转结|顺延|延续|延期|延|留待|移至|跨年度?|转|转入|结余)(?:至|到|入|到了|至了)?${NEXT_YEAR}(?:度)?(?:继续)?(?:办理|答复|处理|办结)?`,
  'u',
);
const CARRY_IN =
  /^(?:从|由|自)?(?:上一?年度?|去年|前一年度?|(?<year>20[0-9]{2})年度?)[底末]?(?:未办结|尚未办结|未办完)?的?(?:申请|案件|件|事项)?(?:结转|转结|顺延|转入|转来|跨入|遗留)(?:来的?|而来的?|过来的?|至本年度?|到本年度?|至今年|下来的?|到今年)?/u;
/** 在法定期限内继续办理, 仍处于法定答复期限内 */
const STILL_OPEN =
  /^(?:(?:正|仍|尚|还|目前)*在(?:法定|规定|承诺)?(?:的)?(?:办理|答复|处理)?(?:期限|时限|期)之?内?继续(?:办理|处理|答复)(?![完结毕])|(?:正|仍|尚|还)(?:处)?[在于](?:法定|规定|承诺)?(?:的)?(?:办理|答复|处理)?(?:期限|时限)之?内?(?:继续)?(?:办理|处理|答复)?(?![完结毕])中?)/u;
const YEAR = /^20[0-9]{2}(?:年度?|[—–-]20[0-9]{2}年度?)/u;
const DATE = /^(?:[0-9]{1,2}月份?(?:[0-9]{1,2}日)?|[0-9]{1,2}日|[0-9]{1,2}[—–-][0-9]{1,2}月份?)/u;
/** 近三年: more than the year of the tables, as 这一年 is not. */
const SPAN_OF_YEARS = /^(?:近|前|过去|这(?!一年(?!来|间)))(?:[0-9]{1,2}|[一二两三四五六七八九十几])年(?:来|间|内)?/u;
const MARKS = ',;、:()。!?';
/** What is said in quotation marks is a name or a slogan. */
const QUOTED = /^"[^"]{0,60}"/u;
const TITLE = /^《[^》]{0,80}》/u;
/** Longest look ahead of the patterns. */
const WINDOW = 84;

/** Tokens in order; together they cover the sentence. `reportYear` tells the year before it from the others. */
export function lex(text: string, reportYear: number | null): readonly Token[] {
  const tokens: Token[] = [];
  let unknown = -1;
  const flush = (end: number) => {
    if (unknown >= 0) tokens.push({ is: 'unknown', text: text.slice(unknown, end), start: unknown, end });
    unknown = -1;
  };
  let at = 0;
  const turns = new Turns(text.length);
  while (turns.more() && at < text.length) {
    const token = begins(text.charCodeAt(at)) ? (bareNumberAt(text, at, tokens.at(-1)) ?? tokenAt(text, at, reportYear)) : null;
    if (token === null) {
      if (unknown < 0) unknown = at;
      at++;
      continue;
    }
    flush(at);
    tokens.push(token);
    at = token.end;
  }
  flush(text.length);
  return tokens;
}

const BARE = /^(?<digits>[0-9]{1,7})(?=[、;。)+=]|,(?![0-9])|$)/u;
/** 41、126、156件; 41、126、55，合计222: the last of a list has the measure, or their sum. */
const BARE_LIST =
  /^(?<digits>[0-9]{1,7})(?:、[0-9]{1,7}){0,12}(?:[、和][0-9]{1,7}(?<measure>[件条份起宗])(?![0-9])|,(?:合计|共计|总计)为?[0-9]{1,7}(?<unit>[件条份起宗])?(?=[,;。]|$))/u;
/** 第1、2、3条 */
const ORDINAL = /第[0-9、]*$/u;
const MAX_ORDINALS = 12;
const COUNTED: ReadonlySet<WordClass> = new Set(['result', 'outcome', 'column']);

/** 予以公开975、部分公开483: right behind a row or a column a number needs no measure. */
function bareNumberAt(text: string, at: number, before: Token | undefined): Token | null {
  if (!isDigit(text.charCodeAt(at)) || isDigit(text.charCodeAt(at - 1))) return null;
  const ahead = text.slice(at, at + WINDOW);
  const isWordBefore = before?.is === 'word' && before.end === at;
  const isNamed =
    (isWordBefore && (COUNTED.has(before.as) || isWord(before, 'action', 'publish') || isTime(before))) || SHORT_NAME.test(text.slice(Math.max(0, at - 4), at));
  const listed = isNamed || ORDINAL.test(text.slice(Math.max(0, at - MAX_ORDINALS), at)) ? null : BARE_LIST.exec(ahead);
  const digits = isNamed ? BARE.exec(ahead)?.groups?.['digits'] : listed?.groups?.['digits'];
  if (digits === undefined) return null;
  const end = at + digits.length;
  const word = listed?.groups?.['measure'] ?? listed?.groups?.['unit'] ?? '件';
  const quantity: QuantityToken = { value: Number(digits), decimals: 0, bound: 'exact', measure: { kind: 'count', word }, numberEnd: end, end };
  return { is: 'quantity', quantity, start: at, end };
}

/** 企业267，科研19，公益31 */
const SHORT_NAME = /(?:科研|公益|单位|法律服务)$/u;

/** 上半年160，下半年163，全年323 */
function isTime(token: Token): boolean {
  return isWord(token, 'time', 'part') || isWord(token, 'time', 'whole');
}

/** Of most characters that no word is made of, nothing can begin with them. */
function begins(unit: number): boolean {
  return byFirst.has(unit) || isDigit(unit) || otherFirst.has(unit);
}

function tokenAt(text: string, at: number, reportYear: number | null): Token | null {
  const character = text.charAt(at);
  if (MARKS.includes(character)) return { is: 'mark', mark: character, start: at, end: at + 1 };
  if (character === '+' || character === '=') return { is: 'mark', mark: character === '+' ? '、' : ':', start: at, end: at + 1 };
  if (character === '零' && NO_SUCH.test(text.slice(at + 1, at + 5))) return { is: 'word', as: 'none', id: 'none', start: at, end: at + 1 };
  if (character === '"' || character === '《') return quotedAt(text, at);
  if (character === '各') {
    const others = EACH_OF_OTHERS.exec(text.slice(at, at + WINDOW))?.[0];
    if (others !== undefined) return { is: 'word', as: 'others', id: 'others', start: at, end: at + others.length };
  }
  return carriedAt(text, at, reportYear) ?? patternAt(text, at) ?? yearsAt(text, at) ?? numeralWordAt(text, at) ?? numberAt(text, at) ?? wordAt(text, at);
}

const NUMERALS = '零〇一二两三四五六七八九十百';
const YEARS_FIRST = '近前过这';

/** 各派出机构, 各市场监管所 */
const EACH_OF_OTHERS = /^各[\u4e00-\u9fa5]{0,8}?(?:机构|单位|部门|[局处所站镇乡县州]|街道|分局|支队|大队|园区|中心|公司|企业|学校|医院)(?![长级员])/u;

/** 零败诉 */
const NO_SUCH = /^(?:行政)?(?:复议|诉讼|败诉|纠错|纠正)/u;

/** Quoted words of the form are still words; anything else in quotes is opaque. */
function quotedAt(text: string, at: number): Token | null {
  const word = wordAt(text, at);
  if (word !== null) return word;
  const inside = wordAt(text, at + 1);
  if (inside !== null && text.charAt(inside.end) === '"') return { ...inside, start: at, end: inside.end + 1 };
  const quoted = (QUOTED.exec(text.slice(at, at + WINDOW)) ?? TITLE.exec(text.slice(at, at + WINDOW)))?.[0];
  return quoted === undefined ? null : { is: 'unknown', text: quoted, start: at, end: at + quoted.length };
}

/** 2022年底遗留10件, of the report's own year */
const LEFT_OVER = /^(?:(?<year>20[0-9]{2})年度?|本年度?|当年)?[年]?[底末](?:遗留|留存|结余|剩余|未结|尚余|仍有|尚有)(?:的)?(?=[0-9申件])/u;

const STILL_FIRST = '正仍尚还目在';
const CARRY_OUT_FIRST = '结转顺延跨留移';
const CARRY_IN_FIRST = '从由自上去前2';
const LEFT_FIRST = '本当年2';

const otherFirst: ReadonlySet<number> = new Set(
  [...`${MARKS}+="《各${NUMERALS}${YEARS_FIRST}${STILL_FIRST}${CARRY_OUT_FIRST}${CARRY_IN_FIRST}${LEFT_FIRST}${PATTERNS.map(([first]) => first).join('')}`].map(
    (each) => each.charCodeAt(0),
  ),
);

function carriedAt(text: string, at: number, reportYear: number | null): Token | null {
  const character = text.charAt(at);
  if (STILL_FIRST.includes(character)) {
    const found = STILL_OPEN.exec(text.slice(at, at + WINDOW));
    if (found !== null) return { is: 'word', as: 'action', id: 'carry-out', start: at, end: at + found[0].length };
  }
  if (CARRY_OUT_FIRST.includes(character)) {
    const found = CARRY_OUT.exec(text.slice(at, at + WINDOW));
    if (found !== null) return { is: 'word', as: 'action', id: 'carry-out', start: at, end: at + found[0].length };
  }
  if (LEFT_FIRST.includes(character)) {
    const found = LEFT_OVER.exec(text.slice(at, at + WINDOW));
    const year = found?.groups?.['year'];
    if (found !== null && (year === undefined || Number(year) === reportYear))
      return { is: 'word', as: 'action', id: 'carry-out', start: at, end: at + found[0].length };
  }
  if (CARRY_IN_FIRST.includes(character)) {
    const found = CARRY_IN.exec(text.slice(at, at + WINDOW));
    const year = found?.groups?.['year'];
    if (found !== null && (year === undefined || Number(year) === (reportYear ?? 0) - 1)) {
      return { is: 'word', as: 'action', id: 'carry-in', start: at, end: at + found[0].length };
    }
  }
  return null;
}

const patternsByFirst = new Map<number, (typeof PATTERNS)[number][]>();
for (const pattern of PATTERNS) {
  for (const character of pattern[0]) patternsByFirst.set(character.charCodeAt(0), [...(patternsByFirst.get(character.charCodeAt(0)) ?? []), pattern]);
}

/** A way of saying something that is put together anew each time. */
function patternAt(text: string, at: number): Token | null {
  const patterns = patternsByFirst.get(text.charCodeAt(at));
  if (patterns === undefined) return null;
  for (const [, as, id, pattern] of patterns) {
    const length = pattern.exec(text.slice(at, at + WINDOW))?.[0].length ?? 0;
    const word = length === 0 ? null : wordAt(text, at);
    if (length > 0 && (word === null || word.end < at + length)) return { is: 'word', as, id, start: at, end: at + length };
  }
  return null;
}

function yearsAt(text: string, at: number): Token | null {
  if (!YEARS_FIRST.includes(text.charAt(at))) return null;
  const found = SPAN_OF_YEARS.exec(text.slice(at, at + WINDOW))?.[0];
  return found === undefined ? null : { is: 'word', as: 'time', id: 'last', start: at, end: at + found.length };
}

/** 两项合计, 三类内部事务信息: words of the lexicon that begin with a numeral. */
function numeralWordAt(text: string, at: number): Token | null {
  if (!'一二两三四'.includes(text.charAt(at))) return null;
  const word = wordAt(text, at);
  return word !== null && word.end - at > 2 ? word : null;
}

function numberAt(text: string, at: number): Token | null {
  const unit = text.charCodeAt(at);
  const arabic = unit >= 0x30 && unit <= 0x39;
  if (!arabic && !NUMERALS.includes(text.charAt(at))) return null;
  if (arabic) {
    const ahead = text.slice(at, at + WINDOW);
    const year = YEAR.exec(ahead)?.[0];
    if (year !== undefined) return { is: 'date', year: Number(year.slice(0, 4)), start: at, end: at + year.length };
    const date = DATE.exec(ahead)?.[0];
    if (date !== undefined) return { is: 'date', year: null, start: at, end: at + date.length };
  }
  const quantity = quantityAt(text, at);
  if (quantity !== null) return { is: 'quantity', quantity, start: at, end: quantity.end };
  if (!arabic) return null;
  const digits = /^[0-9.,]+/u.exec(text.slice(at, at + WINDOW))?.[0] ?? text.charAt(at);
  return { is: 'unknown', text: digits, start: at, end: at + digits.length };
}

const LAST_YEAR = /^上一?年/u;

function wordAt(text: string, at: number): Token | null {
  const second = text.charCodeAt(at + 1);
  for (const entry of wordsFrom(text.charCodeAt(at))) {
    // Most words part at their second character.
    if (entry.text.length > 1 && entry.text.charCodeAt(1) !== second) continue;
    if (!text.startsWith(entry.text, at)) continue;
    // 加上年结转3件: 上 belongs to the year.
    if (entry.text === '依法' && text.charAt(at + 2) === '律') continue;
    if (entry.text === '加上' && LAST_YEAR.test(text.slice(at + 1, at + 4))) continue;
    return { is: 'word', as: entry.as, id: entry.id, start: at, end: at + entry.text.length };
  }
  return null;
}
