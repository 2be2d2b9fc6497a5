// Recognises noise in a table region: page marks, rulings, sentences beside the table.

import { isHan } from '../../../text/han.ts';
import type { Span } from '../../../text/span.ts';
import { isBlank } from '../../document/surface.ts';
import { MAX_RULING } from '../../limits.ts';

/** `- 5 -`, `—3—`, `第 3 页`, `第3页 共8页`, `3 / 8`: never values. */
const PAGE_MARK = /^(?:[-–—―]{1,2} ?[0-9]{1,4} ?[-–—―]{1,2}|第 ?[0-9]{1,4} ?页(?:[,/ ]*共 ?[0-9]{1,4} ?页)?|[0-9]{1,3} ?\/ ?[0-9]{1,3})$/u;
/** Lines that only draw: Markdown's separator row, box rulings, pandoc's dashes. */
const RULING = /^(?=.*(?:--|[─━═┄┅┈┉╌╍=_]{2}|:-|\|-\|))[-─━═┄┅┈┉╌╍=_+:|\s┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╭╮╯╰┍┑┕┙┝┥┯┷┿]+$/u;

const MAX_PAGE_MARK = 24;

export function isPageMark(slice: string): boolean {
  return slice.length <= MAX_PAGE_MARK && PAGE_MARK.test(slice);
}

export function isRuling(slice: string): boolean {
  return slice.length <= MAX_RULING && !isHan(slice.charCodeAt(0)) && RULING.test(slice);
}

/** A bare number at the foot of a page: only the form feed behind it tells it from a value. */
export function isPageNumber(text: string, line: Span, slice: string): boolean {
  if (!/^[0-9]{1,3}$/u.test(slice)) return false;
  if (text.slice(line.start, line.end).includes('\f')) return true;
  let next = line.end;
  while (next < text.length && isBlank(text.charCodeAt(next)) && text.charAt(next) !== '\f') next++;
  return text.charAt(next) === '\f';
}

/** Sentences around a table speak of numbers too; longer lines hold whole tables. */
export const MAX_SENTENCE_LINE = 400;

export function isSentence(slice: string): boolean {
  return slice.length <= MAX_SENTENCE_LINE && (slice.includes('。') || COUNTS.test(slice)) && !/[0-9](?:\s+[0-9]+){4}/u.test(slice);
}

/** 无法提供78件 其中不掌握68件: words that join counts of 件 make a sentence where its point was left out. A comma does not: rows have it between their columns. */
const COUNTS = /^(?=.*(?:其中|分别))(?:[^0-9]*[\u4e00-\u9fff] ?[0-9]+ ?件){2,}[^0-9]*$/u;
