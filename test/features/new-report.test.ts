// A new report has the form of its year, its names, and what last year's report carried out.

import { describe, expect, it } from 'vitest';
import { checkReport } from '../../server/src/check.ts';
import { newReport } from '../../server/src/features/requests/new-report-request.ts';
import { valueOf } from '../../server/src/parse/model.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { composeDraft, type DraftLayout } from '../support/draft.ts';
import { FORM_IDS, yearIn } from '../support/forms.ts';

/** The organ of the composed drafts, which are of 2023 (2021 form) and 2020 (2019 form). */
const ORGAN = '青禾县人民政府办公室';

/** What the editor writes when a snippet is taken and nothing filled in. */
function plain(snippet: string): string {
  return snippet.replaceAll(/\$\{\d+\}/gu, '').replaceAll(/\\([\\$}])/gu, '$1');
}

function candidate(text: string, uri = 'file:///last.txt') {
  return { uri, text };
}

describe.each([
  [2020, '2019'],
  [2021, '2021'],
  [2025, '2021'],
] as const)('a report of %i', (year, form) => {
  const { form: chosen, snippet, carried } = newReport({ organ: ' 临江市人民政府 ', year, candidates: [] });
  const report = parseReport(plain(snippet));

  it('uses the form of its year, and says who and when', () => {
    expect([chosen, report.detectedForm.id, report.year?.value, report.unit]).toEqual([form, form, year, '临江市人民政府']);
    expect(report.period).toMatchObject({ from: { year, month: 1, day: 1 }, to: { year, month: 12, day: 31 } });
    expect(carried).toBeNull();
  });

  it('has no finding but those of a form nobody has filled in', () => {
    const blank = report.text.replaceAll('临江市人民政府', '').replaceAll(/20\d\d(?=年)/gu, '');
    expect(rulesOf(report.text)).toContain('cell-blank');
    expect(rulesOf(report.text).filter((rule) => !rulesOf(blank).includes(rule))).toEqual([]);
  });
});

function rulesOf(text: string): readonly string[] {
  return [...new Set(checkReport(parseReport(text)).findings.map(({ rule }) => rule))];
}

describe('last year’s report', () => {
  const layouts: readonly DraftLayout[] = ['space', 'tab', 'pipe'];
  const cases = FORM_IDS.flatMap((form) => layouts.map((layout) => [form, layout] as const));

  it.each(cases)('of the %s form in layout %s gives 上年结转, column by column', (form, layout) => {
    const year = yearIn(form, 2023) + 1;
    for (const text of [composeDraft({ form, layout }), composeDraft({ form, layout }).replaceAll('\n', '\r\n').replaceAll('行政', '⾏政')]) {
      const { snippet, carried } = newReport({ organ: ORGAN, year, candidates: [candidate(text)] });
      expect(carried).toEqual({ kind: 'taken', uri: 'file:///last.txt', total: 1 });
      const report = parseReport(plain(snippet));
      expect(['natural', 'business', 'total'].map((column) => valueOf(report, `applications/carried-in/${column}`))).toEqual([1, 0, 1]);
      expect(valueOf(report, 'applications/new/total')).toBeNull();
    }
  });

  it('is no other organ’s and no other year’s', () => {
    const last = candidate(composeDraft({ form: '2021', layout: 'tab' }));
    expect(newReport({ organ: '青禾县人民政府', year: 2024, candidates: [last] }).carried).toBeNull();
    expect(newReport({ organ: ORGAN, year: 2023, candidates: [last] }).carried).toBeNull();
    expect(newReport({ organ: ORGAN, year: 2024, candidates: [candidate('会议纪要')] }).carried).toBeNull();
  });

  it('may be there twice if both say the same; else nothing is taken', () => {
    const text = composeDraft({ form: '2021', layout: 'tab' });
    const other = composeDraft({ form: '2021', layout: 'tab', cells: new Map([['applications/carried-out/natural', '2']]) });
    const [one, two] = [candidate(text), candidate(text, 'file:///copy.txt')];
    expect(newReport({ organ: ORGAN, year: 2024, candidates: [one, two] }).carried).toMatchObject({ kind: 'taken', total: 1 });
    const { snippet, carried } = newReport({ organ: ORGAN, year: 2024, candidates: [one, candidate(other, 'file:///copy.txt')] });
    expect(carried).toEqual({ kind: 'differing', uris: ['file:///last.txt', 'file:///copy.txt'] });
    expect(valueOf(parseReport(plain(snippet)), 'applications/carried-in/total')).toBeNull();
  });

  it('without its number is named', () => {
    const blank = composeDraft({ form: '2021', layout: 'tab', cells: new Map([['applications/carried-out/total', 'x']]) });
    expect(newReport({ organ: ORGAN, year: 2024, candidates: [candidate(blank)] }).carried).toEqual({ kind: 'unknown', uri: 'file:///last.txt' });
  });
});

it('takes a name as text, whatever snippet syntax it looks like', () => {
  const { snippet } = newReport({ organ: '临江${1:市}政府', year: 2024, candidates: [] });
  expect(snippet.split('\n')[0]).toBe('临江\\${1:市\\}政府2024年政府信息公开工作年度报告');
});
