// Han key of a label for comparison, in simplified form: numbering, points, brackets, blanks and the glosses of mirror sites
// fall away.

import { fold } from './fold.ts';
import type { Span } from './span.ts';

/** Traditional characters that occur in the form's labels and headings; source and target alternate. */
const TRADITIONAL_PAIRS =
  '條条項项內内開开數数規规範范發发製制現现處处罰罚強强業业費费購购採采總总計计請请關关係系為为於于無无當当視视屬属' +
  '國国護护權权過过執执詢询機机構构務务類类舉举報报訴诉複复復复議议結结轉转審审維维糾纠況况體体動动題题進进問问單单' +
  '萬万額额產产財财團团證证據据獲获續续補补納纳繳缴應应徵征濟济員员會会對对佈布與与辦办給给時时個个後后準准標标錄录' +
  '寫写門门網网鎮镇鄉乡縣县區区廳厅學学術术廢废設设調调違违約约經经監监協协資资訊讯記记書书傳传眾众間间電电話话號号' +
  '覆复併并並并佔占鑒鉴勞劳險险優优質质檔档減减負负層层';

/** Zero where a character is its own simplified form. */
const simplified = new Uint16Array(0x10000);
for (let index = 0; index + 1 < TRADITIONAL_PAIRS.length; index += 2) {
  simplified[TRADITIONAL_PAIRS.charCodeAt(index)] = TRADITIONAL_PAIRS.charCodeAt(index + 1);
}

export function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

/** Spares the lines of a table with a cell on each whatever is done with words. */
export function hasHan(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) if (isHan(text.charCodeAt(at))) return true;
  return false;
}

/** The code unit by which a Han character is compared. */
export function hanKey(unit: number): number {
  return simplified[unit] || unit;
}

/** The Han characters of a folded text, simplified. */
export function hanOf(folded: string): string {
  let key = '';
  // Where a run begins that can be taken as it stands.
  let from = -1;
  for (let index = 0; index < folded.length; index++) {
    const unit = folded.charCodeAt(index);
    const simple = isHan(unit) ? hanKey(unit) : 0;
    if (simple === unit) {
      if (from < 0) from = index;
      continue;
    }
    if (from >= 0) key += folded.slice(from, index);
    from = -1;
    if (simple !== 0) key += String.fromCharCode(simple);
  }
  return from < 0 ? key : key + folded.slice(from);
}

const keys = new Map<string, string>();

/** `hanOf` of a text that belongs to a form: there are few, and they come again in every report. */
export function hanOfName(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = hanOf(fold(name));
  keys.set(name, key);
  return key;
}

/** Whether `likeness` can reach `least` at all; costs little. Lengths tell for most, else the characters both have, in any order. */
export function mayBeAlike(first: string, second: string, least: number): boolean {
  const length = first.length + second.length;
  if (2 * Math.min(first.length, second.length) < least * length) return false;
  let shared = 0;
  for (let index = 0; index < first.length; index++) if (second.includes(first.charAt(index))) shared++;
  return 2 * Math.min(shared, second.length) >= least * length;
}

/**
 * How alike two short Han texts are, 0 to 1: twice the longest common subsequence over both lengths.
 * Quadratic in the lengths; callers bound them.
 */
export function likeness(first: string, second: string): number {
  if (first === '' || second === '') return 0;
  let row = new Uint16Array(second.length + 1);
  let next = new Uint16Array(second.length + 1);
  for (let i = 0; i < first.length; i++) {
    for (let j = 0; j < second.length; j++) {
      next[j + 1] = first.charCodeAt(i) === second.charCodeAt(j) ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0);
    }
    [row, next] = [next, row];
  }
  return (2 * (row[second.length] ?? 0)) / (first.length + second.length);
}
