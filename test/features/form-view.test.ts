// The form view draws every cell that was read, every finding somewhere, and where nothing was read.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkReport } from '../../server/src/check.ts';
import { formView, type FormView } from '../../server/src/features/form-view/form-view.ts';
import { cellKey, type CellKey } from '../../server/src/forms/form.ts';
import type { Report } from '../../server/src/parse/model.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { spanOf } from '../../server/src/text/lines.ts';
import { SHARED } from '../corpus/shared.ts';
import { composeDraft, DRAFT_NAMES, draftWith } from '../support/draft.ts';

function viewOf(report: Report): FormView {
  const check = checkReport(report);
  return formView({ report, check, visible: check.findings, previous: null, knownLayout: null });
}

function keysOf({ layout }: FormView): readonly CellKey[] {
  return (layout?.parts ?? []).flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ key }) => key))));
}

describe.each(DRAFT_NAMES)('on the form %s', (form) => {
  it.each(['tab', 'space', 'pipe'] as const)('every cell of a draft with %s is drawn as the text has it', (layout) => {
    const report = parseReport(composeDraft({ form, layout }));
    const view = viewOf(report);
    expect(Object.keys(view.cells).toSorted()).toEqual([...keysOf(view)].toSorted());
    for (const [key, cell] of report.cells) {
      const { start, end } = spanOf(report.lines, view.cells[key]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
      expect([key, view.cells[key]?.text, report.text.slice(start, end)]).toEqual([key, cell.text, cell.text]);
    }
  });

  it('each cell of the form has one place in its layout', () => {
    const view = viewOf(parseReport(composeDraft({ form, layout: 'tab' })));
    const keys = parseReport(composeDraft({ form, layout: 'tab' })).detectedForm.form.tables.flatMap(({ id, rows, columns }) =>
      rows.flatMap((row) => columns.map((column) => cellKey(id, row.id, column.id))),
    );
    expect([...keysOf(view)].toSorted()).toEqual(keys.toSorted());
    expect(new Set(keysOf(view)).size).toBe(keys.length);
  });

  it('the prose is drawn, and the header rows of the tables are not drawn twice', () => {
    for (const layout of ['tab', 'space', 'pipe'] as const) {
      const { parts } = viewOf(parseReport(composeDraft({ form, layout })));
      expect(parts.overview?.before.length).toBe(6);
      for (const id of ['proactive', 'applications', 'disputes'] as const)
        expect([layout, id, parts[id]?.before, parts[id]?.after]).toEqual([layout, id, [], []]);
      expect(parts.problems?.before.map(({ text }) => text.slice(0, 5))).toEqual(['存在的问题', '改进情况：']);
    }
  });
});

it('a layout that is known is not sent again', () => {
  const report = parseReport(draftWith({}));
  const check = checkReport(report);
  const { layoutId } = viewOf(report);
  expect(formView({ report, check, visible: [], previous: null, knownLayout: layoutId }).layout).toBeNull();
});

it('a blank total says what its addends come to, once there are any, and only where row and column agree', () => {
  const expectedOf = (cells: Readonly<Record<CellKey, string>>, key: CellKey) => viewOf(parseReport(draftWith(cells))).cells[key]?.expected;
  expect(expectedOf({ 'applications/granted/total': '' }, 'applications/granted/total')).toBe(11);
  expect(expectedOf({ 'disputes/direct/total': '' }, 'disputes/direct/total')).toBe(0);
  expect(expectedOf({}, 'applications/granted/total')).toBeUndefined();
  expect(expectedOf({ 'applications/total/total': '', 'applications/total/natural': '99' }, 'applications/total/total')).toBeUndefined();
  const blank = Object.fromEntries(['upheld', 'corrected', 'other', 'pending', 'total'].map((column) => [`disputes/direct/${column}`, '']));
  expect(expectedOf(blank, 'disputes/direct/total')).toBeUndefined();
});

it('a number of a sentence names the cells that it speaks of', () => {
  const report = parseReport(draftWith({}).replace('（二）依申请公开。', '（二）依申请公开。收到申请16件。'));
  const paragraph = viewOf(report).parts.overview?.before.find(({ text }) => text.includes('16'));
  expect(paragraph?.figures.map(({ start, end, kind, cells }) => [paragraph.text.slice(start, end), kind, cells])).toEqual([
    ['16', 'backed', ['applications/new/total']],
  ]);
});

it('last year’s numbers stand beside this year’s, with the change', () => {
  const report = parseReport(draftWith({}));
  const linked = parseReport(draftWith({ 'issued/normative/effective': '14', 'applications/new/total': '20' }));
  const view = formView({ report, check: checkReport(report), visible: [], previous: { path: '上年.txt', cells: new Map(), linked }, knownLayout: null });
  expect(view.previous?.cells['issued/normative/effective']).toEqual({ value: 14, change: 1 });
  expect(view.previous?.cells['applications/new/total']).toEqual({ value: 20, change: -4 });
});

it('the lines of a part whose table was not read are shown as they stand', () => {
  const text = draftWith({}).replace(/三、收到和处理政府信息公开申请情况\n[\s\S]*?\n\n/u, '三、收到和处理政府信息公开申请情况\n见附件\n\n');
  const view = viewOf(parseReport(text));
  expect(view.tables.applications).toBe('missing');
  expect([...(view.parts.applications?.before ?? []), ...(view.parts.applications?.unread ?? [])].map((line) => line.text)).toEqual(['见附件']);
});

const FOLDERS = SHARED === null ? [] : ['corpus', 'faults'].map((name) => path.join(SHARED ?? '', name));
const TEXTS = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(?:txt|md|html?)$/u.test(name) && name !== 'README.md')
    .map((name) => path.join(folder, name)),
);

describe.runIf(TEXTS.length > 0)('of texts as they are published, and of hostile ones', () => {
  it.each(TEXTS.map((file) => [path.basename(file), file]))('%s: what was read is drawn, and all that is said of it', (_, file) => {
    const report = parseReport(readFileSync(file, 'utf8'));
    if (!report.recognised) return;
    const view = viewOf(report);
    const drawn = new Set(keysOf(view));
    for (const [key, cell] of report.cells) expect([key, drawn.has(key), view.cells[key]?.text]).toEqual([key, true, cell.text]);
    for (const { cells, part } of view.findings) {
      const isAtCell = cells.some((key) => view.cells[key] !== undefined && drawn.has(key));
      expect(isAtCell || part === null || view.parts[part] !== undefined).toBe(true);
    }
    // A table of which nothing was read is named as such, and the lines it may stand in are there.
    for (const { id, state } of report.tables) expect(view.tables[id]).toBe(state);
    for (const { id } of report.tables.filter(({ state }) => state === 'unreadable')) {
      const section = report.detectedForm.form.tables.find((table) => table.id === id)?.section;
      const part = section === undefined ? undefined : view.parts[section];
      if (part !== undefined) expect(part.unread.length + part.before.length).toBeGreaterThan(0);
    }
  });
});
