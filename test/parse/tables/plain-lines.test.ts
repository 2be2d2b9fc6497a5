// A plain line, and a plain field, read as the lexer's patterns read them: a character without width sends the same text the other way.

import { describe, expect, it } from 'vitest';
import { findHeadings } from '../../../server/src/parse/document/headings.ts';
import { findRegions } from '../../../server/src/parse/document/regions.ts';
import { readSurface } from '../../../server/src/parse/document/surface.ts';
import { lexRegion } from '../../../server/src/parse/tables/lines/lex.ts';
import { plainField, PlainLine } from '../../../server/src/parse/tables/lines/plain-line.ts';
import { ZERO_WIDTH_SPACE } from '../../../server/src/text/fold.ts';
import { generate } from '../../generator/generate.ts';
import { LAYOUTS } from '../../generator/layouts/index.ts';
import { NOISES } from '../../generator/noises/index.ts';

const [NONE] = NOISES;
const SEEDS = [1, 2, 3];

/** Every item of the three tables as it reads, in its field; where bars end cells, lines are blanks. */
function itemsOf(text: string): readonly string[] {
  const surface = readSurface(text);
  const regions = findRegions(surface, findHeadings(surface), text.length);
  return [regions.proactive, regions.applications, regions.disputes].flatMap((region) =>
    region === null
      ? []
      : lexRegion(surface, region, []).items.map(({ kind, start, end, line, field, fields, runTogether }) =>
          [kind, surface.text.slice(start, end).replaceAll(ZERO_WIDTH_SPACE, ''), field < 0 || fields > 0 ? line : '', field, fields, runTogether].join(' '),
        ),
  );
}

describe.each(LAYOUTS.filter(({ markup }) => markup !== true).map((layout) => [layout.name, layout] as const))('%s', (_name, layout) => {
  it.each(SEEDS)('reads the same with a character without width in its words, seed %i', (seed) => {
    const { text } = generate(seed, { layout, ...(NONE && { noise: NONE }) });
    expect(itemsOf(text.replaceAll(/(?<=[\u4e00-\u9fff0-9])(?=[ |\t\r\n])/gu, ZERO_WIDTH_SPACE))).toEqual(itemsOf(text));
  });
});

describe('a plain line', () => {
  const line = new PlainLine();
  const isPlain = (text: string) => line.read(text, { start: 0, end: text.length });

  it('is words of a label, then numbers', () => {
    expect(isPlain(' （一）予以公开'.replaceAll('（', '(').replaceAll('）', ')') + '  12 0 3 ')).toBe(true);
    expect(line.label).toEqual({ start: 1, end: 8 });
    expect(Array.from(line.starts.slice(0, line.count))).toEqual([10, 13, 15]);
    expect(Array.from(line.ends.slice(0, line.count))).toEqual([12, 14, 16]);
  });

  it.each([
    '予以公开 1 件',
    '没有',
    '无 0 0',
    '予以公开 1,234 0',
    '3 . 其他',
    '1.余件 0',
    '予以公开 1.5',
    '予以公开。 1',
    '丨 0 0',
    '10.其他处理情形 0',
    '12 万元',
    '不变 0',
  ])('is not %s', (text) => {
    expect(isPlain(text)).toBe(false);
  });
});

describe('a plain field', () => {
  it.each([
    ['12', 'value'],
    ['予以公开', 'label'],
    ['1.属于国家秘密', 'label'],
    ['无', null],
    ['1 234', null],
    ['12件', null],
    ['"12"', null],
    ['', null],
    ['1234567890123456', null],
  ])('%s is %s', (text, kind) => {
    expect(plainField(text, { start: 0, end: text.length })).toBe(kind);
  });
});
