// Texts with invisible characters read the same, and names keep what belongs to them.

import { describe, expect, it } from 'vitest';
import { checkReport } from '../../../server/src/check.ts';
import { parseReport } from '../../../server/src/parse/parse.ts';
import { composeDraft, type DraftLayout } from '../../support/draft.ts';

const LAYOUTS: readonly DraftLayout[] = ['space', 'tab', 'pipe'];
const MARKS = [0x200e, 0x200f, 0x61c, 0x180e, ...range(0x202a, 0x202e), ...range(0x2066, 0x206f)].map((unit) => String.fromCodePoint(unit));
const SELECTORS = ['\ufe00', '\ufe0e', '\ufe0f', '\u{e0100}', '\u{e01ef}'];

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function cellsOf(text: string): readonly (readonly [string, unknown])[] {
  return [...parseReport(text).cells.values()].map(({ key, reading }) => [key, reading.kind === 'number' ? reading.value : reading.kind]);
}

describe.each(LAYOUTS)('%s', (layout) => {
  const draft = composeDraft({ form: '2021', layout });

  it.each(MARKS)('marks around every number: %j', (mark) => {
    expect(cellsOf(draft.replaceAll(/\d+/gu, (digits) => mark + digits + mark))).toEqual(cellsOf(draft));
  });

  it.each(SELECTORS)('selectors behind every digit and in labels: %j', (selector) => {
    const marked = draft
      .replaceAll(/\d/gu, (digit) => digit + selector)
      .replaceAll(/行政许可|予以公开|总计|规章/gu, (label) => [...label].map((character) => character + selector).join(''));
    expect(cellsOf(marked)).toEqual(cellsOf(draft));
    const found = checkReport(parseReport(marked)).findings;
    expect(found.map(({ rule }) => rule)).toEqual(['invisible-character']);
  });
});

it('compares a sentence over them', () => {
  const draft = composeDraft({ form: '2021', layout: 'tab' });
  const said = (number: string) =>
    checkReport(parseReport(draft.replace('（二）依申请公开。', `（二）依申请公开。全年收到政府信息公开申请${number}件。`))).findings.map(({ rule }) => rule);
  expect(said('16')).toEqual([]);
  expect(said('\u206617\u2069')).toEqual([...said('17'), 'invisible-character'].sort());
});

it('leaves the form of a character in a name alone', () => {
  const report = parseReport(composeDraft({ form: '2021', layout: 'tab' }).replaceAll('青禾县', '青禾\u{e0101}县'));
  expect(report.unit).toContain('\u{e0101}');
  expect(checkReport(report).findings).toEqual([]);
});
