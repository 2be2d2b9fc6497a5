// The real reports: one line a text, totals outside and inside the declinable tables.

import { basename } from 'node:path';
import { splitKey } from '../../server/src/forms/form.ts';
import { reportEnd, valueOf } from '../../server/src/parse/model.ts';
import { proseSpans } from '../../server/src/parse/prose/words/prose-spans.ts';
import type { Span } from '../../server/src/text/span.ts';
import { createRng } from '../generator/rng.ts';
import { type CorpusText, loadCorpus } from './corpus.ts';
import { changeDigit } from './located/slips.ts';
import { brokenSpans, readText, scoreCells, type Reading } from './score.ts';

interface Totals {
  expected: number;
  right: number;
  absent: number;
  wrong: number;
}

const MINIMUM_RIGHT = 0.995;
const MINIMUM_FOUND = 0.8;
const SHOWN_PER_TEXT = 6;

/** Prints the table; the sentences that come back are the thresholds that fail. */
export function measurePublished(folder: string, print: (line: string) => void): readonly string[] {
  const failures: string[] = [];
  const outside: Totals = { expected: 0, right: 0, absent: 0, wrong: 0 };
  const inside: Totals = { expected: 0, right: 0, absent: 0, wrong: 0 };
  print('published reports: cells expected, right, absent, wrong');
  for (const text of loadCorpus(folder)) failures.push(...measureText(text, outside, inside, print));
  print(totalLine('outside declinable', outside));
  print(totalLine('inside declinable', inside));
  if (outside.right < outside.expected * MINIMUM_RIGHT) failures.push('published: fewer than 99.5 % right outside declinable tables');
  if (outside.wrong + inside.wrong > 0) failures.push('published: cells were read wrongly');
  return failures;
}

function measureText(source: CorpusText, outside: Totals, inside: Totals, print: (line: string) => void): readonly string[] {
  const reading = readText(source.text);
  if (reading instanceof Error) {
    outside.expected += source.cells.size;
    outside.absent += source.cells.size;
    print(`  ${source.file}: ${reading.message}`);
    return [`published: exception on ${source.file}`];
  }
  const { report, result } = reading;
  const failures: string[] = [];
  const score = scoreCells(report, source.cells);
  const isDeclinable = (key: string): boolean => source.declinable.has(key.split('/')[0] ?? '');
  for (const key of source.cells.keys()) (isDeclinable(key) ? inside : outside).expected++;
  for (const key of score.absent) (isDeclinable(key) ? inside : outside).absent++;
  for (const { key } of score.wrong) (isDeclinable(key) ? inside : outside).wrong++;
  const declinable = [...source.cells.keys()].filter(isDeclinable).length;
  const declinableMissed = score.absent.filter(isDeclinable).length + score.wrong.filter(({ key, expected }) => expected !== null && isDeclinable(key)).length;
  inside.right += declinable - declinableMissed;
  outside.right += score.right - (declinable - declinableMissed);
  print(
    `  ${source.file}: ${source.cells.size} ${score.right} ${score.absent.length} ${score.wrong.length}` +
      `${report.recognised ? '' : ' NOT RECOGNISED'} · ${report.detectedForm.id}${report.detectedForm.hybrid ? ' hybrid' : ''} ${report.year?.value ?? '-'} ${report.unit ?? '-'} · ${ruleCounts(result.findings)}`,
  );
  for (const { key, expected, found } of score.wrong.slice(0, SHOWN_PER_TEXT)) print(`      wrong ${key}: ${expected} read as ${JSON.stringify(found)}`);
  const missed = score.absent.filter((key) => !isDeclinable(key));
  if (missed.length > 0) print(`      absent ${[...new Set(missed.map((key) => rowOf(key)))].slice(0, SHOWN_PER_TEXT).join(' ')}`);
  if (score.absent.some(isDeclinable) && !result.findings.some((finding) => finding.rule === 'table-unreadable')) {
    failures.push(`published: ${source.file} lacks cells and no table-unreadable says so`);
  }
  const broken = brokenSpans(reading);
  if (broken.length > 0) failures.push(`published: broken spans in ${source.file}: ${broken.slice(0, 3).join(', ')}`);
  if (source.meta !== null) {
    const found = { unit: report.unit, year: report.year?.value ?? null, form: report.detectedForm.id };
    for (const name of ['unit', 'year', 'form'] as const) {
      if (found[name] !== source.meta[name]) failures.push(`published: ${basename(source.file)} ${name} is ${found[name]}, not ${source.meta[name]}`);
    }
  }
  return failures;
}

