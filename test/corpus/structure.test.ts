// Outline, folds, selections, tokens and hints keep their promises on every text at hand, published, generated, torn or
// hostile.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { DocumentSymbol, SelectionRange } from 'vscode-languageserver';
import { checkReport } from '../../server/src/check.ts';
import { documentSymbols, flatDocumentSymbols } from '../../server/src/features/document-symbols.ts';
import { foldingRanges } from '../../server/src/features/folding-ranges.ts';
import { inlayHints } from '../../server/src/features/inlay-hints.ts';
import { selectionRanges } from '../../server/src/features/selection-ranges.ts';
import { semanticTokens } from '../../server/src/features/semantic-tokens.ts';
import type { Report } from '../../server/src/parse/model.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { indexLines, spanOf } from '../../server/src/text/lines.ts';
import type { Range, Span } from '../../server/src/text/span.ts';
import { loadCorpus } from '../accuracy/corpus.ts';
import { HOSTILE, hostileText } from '../fuzz/hostile.ts';
import { generate } from '../generator/generate.ts';
import { LAYOUTS } from '../generator/layouts/index.ts';
import { NOISES } from '../generator/noises/index.ts';
import { SHARED } from './shared.ts';

const SAMPLES = fileURLToPath(new URL('../samples/', import.meta.url));
const [NO_NOISE] = NOISES;

interface Named {
  readonly name: string;
  readonly text: string;
}

const published: readonly Named[] = SHARED === null ? [] : loadCorpus(SHARED).map(({ file, text }) => ({ name: file, text }));
const samples: readonly Named[] = readdirSync(SAMPLES).map((name) => ({ name, text: readFileSync(SAMPLES + name, 'utf8') }));
const generated: readonly Named[] = LAYOUTS.map((layout, index) => ({
  name: `generated ${layout.name}`,
  text: generate(81_000 + index, { layout, ...(NO_NOISE && { noise: NO_NOISE }) }).text,
}));
const hostile: readonly Named[] = HOSTILE.map((each) => ({ name: `hostile ${each.name}`, text: hostileText(each, 2_000) }));

/** A text that breaks off, in the middle of a table as often as not. */
function broken({ name, text }: Named, index: number): Named {
  const share = SHARES[index % SHARES.length] ?? 1;
  return { name: `${name} up to ${share}`, text: text.slice(0, Math.floor(text.length * share)) };
}

const SHARES = [0.35, 0.6, 0.8];
const whole = [...published, ...samples, ...generated];

test.each([...whole, ...whole.map(broken), ...hostile])('outline, folds, selections, tokens and hints of $name', ({ text }) => {
  const report = parseReport(text);
  const faults = {
    outline: outlineFaults(report),
    folds: foldFaults(report),
    selections: selectionFaults(report),
    tokens: tokenFaults(report),
    hints: hintFaults(report),
  };
  expect(faults).toEqual({ outline: [], folds: [], selections: [], tokens: [], hints: [] });
});

test.each([...samples, ...generated])('the same outline of $name with other line breaks', ({ text }) => {
  const outline = (lineBreak: string) => namesOf(documentSymbols(parseReport(text.replaceAll(/\r?\n/gu, lineBreak))));
  expect(outline('\r\n')).toEqual(outline('\n'));
});

function namesOf(symbols: readonly DocumentSymbol[]): readonly string[] {
  return symbols.flatMap(({ name, detail, children }) => [`${name} ${detail ?? ''}`, ...namesOf(children ?? [])]);
}

function outlineFaults(report: Report): readonly string[] {
  const faults = symbolFaults(report, documentSymbols(report), { start: 0, end: report.text.length });
  const flat = flatDocumentSymbols(report, 'file:///a').map(({ location: { range } }) => spanIn(report, range).start);
  return flat.every((start, index) => start >= (flat[index - 1] ?? 0)) ? faults : [...faults, 'the flat list is out of order'];
}

