// Reports written in the layout of their form read back as they were: as Word, as HTML, as Markdown.

import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../server/src/documents/open-document.ts';
import { writeWord } from '../../../server/src/documents/word-write/write-word.ts';
import type { CellKey } from '../../../server/src/forms/form.ts';
import { parseReport } from '../../../server/src/parse/parse.ts';
import type { Report } from '../../../server/src/parse/model.ts';
import { printedReport } from '../../../server/src/rewrite/export/printed-report.ts';
import { htmlPage } from '../../../server/src/rewrite/export/to-html.ts';
import { markdown } from '../../../server/src/rewrite/export/to-markdown.ts';
import { generate } from '../../generator/generate.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../samples');
const SAMPLES = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

/** `EXPORTED=1000 npx vitest run test/rewrite/export` writes so many of them. */
const COUNT = Number(process.env['EXPORTED'] ?? 40);

const WRITERS: Readonly<Record<string, (report: Report) => string>> = {
  Word: (report) => textOf(writeWord(printedReport(report))),
  HTML: (report) => htmlPage(printedReport(report)),
  Markdown: (report) => markdown(printedReport(report)),
};

function textOf(bytes: Uint8Array): string {
  const opening = openDocument(bytes, '年报.docx');
  if (opening === null || 'problem' in opening) throw new Error(opening === null ? 'text' : opening.problem);
  return opening.text;
}

/** Values of cells, parts, title and year: what has to be the same. Blank cells have none. */
function contentOf(report: Report) {
  const numbers = [...report.cells.values()].flatMap(({ key, reading }): [CellKey, number][] => (reading.kind === 'number' ? [[key, reading.value]] : []));
  return {
    numbers: numbers.toSorted(([one], [other]) => (one < other ? -1 : 1)),
    parts: report.sections.map(({ id }) => id),
    form: report.detectedForm.form.id,
    year: report.year?.value,
    unit: report.unit,
    claims: report.claims.map(({ value }) => value),
  };
}

describe.each(Object.entries(WRITERS))('written as %s', (_, write) => {
  it(`${COUNT} generated reports`, () => {
    for (let seed = 1; seed <= COUNT; seed++) {
      const report = parseReport(generate(seed).text);
      if (printedReport(report).notes.length > 0) continue;
      expect(contentOf(parseReport(write(report))), `seed ${seed}`).toEqual(contentOf(report));
    }
  });

  it.each(SAMPLES)('$name', ({ text }) => {
    const report = parseReport(text);
    expect(contentOf(parseReport(write(report)))).toEqual(contentOf(report));
  });

  it('hostile words stay words', () => {
    const report = parseReport(`${SAMPLES[0]?.text ?? ''}\n<script>alert(1)</script> & "x" ]]> \u0000 \ud800 |a|b| \\ *c* # d\n`);
    const written = write(report);
    expect(written).toContain('alert(1)');
    expect(contentOf(parseReport(written)).numbers).toEqual(contentOf(report).numbers);
  });
});

it('HTML holds no tag of the text', () => {
  const page = WRITERS['HTML']?.(parseReport(`${SAMPLES[0]?.text ?? ''}\n<script>alert(1)</script>\n`)) ?? '';
  expect(page).toContain('&lt;script&gt;alert(1)');
  expect(page).not.toContain('<script');
});