function rowOf(key: Parameters<typeof splitKey>[0]): string {
  const { table, row } = splitKey(key);
  return `${table}/${row}`;
}

/** So many numbers of a text's sentences are changed, one at a time. */
const CHANGED_PER_TEXT = 6;
const SEED = 44;
/** A number of a clause that names what the tables count; what the grammar makes of it is not asked. */
const COUNTED = /(?<![0-9.,])[0-9]{1,6}(?=[ \t\r\n]*[件起])/gu;
const OF_TABLES =
  /申请|复议|诉讼|行政许可|行政处罚|行政强制|规范性文件|予以公开|部分公开|不予|答复|办结|结转|下年度|自然人|法人|无法提供|其他处理|维持|纠正|其他结果|审结/u;
/** Smaller ones stand in many cells. */
const SMALLEST = 10;

/** Numbers of published sentences that stand in the tables, each changed by a digit: whether it is told at the number. */
export function measureChangedSentences(folder: string, print: (line: string) => void): readonly string[] {
  const tally = { texts: 0, changed: 0, found: 0 };
  const missed: string[] = [];
  for (const { file, text } of loadCorpus(folder)) {
    const reading = readText(text);
    if (reading instanceof Error) continue;
    const rng = createRng(SEED);
    const places = [...numbersOf(reading)];
    tally.texts += Number(places.length > 0);
    for (let drawn = 0; drawn < CHANGED_PER_TEXT && places.length > 0; drawn++) {
      const [{ start, end }] = places.splice(rng.int(0, places.length - 1), 1) as [Span];
      const changed = text.slice(0, start) + String(changeDigit(Number(text.slice(start, end)), rng)) + text.slice(end);
      const again = readText(changed);
      const isFound =
        !(again instanceof Error) && again.result.findings.some(({ rule, span }) => rule.startsWith('prose-') && span.start <= start && span.end > start);
      tally.changed++;
      tally.found += Number(isFound);
      if (!isFound) missed.push(`${file}: ${text.slice(Math.max(0, start - 30), end + 8).replaceAll(/\s/gu, '')}`);
    }
  }
  print(`published sentences with a changed number: ${tally.texts} texts, ${tally.changed} changed, ${tally.found} found`);
  for (const example of missed) print(`    missed ${example}`);
  return tally.found < tally.changed * MINIMUM_FOUND ? ['published: fewer changed numbers of sentences found than before'] : [];
}

/** Outside the tables, and of a value that a cell which was read has. */
function numbersOf({ report }: Reading): readonly Span[] {
  const values = new Set([...report.cells.keys()].map((key) => valueOf(report, key)));
  return proseSpans({ ...report, end: reportEnd(report) }).flatMap(({ start, end }) => {
    const words = report.folded.slice(start, end);
    return [...words.matchAll(COUNTED)].flatMap((found): readonly Span[] => {
      const value = Number(found[0]);
      const clause = words.slice(Math.max(...['。', ';', ',', '、'].map((mark) => words.lastIndexOf(mark, found.index))) + 1, found.index);
      if (value < SMALLEST || !values.has(value) || !OF_TABLES.test(clause)) return [];
      return [{ start: start + found.index, end: start + found.index + found[0].length }];
    });
  });
}

/** `rule×count` of everything above a hint. */
export function ruleCounts(findings: readonly { readonly rule: string; readonly severity: string }[]): string {
  const counts = new Map<string, number>();
  for (const { rule, severity } of findings) {
    const name = `${severity === 'error' ? '!' : ''}${rule}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([rule, count]) => `${rule}×${count}`).join(' ');
}

function totalLine(name: string, totals: Totals): string {
  const share = totals.expected === 0 ? 100 : (100 * totals.right) / totals.expected;
  return `  ${name}: ${totals.right} of ${totals.expected} right (${share.toFixed(2)} %), ${totals.absent} absent, ${totals.wrong} wrong`;
}
