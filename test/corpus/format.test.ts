// Formatting on every text at hand: idempotent, nothing lost, nothing outside tables, commutes with fix-all.

import { expect, test } from 'vitest';
import { loadCorpus } from '../accuracy/corpus.ts';
import type { Edit } from '../../server/src/text/edits.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { fixLayout } from '../../server/src/fixes/fix-all.ts';
import { formatTables, type FormatLayout } from '../../server/src/rewrite/layout/format-tables.ts';
import type { Report } from '../../server/src/parse/model.ts';
import { MAX_LINE_COLUMNS } from '../../server/src/rewrite/limits.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { fold } from '../../server/src/text/fold.ts';
import { displayWidth } from '../../server/src/text/width.ts';
import { generate } from '../generator/generate.ts';
import { LAYOUTS } from '../generator/layouts/index.ts';
import { NOISES } from '../generator/noises/index.ts';
import { SHARED } from './shared.ts';

const CHOICES: readonly FormatLayout[] = ['tabs', 'aligned', 'keep'];
const FIRST_SEED = 8_100;
const published = SHARED === null ? [] : loadCorpus(SHARED).map(({ file, text }): readonly [string, string] => [file, text]);
/** Noises of a cell's text and of the blanks around it; each on another layout. */
const noises = NOISES.filter(({ name }) => ['none', 'radicals', 'full-width', 'trailing-blanks', 'zero-width', 'no-break-spaces'].includes(name));
const generated = LAYOUTS.map((layout, index): readonly [string, string] => {
  const noise = noises[index % noises.length];
  return [`${layout.name} ${noise?.name}`, generate(FIRST_SEED + index, { layout, ...(noise && { noise }) }).text];
});

function formatted(text: string, layout: FormatLayout): string {
  return applyEdits(text, formatTables(parseReport(text), { layout }));
}

/** Values by key, blanks with what stands for them. */
function values({ cells }: Report): unknown {
  return [...cells].map(([key, { reading, text }]) => [key, reading.kind === 'number' ? reading.value : reading.kind === 'blank' ? reading.standIn : text]);
}

/** All that is neither blank nor separator. */
function words(text: string): string {
  return fold(text).replaceAll(/[\s|\u200b]|:?-{2,}:?/gu, '');
}

/** Where an editor leaves a cursor that stands behind the last character of a cell. */
function moved(offset: number, edits: readonly Edit[]): number {
  let shift = 0;
  for (const { span, newText } of edits) {
    if (span.start >= offset) continue;
    if (span.end > offset) return -1;
    shift += newText.length - (span.end - span.start);
  }
  return offset + shift;
}

function expectKept(text: string, layout: FormatLayout): void {
  const report = parseReport(text);
  const edits = formatTables(report, { layout });
  const after = applyEdits(text, edits);
  const again = parseReport(after);
  expect(formatTables(again, { layout })).toEqual([]);
  expect(values(again)).toEqual(values(report));
  // In a folded header the ends of the names stand behind the beginnings of all.
  const [due, kept] = [text, after].map((each) =>
    Array.from(words(fixLayout(each).text))
      .toSorted()
      .join(''),
  );
  expect(kept).toBe(due);
  if (layout === 'aligned' && edits.length > 0) expectUnfolded(after, report);
  expect(formatted(fixLayout(text).text, layout)).toBe(fixLayout(after).text);
  const strayed = [...report.cells.values()].filter(({ key, text: shown, span }) => {
    const twin = again.cells.get(key);
    const at = moved(span.end, edits);
    return shown !== '' && twin !== undefined && !(twin.span.start <= at && at <= twin.span.end);
  });
  expect(strayed.map(({ key }) => key).slice(0, 3)).toEqual([]);
  const outside = edits.filter(({ span }) => !inTable(report, span.start));
  expect(outside).toEqual([]);
}

/** Put in one line again, folded labels and headers are what they were: no word has moved to another. */
function expectUnfolded(folded: string, report: Report): void {
  const unfolded = parseReport(formatted(folded, 'tabs'));
  expect(values(unfolded)).toEqual(values(report));
  const labels = ({ text, tables }: Report) => tables.flatMap(({ rows }) => rows.map(({ label }) => words(text.slice(label.start, label.end))));
  expect(labels(unfolded)).toEqual(labels(report));
}

/** Between the heading of a part with a table and the line of that table's last cell. */
function inTable(report: Report, offset: number): boolean {
  return report.detectedForm.form.sections.some(({ id }) => {
    const specs = report.detectedForm.form.tables.filter(({ section }) => section === id).map((spec) => spec.id);
    const cells = [...report.cells.values()].filter(({ table }) => specs.includes(table));
    const heading = report.sections.find((section) => section.id === id)?.heading.end ?? 0;
    const last = Math.max(0, ...cells.map(({ span }) => span.end));
    const end = report.text.slice(last).search(/[\r\n]|$/u) + last;
    return cells.length > 0 && heading <= offset && offset <= end;
  });
}

test.each([...published, ...generated])('nothing is lost: %s', (_, text) => {
  expectKept(text, 'tabs');
  expectKept(text, 'aligned');
});

test.each(generated.filter((_, index) => index % 4 === 0))('nothing is lost where separators are kept: %s', (_, text) => expectKept(text, 'keep'));

test.each(generated.filter(([name]) => /^(?:tabs|pipes|space)/u.test(name)))('line breaks of Windows stay: %s', (_, text) => {
  for (const layout of CHOICES) expect(formatted(text.replaceAll('\n', '\r\n'), layout)).toBe(formatted(text, layout).replaceAll('\n', '\r\n'));
});

test.each(generated.filter(([name]) => /^(?:tabs|pipes|space|pdf)/u.test(name)))('a row a line is laid out: %s', (_, text) => {
  expect(formatted(text, 'aligned')).not.toBe(text);
});

/** The lines of table three, of a report of which it was laid out. */
function tableThree(text: string): readonly string[] {
  const { span } = parseReport(text).tables.find(({ id }) => id === 'applications') ?? {};
  return span === undefined || span === null ? [] : text.slice(text.lastIndexOf('\n', span.start) + 1, span.end).split('\n');
}

test.each(generated.filter(([name]) => /^(?:tabs|space)/u.test(name) && !name.startsWith('tabs-repeated')))(
  'no line of table three is wider than a small window: %s',
  (_, text) => {
    const after = formatted(text, 'aligned');
    expect(tableThree(after).filter((line) => displayWidth(line) > MAX_LINE_COLUMNS)).toEqual([]);
    const seen = (lines: readonly string[]) => lines.map((line) => fold(line).replaceAll('\u200b', ''));
    expect(seen(tableThree(formatted(formatted(after, 'tabs'), 'aligned')))).toEqual(seen(tableThree(after)));
  },
);

test.each(generated.filter(([name]) => /^(?:cell-lines|html|box|one-line|torn)/u.test(name)))('another layout is left alone: %s', (_, text) => {
  for (const layout of CHOICES) expect(formatted(text, layout)).toBe(text);
});
