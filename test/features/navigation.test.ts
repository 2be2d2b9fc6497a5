// Definition, references and highlights between totals and addends, sentences and cells, and back.

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { definition } from '../../server/src/features/definition.ts';
import { documentHighlights } from '../../server/src/features/document-highlight.ts';
import { references } from '../../server/src/features/references.ts';
import type { Report } from '../../server/src/parse/model.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { spanOf } from '../../server/src/text/lines.ts';
import type { Span } from '../../server/src/text/span.ts';
import { loadCorpus, readShared } from '../accuracy/corpus.ts';
import { SHARED } from '../corpus/shared.ts';
import { generate } from '../generator/generate.ts';
import { LAYOUTS } from '../generator/layouts/index.ts';
import { FORM_IDS, resultsIn } from '../support/forms.ts';
import { BETWEEN, PASTED, pasted } from './layouts.ts';
import { atCursor, changed } from './texts.ts';

const KINDS = ['', 'text', 'read', 'write'];

/** What stands at spans: the key of a cell, or the words of a sentence. */
function namesOf(report: Report, spans: readonly Span[]): readonly string[] {
  return spans.map((span) => {
    const cell = [...report.cells.values()].find((each) => each.span.start === span.start && each.span.end === span.end);
    const claim = report.claims.find((each) => each.numberSpan.start === span.start && each.numberSpan.end === span.end);
    return cell?.key.replace(/^applications\//u, '') ?? claim?.text ?? `?${report.text.slice(span.start, span.end)}`;
  });
}

function defined(marked: string): readonly string[] | null {
  const { text, offset } = atCursor(marked);
  const report = parseReport(text);
  const found = definition(report, offset);
  return found === null ? null : namesOf(report, found.targets);
}

function referring(marked: string, includeDeclaration = false): readonly string[] {
  const { text, offset } = atCursor(marked);
  const report = parseReport(text);
  return namesOf(report, references(report, offset, { includeDeclaration }));
}

/** Highlighted places by kind. */
function highlighted(marked: string): Readonly<Record<string, readonly string[]>> | null {
  const { text, offset } = atCursor(marked);
  const report = parseReport(text);
  const found = documentHighlights(report, offset);
  if (found === null) return null;
  const byKind: Record<string, string[]> = {};
  for (const { range, kind } of found) (byKind[KINDS[kind ?? 0] ?? ''] ??= []).push(...namesOf(report, [spanOf(report.lines, range)]));
  return byKind;
}

const APPLICANTS = ['natural', 'business', 'research', 'charity', 'legal', 'other'];
const across = (row: string) => APPLICANTS.map((column) => `${row}/${column}`);

describe.each(FORM_IDS)('in a report of %s', (form) => {
  const results = resultsIn(form).map(({ id }) => id);
  const down = (column: string) => results.map((row) => `${row}/${column}`);

  describe.each(PASTED)('pasted as %s, with radicals and CRLF', (layout) => {
    const text = pasted(form, layout);
    const between = BETWEEN[layout];
    /** The text with the cursor in the n-th cell of a row whose label stands right before its cells. */
    const atCell = (label: string, column: number) => {
      const row = `${label}${`${between}0`.repeat(7)}`;
      const cells = Array.from({ length: 7 }, (_, index) => (index === column ? `${between}‸0` : `${between}0`)).join('');
      return changed(text, row, `${label}${cells}`);
    };
    const label = '2.重复申请';

    it('leads from a total to its addends', () => {
      expect(defined(atCell(label, 6))).toEqual(across('repeat'));
    });

    it('leads from an addend to the totals that count it in', () => {
      expect(defined(atCell(label, 1))).toEqual(['repeat/total', 'total/business']);
    });

    it('leads from a sentence to its cell, and from there back', () => {
      expect(defined(changed(text, '办结0件', '办结‸0件'))).toEqual(['total/total']);
      expect(referring(changed(text, '办结0件', '办结‸0件'))).toEqual(['total/total']);
    });

    it('finds the other cells of the equations of a cell', () => {
      const expected = [...results.filter((row) => row !== 'repeat').map((row) => `${row}/business`), ...across('repeat'), 'repeat/total', 'total/business'];
      const found = referring(atCell(label, 1));
      expect(found.toSorted()).toEqual(expected.filter((key) => key !== 'repeat/business').toSorted());
      expect(referring(atCell(label, 1), true)).toHaveLength(found.length + 1);
    });

    it('highlights the sums of an addend, and only its own sum for a total', () => {
      expect(highlighted(atCell(label, 6))).toEqual({ read: across('repeat'), write: ['repeat/total'] });
      expect(highlighted(atCell(label, 0))).toEqual({
        read: expect.arrayContaining([...across('repeat'), ...down('natural')]) as unknown,
        write: ['repeat/total', 'total/natural'],
      });
    });

    it('highlights the cells of a sentence', () => {
      expect(highlighted(changed(text, '申请0件', '申请‸0件'))).toEqual({ read: ['new/total'], write: ['收到政府信息公开申请0件'] });
    });

    it('has nothing for a heading', () => {
      const heading = changed(text, '一、总体情况', '一、总体‸情况');
      expect([defined(heading), referring(heading, true), highlighted(heading)]).toEqual([null, [], null]);
    });
  });
});

it('shows a total row with the results above it and its balance', () => {
  const text = pasted('2021', 'tabs');
  const marked = changed(text, '（七）总计\t', '（七）总计\t‸');
  expect(highlighted(marked)).toMatchObject({ write: ['total/natural'], text: ['new/natural', 'carried-in/natural', 'carried-out/natural'] });
  expect(highlighted(marked)?.['read']).toHaveLength(21);
});

it('makes a cell outside all sums its own definition, so that editors show its references', () => {
  expect(defined(changed(pasted('2021', 'tabs'), '⾏政处罚\t0', '⾏政处罚\t‸0'))).toEqual(['enforcement/penalties/decisions']);
});

it('shows the corner of table three with both sums that it is the total of', () => {
  const text = pasted('2021', 'tabs');
  const corner = text.lastIndexOf('0', text.indexOf('四、结转下年度继续办理'));
  const targets = defined(`${text.slice(0, corner)}‸${text.slice(corner)}`);
  expect(targets).toHaveLength(6 + 21);
  expect(targets).toEqual(expect.arrayContaining(across('total')));
});

/** Definition of a claim and references of its cells, of a cell and its equations, are each other's inverse. */
function expectInverse(name: string, report: Report): void {
  const known = new Map<number, ReadonlyMap<string, Span>>();
  const referred = (offset: number) => {
    const spans = known.get(offset) ?? new Map(references(report, offset, { includeDeclaration: false }).map((span) => [placed(span), span]));
    known.set(offset, spans);
    return spans;
  };
  const oneWay: string[] = [];
  for (const claim of report.claims) {
    const targets = definition(report, claim.numberSpan.start)?.targets ?? [];
    const cells = [...(claim.readings[0]?.sum ?? []), ...(claim.readings[0]?.over ?? [])];
    if (targets.length === 0 && cells.some((key) => report.cells.has(key))) oneWay.push(`${claim.text} leads nowhere`);
    for (const target of targets) if (!referred(target.start).has(placed(claim.numberSpan))) oneWay.push(`${placed(target)} to ${claim.text}`);
  }
  for (const cell of report.cells.values()) {
    for (const span of referred(cell.span.start).values()) {
      if (!referred(span.start).has(placed(cell.span))) oneWay.push(`${placed(span)} to ${cell.key}`);
    }
  }
  expect(oneWay, name).toEqual([]);
}

function placed({ start, end }: Span): string {
  return `${start}-${end}`;
}

it.each(LAYOUTS.map((layout) => [layout.name, layout] as const))('is inverse on a report in the layout %s', (name, layout) => {
  expectInverse(name, parseReport(generate(400, { layout }).text));
});

describe.runIf(SHARED !== null)('on published texts', () => {
  const folder = SHARED ?? '';
  const texts = SHARED === null ? [] : [...loadCorpus(folder).map(({ file, text }) => [file, text] as const), ...seeds(folder)];

  it.each(texts)('is inverse on %s', (file, text) => {
    const report = parseReport(text);
    expectInverse(file, report);
  });

  it('sees many claims with cells', () => {
    const bound = texts.flatMap(([, text]) => {
      const report = parseReport(text);
      return report.claims.filter((claim) => definition(report, claim.numberSpan.start) !== null);
    });
    expect(bound.length).toBeGreaterThan(100);
  });
});

function seeds(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(path.join(folder, 'seeds')).map((name) => [name, readShared(folder, `seeds/${name}`)] as const);
}
