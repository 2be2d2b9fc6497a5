// Skeletons say what the forms say: filled in, each is read back cell for cell, without a finding.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkReport } from '../../server/src/check.ts';
import { initialsOf } from '../../server/src/rewrite/initials.ts';
import { renderPlain } from '../../server/src/forms/skeletons/skeleton.ts';
import { skeletons } from '../../server/src/forms/skeletons/skeletons.ts';
import { snippetFiles } from '../../server/src/rewrite/snippets.ts';
import { cellKey, type FormId } from '../../server/src/forms/form.ts';
import { FORMS } from '../../server/src/forms/index.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { FORM_IDS } from '../support/forms.ts';
import { report } from './texts.ts';

const SNIPPETS = path.resolve(import.meta.dirname, '../../snippets');

describe.each(FORM_IDS)('the report of the %s form', (form) => {
  const cells = FORMS[form].tables.flatMap((table) => table.rows.flatMap((row) => table.columns.map((column) => cellKey(table.id, row.id, column.id))));

  it.each(['tabs', 'bars'] as const)('is read back whole with %s', (layout) => {
    const parsed = parseReport(report(form, layout));
    expect(parsed.detectedForm.id).toBe(form);
    expect([...parsed.cells.keys()].toSorted()).toEqual(cells.toSorted());
    expect(checkReport(parsed).findings).toEqual([]);
  });

  it.each([
    ['tabs at the head of a line made spaces, as an editor indents', /^\t+/gmu, (tabs: string) => ' '.repeat(4 * tabs.length)],
    ['blanks at the end of lines cut off', /[\t ]+$/gmu, () => ''],
    ['every cell on a line of its own', /\t+/gu, () => '\n'],
  ])('is read back whole with %s', (_, blanks, instead) => {
    const parsed = parseReport(report(form, 'tabs').replaceAll(blanks, instead));
    expect([...parsed.cells.keys()].toSorted()).toEqual(cells.toSorted());
    expect(checkReport(parsed).findings).toEqual([]);
  });

  it('prints table three under the three header rows of the form', () => {
    const [, first, second, third] = /^(.*申请人情况.*)\n(.*法人或其他组织.*)\n(.*商业企业.*)$/mu.exec(report(form, 'tabs')) ?? [];
    expect([first, second, third].map((line) => line?.split('\t').slice(1))).toEqual([
      ['申请人情况'],
      ['自然人', '法人或其他组织', '', '', '', '', '总计'],
      ['', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'],
    ]);
  });

  it('is recognised before anything is filled in', () => {
    const skeleton = skeletons().find((candidate) => candidate.kind === 'report' && candidate.forms.includes(form));
    const empty = skeleton === undefined ? '' : renderPlain(skeleton, { layout: 'tabs', lineBreak: '\r\n' }, 2020);
    const parsed = parseReport(empty);
    expect(parsed.recognised).toBe(true);
    expect([...parsed.cells.values()].every((cell) => cell.reading.kind === 'blank')).toBe(true);
    expect(parsed.cells.size).toBe(cells.length);
  });
});

it('has the report, six parts, the tables and every row of each form', () => {
  const count = (kind: string, form: FormId) => skeletons().filter((skeleton) => skeleton.kind === kind && skeleton.forms.includes(form)).length;
  expect(['report', 'part', 'table', 'group', 'row'].map((kind) => count(kind, '2021'))).toEqual([2, 6, 3 + 4 + 3, 5, 6 + 25 + 1]);
  expect(['report', 'part', 'table', 'group', 'row'].map((kind) => count(kind, '2019'))).toEqual([2, 6, 3 + 5 + 3, 4, 8 + 23 + 1]);
});

it('reaches every skeleton by initials', () => {
  const initials = new Map(skeletons().map(({ label, names }) => [label, initialsOf(names[0] ?? '')]));
  expect(initials.get('一、本年新收政府信息公开申请数量')).toBe('bnxszfxxgksqsl');
  expect(initials.get('2.重复申请')).toBe('cfsq');
  expect(
    skeletons()
      .flatMap(({ names }) => names.map(initialsOf))
      .filter((key) => !/^[a-z]{2,}$/u.test(key)),
  ).toEqual([]);
});

it('is what the committed snippet files say', () => {
  const files = snippetFiles();
  expect(
    readdirSync(SNIPPETS)
      .filter((name) => name.endsWith('.json'))
      .toSorted(),
  ).toEqual([...files.keys()].toSorted());
  for (const [name, text] of files) expect(readFileSync(path.join(SNIPPETS, name), 'utf8'), `npm run generate (${name})`).toBe(text);
});

it('gives every snippet a name of its own', () => {
  // Those of plain text are those of our language, under a short prefix.
  const names = [...snippetFiles()].filter(([name]) => name !== 'start.json').flatMap(([, text]) => Object.keys(JSON.parse(text) as object));
  expect(new Set(names).size).toBe(skeletons().length);
});

it('lists snippets once each, in the order of the form, those of a whole report as templates of files', () => {
  const files = [...snippetFiles()].filter(([name]) => name !== 'start.json');
  const entries = files.flatMap(([, text]) => Object.entries(JSON.parse(text) as Record<string, { readonly prefix: string; readonly isFileTemplate?: true }>));
  const inOrder = entries.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, { prefix }]) => prefix);
  const place = (prefix: string) => inOrder.findIndex((each) => each.startsWith(prefix));
  const some = [
    '政府信息公开工作年度报告（2021年格式）',
    '一、总体情况',
    '规章',
    '三、收到和处理',
    '三、本年度办理结果',
    '（一）予以公开',
    '五、存在的主要问题',
  ];
  expect(some.map(place)).toEqual(some.map(place).toSorted((one, other) => one - other));
  expect(new Set(inOrder).size).toBe(inOrder.length);
  expect(entries.filter(([, { isFileTemplate }]) => isFileTemplate === true)).toHaveLength(4);
});

it('stops at no total', () => {
  const [row = ''] =
    (JSON.parse(snippetFiles().get('rows.json') ?? '{}') as Record<string, { readonly body: readonly string[] }>)[
      Object.keys(JSON.parse(snippetFiles().get('rows.json') ?? '{}') as object).find((name) => name.includes('重复申请')) ?? ''
    ]?.body ?? [];
  expect(row).toBe('2.重复申请\t${1}\t${2}\t${3}\t${4}\t${5}\t${6}\t');
});
