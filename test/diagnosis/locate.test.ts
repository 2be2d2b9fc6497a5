// Mistakes located behind broken sums, and how certain each is.

import { describe, expect, test } from 'vitest';
import { evaluateEquations } from '../../server/src/equations/evaluate.ts';
import type { OutsideFact } from '../../server/src/diagnosis/explanation.ts';
import { locate, type Mistake } from '../../server/src/diagnosis/locate.ts';
import type { CellKey } from '../../server/src/forms/form.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { composeDraft, DRAFT_NAMES, draftWith, type DraftForm } from '../support/draft.ts';

type Cells = Readonly<Record<CellKey, string>>;

function mistakesOf(cells: Cells, facts: readonly OutsideFact[] = [], form: DraftForm = '2021'): readonly Mistake[] {
  const report = parseReport(draftWith(cells, { form }));
  return locate(report, evaluateEquations(report), { facts }).mistakes;
}

/** One line a mistake: its kind, its cells with their values, how sure. */
function shown(mistakes: readonly Mistake[]): readonly string[] {
  return mistakes.map((mistake) => {
    switch (mistake.kind) {
      case 'cell':
        return `cell ${mistake.change.key}=${mistake.change.to}${mistake.sure ? ' sure' : ''}`;
      case 'misfiled':
        return `misfiled ${mistake.candidates.map(({ changes }) => changes.map(({ key, to }) => `${key}=${to}`).join(' ')).join(' or ')}${mistake.sure ? ' sure' : ''}`;
      case 'open':
        return `${mistake.reason} ${mistake.suspects.map(({ changes }) => changes.map(({ key, to }) => `${key}=${to}`).join(' ')).join(' or ')}`;
      case 'displaced':
        return `displaced ${mistake.axis} ${mistake.id}: ${mistake.candidates.map(({ values }) => values.join(' ')).join(' or ')}`;
      default:
        return mistake satisfies never;
    }
  });
}

describe('one wrong cell', () => {
  test.each<[string, Cells, string]>([
    ['of a result', { 'applications/granted/natural': '18' }, 'cell applications/granted/natural=8 sure'],
    ['a row total', { 'applications/granted/total': '12' }, 'cell applications/granted/total=11 sure'],
    ['of （七）', { 'applications/total/natural': '21' }, 'cell applications/total/natural=12 sure'],
    ['the corner of （七）', { 'applications/total/total': '61' }, 'cell applications/total/total=16 sure'],
    ['of 新收', { 'applications/new/business': '30' }, 'cell applications/new/business=3 sure'],
    ['a total of 结转下年度', { 'applications/carried-out/total': '11' }, 'cell applications/carried-out/total=1 sure'],
    ['below zero', { 'applications/repeat/total': '-5' }, 'cell applications/repeat/total=0 sure'],
  ])('%s is named with its value', (_, cells, due) => expect(shown(mistakesOf(cells))).toEqual([due]));

  test('is no longer sure where one of its equations could not be checked', () => {
    const mistakes = mistakesOf({ 'applications/granted/natural': '18', 'applications/granted/business': 'x' });
    expect(mistakes.every((mistake) => mistake.kind !== 'cell' || !mistake.sure)).toBe(true);
  });

  test('in a printed row that nothing else crosses is a tie, unless a slip stands out', () => {
    const rest = { 'applications/carried-in/natural': 'x', 'applications/carried-in/business': 'x', 'applications/carried-in/total': 'x' } as Cells;
    expect(shown(mistakesOf({ ...rest, 'applications/new/natural': '21' }))).toEqual(['cell applications/new/natural=12']);
    expect(shown(mistakesOf({ ...rest, 'applications/new/natural': '13' }))[0]).toMatch(/^tie /u);
  });
});

describe('several mistakes', () => {
  test('that touch nothing in common are named one by one, and no fix is sure', () => {
    expect(shown(mistakesOf({ 'applications/granted/natural': '18', 'applications/carried-out/business': '4' }))).toEqual([
      'cell applications/granted/natural=8',
      'cell applications/carried-out/business=0',
    ]);
  });

  test('in one row are one finding with both cells', () => {
    expect(shown(mistakesOf({ 'applications/granted/natural': '18', 'applications/granted/business': '4' }))).toEqual([
      'pair applications/granted/natural=8 applications/granted/business=2',
    ]);
  });

  test('of the same size may be crossed: both pairs are listed', () => {
    const [tie = ''] = shown(mistakesOf({ 'applications/granted/natural': '9', 'applications/partial/business': '1' }));
    expect(tie).toContain('applications/granted/natural=8 applications/partial/business=0');
    expect(tie).toContain('applications/granted/business=1 applications/partial/natural=1');
  });

  test('of table three and of table four are told apart', () => {
    const lines = shown(mistakesOf({ 'applications/granted/natural': '18', 'disputes/review/total': '9', 'disputes/direct/upheld': '1' }));
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['cell', 'block', 'block']);
  });

  test('beyond counting end in one finding', () => {
    const cells = Object.fromEntries(
      ['granted', 'partial', 'repeat', 'total', 'new'].flatMap((row, index) =>
        ['natural', 'business', 'legal', 'total'].map((column, at) => [`applications/${row}/${column}`, String((index + 3) * (at + 17) ** 2)]),
      ),
    );
    const lines = shown(mistakesOf(cells as Cells));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^many/u);
  });
});

