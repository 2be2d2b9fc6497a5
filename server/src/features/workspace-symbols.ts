// Symbols of reports and their parts for workspace/symbol: matched by organ, year and title, shortened or in pinyin initials.

import type { SymbolInformation } from 'vscode-languageserver';
import { initialOf } from '../rewrite/initials.ts';
import type { Report } from '../parse/model.ts';
import { fold } from '../text/fold.ts';
import { isHan } from '../text/han.ts';
import { rangeOf } from '../text/lines.ts';
import { isSubsequence } from '../text/subsequence.ts';
import { MAX_SYMBOLS } from './limits.ts';
import { outlineOf } from './outline/outline.ts';

/** LSP's numbers. */
const FILE = 1;
const NAMESPACE = 3;

/** A report and its parts, as they can be found: plain data, whoever read the file. */
export function symbolsOfReport(uri: string, report: Report): SymbolInformation[] {
  const name = nameOf(report);
  const start = report.title?.span ?? { start: 0, end: 0 };
  const whole = { name, kind: FILE, location: { uri, range: rangeOf(report.lines, start) } } as const;
  const parts = outlineOf(report).filter(({ kind }) => kind === 'part');
  return [
    whole,
    ...parts.map<SymbolInformation>((part) => ({
      name: part.name,
      kind: NAMESPACE,
      location: { uri, range: rangeOf(report.lines, part.selection) },
      containerName: name,
    })),
  ];
}

/** Those in whose own name or report's name every word of the query is found, in the order given: whole reports before parts. */
export function matchingSymbols(symbols: readonly SymbolInformation[], query: string): SymbolInformation[] {
  const words = fold(query)
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const found = symbols.filter(({ name, containerName = '' }) => {
    const keys = [keyOf(name), keyOf(containerName)];
    return words.every((word) => keys.some((key) => isSubsequence(word, key) || isTypedByInitials(word, key)));
  });
  return [...found.filter(({ kind }) => kind === FILE), ...found.filter(({ kind }) => kind !== FILE)].slice(0, MAX_SYMBOLS);
}

/** 「某县统计局 2023 年政府信息公开工作年度报告」; what the report does not say is left out. */
function nameOf({ unit, year }: Report): string {
  return [unit, year === null ? null : `${year.value}年`].filter((known) => known !== null).join('') + '政府信息公开工作年度报告';
}

function keyOf(name: string): string {
  return fold(name).toLowerCase().replaceAll(/\s/gu, '');
}

/** Letters stand for the characters that begin with them; for one whose reading is not known, any letter does. */
function isTypedByInitials(word: string, key: string): boolean {
  let at = 0;
  for (const typed of word) {
    while (at < key.length && !stands(typed, key.charAt(at))) at++;
    if (at++ >= key.length) return false;
  }
  return true;
}

function stands(typed: string, character: string): boolean {
  if (typed === character) return true;
  return /[a-z]/u.test(typed) && isHan(character.charCodeAt(0)) && (initialOf(character) ?? typed) === typed;
}
