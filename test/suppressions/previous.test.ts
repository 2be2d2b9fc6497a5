// Last year's report helps to tell which number of this year's is wrong.

import { expect, test } from 'vitest';
import { carriedOut, keptFigures } from '../../server/src/suppressions/previous.ts';
import { NO_SUPPRESSIONS } from '../../server/src/suppressions/suppression.ts';
import { changeData, changeFrom, type SuppressionChange } from '../../server/src/suppressions/write.ts';
import { previousLink } from '../../server/src/features/requests/previous-request.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { DRAFT_NAMES, type DraftForm, type DraftLayout } from '../support/draft.ts';
import { checked, draft, NAME, suppressionsIn, written } from './support.ts';

function linkTo(text: string): SuppressionChange {
  return { kind: 'previous', previous: { path: '../2022/青禾县.txt', cells: carriedOut(parseReport(text)) } };
}

/** Carried in 3 instead of 1, and the row's total typed to match: any row of the balance may be the wrong one. */
const WRONG = draft({ 'applications/carried-in/natural': '3', 'applications/carried-in/total': '3' });

test.each<DraftForm>(DRAFT_NAMES)('last year carried out what a %s report says', (form) => {
  const cells = carriedOut(parseReport(draft({ 'applications/carried-out/legal': '' }, 'pipe', form)));
  expect(Object.fromEntries(cells)).toEqual({
    'applications/carried-out/natural': 1,
    'applications/carried-out/business': 0,
    'applications/carried-out/research': 0,
    'applications/carried-out/charity': 0,
    'applications/carried-out/other': 0,
    'applications/carried-out/total': 1,
  });
});

test('the row that last year contradicts is suspected first, and the message says why', () => {
  const suppressions = suppressionsIn(written(null, linkTo(draft({}))));
  const [before] = checked(WRONG).findings;
  const [after] = checked(WRONG, suppressions).findings;
  expect([before?.rule, after?.rule]).toEqual(['unbalanced', 'unbalanced']);
  expect(JSON.stringify(before)).not.toContain('上年年报');
  expect(before?.cells[0]).not.toContain('carried-in');
  expect(after?.cells.slice(0, 2).toSorted()).toEqual(['applications/carried-in/natural', 'applications/carried-in/total']);
  expect(JSON.stringify(after)).toContain('上年年报的结转下年度“自然人”为1');
});

test('a report that adds up is held against what last year carried out', () => {
  const other = draft({ 'applications/carried-out/natural': '5', 'applications/carried-out/total': '5' });
  const { findings } = checked(draft({}), suppressionsIn(written(null, linkTo(other))));
  expect(findings.map(({ rule, cells, expected }) => [rule, cells, expected])).toEqual([
    ['carry-over', ['applications/carried-in/natural', 'applications/carried-in/total'], 5],
  ]);
  expect(checked(draft({}), suppressionsIn(written(null, linkTo(draft({}))))).findings).toEqual([]);
});

test('what is kept of last year: what was carried out, what is in force, how many items there are', () => {
  expect([...keptFigures(parseReport(draft({}))).keys()].filter((key) => !key.startsWith('applications/carried-out/'))).toEqual([
    'issued/regulations/effective',
    'issued/normative/effective',
  ]);
  const older = [...keptFigures(parseReport(draft({}, 'tab', '2019'))).keys()].filter((key) => !key.startsWith('applications/'));
  expect(older).toContain('licensing/licences/previous');
  expect(older).toContain('fees/fees/change');
  expect(older.some((key) => key.startsWith('issued/'))).toBe(false);
});

test('from one form to the other only what was carried over can be compared', () => {
  const older = draft({ 'licensing/licences/previous': '99' }, 'tab', '2019');
  const suppressions = { ...NO_SUPPRESSIONS, previous: { path: 'a.txt', cells: keptFigures(parseReport(older)) } };
  expect(checked(draft({}), suppressions).findings).toEqual([]);
});

test('linking again takes the place of the former link and leaves suppressions alone', () => {
  const change = linkTo(draft({}));
  const former = written(null, { kind: 'off', rule: 'term' }, change).replace('"path"', '"by": "王",\n        "path"');
  const after = JSON.parse(written(former, linkTo(draft({ 'applications/carried-out/natural': '2' })))).files[NAME];
  expect(after.off).toEqual(['term']);
  expect(after.previous).toMatchObject({ by: '王', path: '../2022/青禾县.txt', cells: { 'applications/carried-out/natural': 2 } });
  expect(changeFrom(JSON.parse(JSON.stringify(changeData(change))))).toEqual(change);
});

test.each<[DraftForm, DraftLayout]>([
  ['2019', 'space'],
  ['2021', 'tab'],
  ['2021', 'pipe'],
  ['hybrid', 'space'],
])('a %s report in the %s layout can be linked, with radicals and CRLF', (form, layout) => {
  const now = parseReport(draft({}));
  const last = draft({}, layout, form)
    .replaceAll(/20(?:23|20)年/gu, '2022年')
    .replaceAll('\n', '\r\n');
  const found = previousLink(now, { text: last.replace('自然人', '⾃然⼈'), path: '2022.txt' });
  expect(found).toMatchObject({ kind: 'found', total: 1, year: 2022, unit: '青禾县人民政府办公室', inDoubt: false });
  expect(previousLink(now, { text: last.replaceAll('2022年', '2021年'), path: '' })).toMatchObject({ kind: 'found', inDoubt: true });
  expect(previousLink(now, { text: last.replaceAll('青禾县', '青苗县'), path: '' })).toMatchObject({ kind: 'found', inDoubt: true });
});

test('what is no report, or has no such row, is not linked', () => {
  const now = parseReport(draft({}));
  expect(previousLink(now, { text: '会议通知', path: '' })).toEqual({ kind: 'no-report' });
  const torn = draft({}).replace(/^四、结转下年度继续办理.*\n/mu, '');
  expect(previousLink(now, { text: torn, path: '' })).toEqual({ kind: 'no-numbers' });
});