function symbolFaults(report: Report, symbols: readonly DocumentSymbol[], parent: Span): readonly string[] {
  let floor = parent.start;
  return symbols.flatMap(({ name, range, selectionRange, children = [] }) => {
    const [span, selection] = [spanIn(report, range), spanIn(report, selectionRange)];
    const faults = [
      ...(name.trim() === '' ? ['a symbol without a name'] : []),
      ...(span.start < floor || span.end > parent.end || span.end <= span.start ? [`${name}: reaches out`] : []),
      ...(selection.start < span.start || selection.end > span.end ? [`${name}: selection outside`] : []),
    ];
    floor = span.end;
    return [...faults, ...symbolFaults(report, children, span)];
  });
}

function foldFaults(report: Report): readonly string[] {
  const folds = foldingRanges(report, Infinity);
  const last = report.lines.starts.length - 1;
  const open: number[] = [];
  return folds.flatMap(({ startLine, endLine }, index) => {
    const before = folds[index - 1]?.startLine ?? -1;
    while ((open.at(-1) ?? Infinity) < startLine) open.pop();
    const outer = open.at(-1) ?? last;
    open.push(endLine);
    return startLine > before && endLine > startLine && endLine <= outer ? [] : [`${startLine}–${endLine} within ${outer}`];
  });
}

/** Every cell and claim, and places all over the text. */
function selectionFaults(report: Report): readonly string[] {
  const step = Math.max(1, Math.floor(report.text.length / 60));
  const spread = Array.from({ length: Math.floor(report.text.length / step) + 1 }, (_, index) => index * step);
  // No position of the protocol lies between the two characters of a line break.
  const places = spread.filter((offset) => !report.text.startsWith('\r\n', offset - 1));
  const offsets = [
    ...places,
    ...[...report.cells.values()].slice(0, 40).map(({ span }) => span.start),
    ...report.claims.slice(0, 20).map(({ numberSpan }) => numberSpan.start),
  ];
  return selectionRanges(report, offsets).flatMap((selection, index) => {
    const offset = offsets[index] ?? 0;
    const chain = chainOf(report, selection);
    const [innermost] = chain;
    const outermost = chain.at(-1);
    const grows = chain.every((span, at) => {
      const outer = chain[at + 1];
      return outer === undefined || (outer.start <= span.start && span.end <= outer.end && outer.end - outer.start > span.end - span.start);
    });
    const holds = innermost !== undefined && innermost.start <= offset && offset <= innermost.end;
    return grows && holds && outermost?.start === 0 && outermost.end === report.text.length ? [] : [`at ${offset}`];
  });
}

function chainOf(report: Report, selection: SelectionRange): readonly Span[] {
  return [spanIn(report, selection.range), ...(selection.parent === undefined ? [] : chainOf(report, selection.parent))];
}

function tokenFaults(report: Report): readonly string[] {
  const { findings } = checkReport(report);
  const data = semanticTokens(report, findings, { start: 0, end: report.text.length }).data;
  const faults: string[] = [];
  let [line, character, end] = [0, 0, 0];
  for (let index = 0; index < data.length; index += 5) {
    const [lines = 0, characters = 0, length = 0] = data.slice(index, index + 3);
    if (lines > 0) [character, end] = [0, 0];
    line += lines;
    character += characters;
    const width = (report.lines.ends[line] ?? 0) - (report.lines.starts[line] ?? 0);
    if (character < end || length <= 0 || character + length > width) faults.push(`${line}:${character}+${length} behind ${end}`);
    end = character + length;
  }
  return faults;
}

function hintFaults(report: Report): readonly string[] {
  const hints = inlayHints({ report, findings: checkReport(report).findings }, { start: 0, end: report.text.length });
  const { starts, ends } = indexLines(report.text);
  return hints.flatMap(({ position: { line, character } }, index) => {
    const atEnd = character === (ends[line] ?? 0) - (starts[line] ?? 0);
    return atEnd && line > (hints[index - 1]?.position.line ?? -1) ? [] : [`${line}:${character}`];
  });
}

function spanIn({ lines }: Report, range: Range): Span {
  return spanOf(lines, range);
}
