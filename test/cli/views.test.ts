// JSON of `check` and `parse` has exactly the keys that scripts depend on, and ranges into the original text.

import { expect, test } from 'vitest';
import type { ParseView } from '../../server/src/cli/views.ts';
import { indexLines, spanOf } from '../../server/src/text/lines.ts';
import type { Range } from '../../server/src/text/span.ts';
import { BROKEN, checkLines, draft, folderWith, gouji, NO_REPORT, UNBALANCED, WIDE } from './support.ts';

async function parse(text: string): Promise<ParseView> {
  const { status, stdout } = await gouji({ cwd: folderWith({ 'a.txt': text }) }, 'parse', 'a.txt');
  expect(status).toBe(0);
  return JSON.parse(stdout) as ParseView;
}

function slicer(text: string): (range: Range) => string {
  const lines = indexLines(text);
  return (range) => {
    const { start, end } = spanOf(lines, range);
    return text.slice(start, end);
  };
}

test.each(['\n', '\r\n', '\r'])('parse: identity, parts and cells, line end %j', async (lineEnd) => {
  const text = draft({ 'enforcement/penalties/decisions': '/', 'enforcement/coercion/decisions': '待定' }).replaceAll('\n', lineEnd);
  const view = await parse(text);
  const slice = slicer(text);
  expect(Object.keys(view)).toEqual(['path', 'recognised', 'form', 'year', 'unit', 'title', 'sections', 'cells', 'claims']);
  expect(view).toMatchObject({ path: 'a.txt', recognised: true, form: '2021', year: 2023, unit: '青禾县人民政府办公室', claims: [] });
  expect(view.title).toBe('青禾县人民政府办公室2023年政府信息公开工作年度报告');
  expect(view.sections.map(({ id, title }) => `${id} ${title.slice(0, 2)}`)).toEqual([
    'overview 一、',
    'proactive 二、',
    'applications 三、',
    'disputes 四、',
    'problems 五、',
    'other 六、',
  ]);
  for (const { title, range } of view.sections) expect(slice(range)).toBe(title);
  for (const cell of Object.values(view.cells)) expect(slice(cell.range)).toBe(cell.text);
  expect(view.cells['applications/new/total']).toMatchObject({ value: 16, text: '16' });
  expect(view.cells['enforcement/penalties/decisions']).toMatchObject({ value: null, text: '/' });
  expect(view.cells).not.toHaveProperty('enforcement/coercion/decisions');
});

test('parse: a blank cell is there, empty, where it would be filled', async () => {
  const { stdout } = await gouji({ cwd: '/', stdin: '三、收到和处理政府信息公开申请情况\n<table>' }, 'parse', '-');
  expect(JSON.parse(stdout)).toMatchObject({ path: '-' });
  const text = BROKEN.split('\n')
    .map((line) => (line.startsWith('行政处罚 ') ? '| 行政处罚 | |' : line))
    .join('\n');
  const view = await parse(text);
  expect(view.cells['enforcement/penalties/decisions']).toMatchObject({ value: null });
});

test('check: identity, equations and findings', async () => {
  const cwd = folderWith({ 'a.txt': UNBALANCED });
  const [view] = checkLines((await gouji({ cwd }, 'check', 'a.txt')).stdout);
  expect(Object.keys(view ?? {})).toEqual(['path', 'recognised', 'form', 'year', 'unit', 'equations', 'ready', 'silenced', 'findings']);
  expect(view?.equations).toEqual({ total: 42, holding: 40, broken: 2, unchecked: 0 });
  const [finding] = view?.findings ?? [];
  expect(Object.keys(finding ?? {})).toEqual(['rule', 'severity', 'message', 'range', 'cells', 'actual', 'expected', 'related', 'fixes']);
  expect(finding).toMatchObject({ severity: 'error', cells: ['applications/granted/total'], actual: 14, expected: 11 });
  expect(slicer(UNBALANCED)(finding?.range as Range)).toBe('14');
  expect(finding?.fixes).toMatchObject([{ kind: 'value', edits: [{ range: finding?.range, newText: '11' }] }]);
  const [notation] = checkLines((await gouji({ cwd, stdin: WIDE }, 'check', '-')).stdout);
  expect(Object.keys(notation?.findings[0] ?? {})).toEqual(['rule', 'severity', 'message', 'range', 'cells', 'related', 'fixes']);
});

test('a text that is no report has the same keys, and says nothing', async () => {
  const cwd = folderWith({ 'a.txt': `${NO_REPORT}2023年政府信息公开工作年度报告会议\n` });
  const checked = await gouji({ cwd }, 'check', 'a.txt');
  expect(JSON.parse(checked.stdout)).toEqual({
    path: 'a.txt',
    recognised: false,
    form: null,
    year: null,
    unit: null,
    equations: { total: 0, holding: 0, broken: 0, unchecked: 0 },
    ready: false,
    silenced: 0,
    findings: [],
  });
  const parsed = await gouji({ cwd }, 'parse', 'a.txt');
  expect(JSON.parse(parsed.stdout)).toEqual({
    path: 'a.txt',
    recognised: false,
    form: null,
    year: null,
    unit: null,
    title: null,
    sections: [],
    cells: {},
    claims: [],
  });
});
