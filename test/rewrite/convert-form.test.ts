// A report of the older form becomes one of the newer form, with every number either carried or named.

import { describe, expect, it } from 'vitest';
import { checkReport } from '../../server/src/check.ts';
import { cellName } from '../../server/src/findings/describe.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { convertForm, type FormConversion } from '../../server/src/rewrite/conversion/convert-form.ts';
import type { CellKey } from '../../server/src/forms/form.ts';
import { NEWEST_FORM } from '../../server/src/forms/index.ts';
import { valueOf } from '../../server/src/parse/model.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { composeDraft, type DraftLayout } from '../support/draft.ts';

/** A report of 2023 on the form of 2019, with cases under （六）. */
const CELLS: ReadonlyMap<CellKey, string> = new Map([
  ['applications/other/natural', '2'],
  ['applications/other/total', '2'],
  ['applications/granted/natural', '6'],
  ['applications/granted/total', '9'],
  ['issued/regulations/total', '7'],
] as const);

function draft(layout: DraftLayout): string {
  return composeDraft({ form: '2019', layout, cells: CELLS }).replaceAll('2020年', '2023年');
}

const TEXTS: Readonly<Record<string, string>> = {
  space: draft('space'),
  tab: draft('tab'),
  pipe: draft('pipe'),
  'one cell a line': draft('tab')
    .replaceAll('\t', '\n')
    .replaceAll(/\n{2,}/gu, '\n'),
  'radicals and CRLF': draft('tab').replaceAll('行政', '⾏政').replaceAll('\n', '\r\n'),
};

function converted(text: string): Extract<FormConversion, { readonly kind: 'converted' }> {
  const conversion = convertForm(parseReport(text));
  if (conversion?.kind !== 'converted') throw new Error(conversion?.reason ?? 'nothing to convert');
  return conversion;
}

describe.each(Object.entries(TEXTS))('in layout %s', (_, text) => {
  const before = parseReport(text);
  const { edits, notes } = converted(text);
  const after = parseReport(applyEdits(text, edits));

  it('the report uses the form of its year, and the finding is gone', () => {
    expect(checkReport(before).findings.map(({ rule }) => rule)).toContain('form-outdated');
    const { findings } = checkReport(after);
    expect(after.detectedForm.id).toBe('2021');
    expect([...new Set(findings.map(({ rule }) => rule))].filter((rule) => rule !== 'cell-blank' && rule !== 'radical-character')).toEqual([]);
    expect(after.cells.size).toBe(175 + 10 + 15);
  });

  it('every number is carried to where it means the same, or named', () => {
    for (const { key, table, row, text: number, reading } of before.cells.values()) {
      if (reading.kind !== 'number' || table === 'disputes') continue;
      const carried =
        valueOf(after, key) === reading.value && (table === 'applications' ? row !== 'other' : /\/made$|\/decisions$/u.test(key) && row !== 'other');
      const name = row === 'other' && table === 'applications' ? '（六）其他处理' : cellName(before.detectedForm.form, key);
      // One or the other, never both: what is named has no place.
      expect(
        notes.filter((note) => note.includes(name) && note.includes(`原为${number}，`) === (name !== '（六）其他处理')),
        key,
      ).toHaveLength(carried ? 0 : 1);
    }
    expect(notes).toContain('“规章·对外公开总数量”原为7，新格式没有这一格，未填入。');
  });

  it('（六） is divided by nobody but the clerk', () => {
    expect(notes.find((note) => note.startsWith('（六）其他处理'))).toContain('自然人2，总计2');
    expect(valueOf(after, 'applications/unpaid/natural')).toBeNull();
    expect(valueOf(after, 'applications/unpaid/business')).toBe(0);
    expect(valueOf(after, 'applications/total/total')).toBe(16);
    expect(valueOf(after, 'issued/normative/effective')).toBeNull();
  });

  it('nothing outside the tables changes', () => {
    const outside = (whole: string) => whole.slice(0, whole.indexOf('二、主动公开')) + whole.slice(whole.indexOf('四、政府信息公开'));
    expect(outside(applyEdits(text, edits))).toBe(outside(text));
    if (text.includes('\r\n')) expect(applyEdits(text, edits)).not.toMatch(/[^\r]\n/u);
  });
});

it('leaves a report of the newest form alone', () => {
  expect(convertForm(parseReport(composeDraft({ form: NEWEST_FORM.id, layout: 'tab' })))).toBeNull();
  expect(convertForm(parseReport(composeDraft({ form: 'hybrid', layout: 'tab' })))).toBeNull();
});

it('refuses a table that was not read whole, or with a sentence in it', () => {
  const torn = draft('tab')
    .replace(/(2\.重复申请.*)\t0\n/u, '$1\n')
    .replace(/(3\.要求提供公开出版物)\t0/u, '$1\tx y');
  expect(convertForm(parseReport(torn))).toMatchObject({ kind: 'refused' });
  const mixed = draft('tab').replace('\n第二十条第（五）项', '\n以上含下属单位数据。\n第二十条第（五）项');
  expect(convertForm(parseReport(mixed))).toMatchObject({ kind: 'refused' });
});

it('says when the older form is the right one', () => {
  const { notes, doubt } = converted(composeDraft({ form: '2019', layout: 'tab' }));
  expect(notes[0]).toMatch(/^本年报写的是2020年度，该年度通行2019年格式/u);
  expect(doubt).toBe('本年报写的是2020年度，该年度通行2019年格式');
});