describe('cases that stand in another column or row', () => {
  test('are moved back where one place only can hold them', () => {
    expect(shown(mistakesOf({ 'applications/granted/natural': '7', 'applications/granted/other': '1' }))).toEqual([
      'misfiled applications/granted/natural=8 applications/granted/other=0 sure',
    ]);
  });

  test('are listed for each row that may hold them', () => {
    const [line = ''] = shown(mistakesOf({ 'applications/not-held/natural': '2', 'applications/not-held/business': '0' }));
    for (const row of ['granted', 'partial', 'third-party', 'not-held']) expect(line).toContain(`applications/${row}/natural=`);
    expect(line).not.toContain('sure');
  });
});

describe('a total typed to match its wrong addend', () => {
  const wrong = { 'applications/partial/natural': '3', 'applications/partial/total': '3' } as Cells;

  test('is never one cell: every row that may be wrong is listed', () => {
    const [line = ''] = shown(mistakesOf(wrong));
    expect(line).toMatch(/^rows /u);
    for (const row of ['granted', 'partial', 'third-party', 'not-held']) expect(line).toContain(`applications/${row}/natural=`);
  });

  test('comes first where a sentence is bound to it', () => {
    const facts = [{ cells: ['applications/partial/total' as CellKey], value: 2, words: '正文写明部分公开2件' }];
    expect(shown(mistakesOf(wrong, facts))[0]).toMatch(/^rows applications\/partial\/natural=2 applications\/partial\/total=2/u);
  });

  test('of 新收 or 结转 names these rows', () => {
    const [line = ''] = shown(mistakesOf({ 'applications/new/natural': '13', 'applications/new/total': '17' }));
    expect(line).toMatch(/^rows /u);
    for (const row of ['new', 'carried-in', 'carried-out']) expect(line).toContain(`applications/${row}/natural=`);
  });
});

describe('table four', () => {
  test('lists the total and all addends that could give way', () => {
    const [line = ''] = shown(mistakesOf({ 'disputes/review/total': '3' }));
    expect(line).toMatch(/^block /u);
    expect(line.split(' or ')).toHaveLength(5);
  });

  test('is settled by outside evidence, and only by that', () => {
    const facts = [{ cells: ['disputes/review/total' as CellKey], value: 2, words: '正文写明行政复议2件' }];
    expect(shown(mistakesOf({ 'disputes/review/total': '3' }, facts))).toEqual(['cell disputes/review/total=2']);
  });
});

describe('a displaced row', () => {
  const text = composeDraft({ form: '2021', layout: 'space' });
  const displaced = (from: string, to: string) => {
    const report = parseReport(text.replace(from, to));
    return shown(locate(report, evaluateEquations(report)).mistakes);
  };

  test('of six values gets back the one it lost', () => {
    expect(displaced('公开 8 2 0 0 1 0 11', '公开 8 0 0 1 0 11')).toEqual(['displaced row granted: 8 2 0 0 1 0 11']);
  });

  test('of eight values loses the extra one', () => {
    expect(displaced('公开 8 2 0 0 1 0 11', '公开 8 2 0 5 0 1 0 11')).toEqual(['displaced row granted: 8 2 0 0 1 0 11']);
  });

  test('of seven values is moved back', () => {
    expect(displaced('总计 12 3 0 0 1 0 16', '总计 0 12 3 0 0 1 0')).toEqual(['displaced row total: 12 3 0 0 1 0 16']);
  });

  test('of two lost values is left to the count', () => {
    expect(displaced('公开 8 2 0 0 1 0 11', '公开 8 2 1 11')).toEqual([]);
  });
});

test('a consistent report has no mistakes', () => {
  for (const form of DRAFT_NAMES) expect(mistakesOf({}, [], form)).toEqual([]);
});
