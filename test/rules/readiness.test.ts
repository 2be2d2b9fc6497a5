// Readiness for submission and what is in the way: drafts made to look finished must not pass.

import { expect, test } from 'vitest';
import { checkReport, type CheckOptions } from '../../server/src/check.ts';
import type { RuleLevel } from '../../server/src/findings/finding.ts';
import { readinessOf } from '../../server/src/readiness/judge.ts';
import { readinessWords } from '../../server/src/readiness/readiness-words.ts';
import { NO_SUPPRESSIONS } from '../../server/src/suppressions/suppression.ts';
import type { CellKey } from '../../server/src/forms/form.ts';
import { withoutDeferred } from '../../server/src/features/to-diagnostic.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { lineOf } from '../../server/src/text/lines.ts';
import { changeOf, suppressionsIn, written } from '../suppressions/support.ts';
import { composeDraft, draftWith } from '../support/draft.ts';

const WHOLE = composeDraft({ form: '2021', layout: 'tab' });

function judged(text: string, options: CheckOptions = {}) {
  const report = parseReport(text);
  const check = checkReport(report, options);
  const readiness = readinessOf(report, check);
  return {
    report,
    check,
    ready: readiness.ready,
    kinds: readiness.obstacles.map(({ kind, count }) => `${kind} ${count}`),
    words: readinessWords(readiness),
    readiness,
  };
}

test.each(['2019', '2021'] as const)('a whole report of %s can be handed in', (form) => {
  for (const layout of ['tab', 'space', 'pipe'] as const) {
    expect(judged(composeDraft({ form, layout })), layout).toMatchObject({ ready: true, kinds: [], words: '可以报送' });
  }
});

test('the hybrid cannot: its undivided row is to be verified', () => {
  expect(judged(composeDraft({ form: 'hybrid', layout: 'tab' }))).toMatchObject({ ready: false, kinds: ['to-verify 1'] });
});

test('a text that is no report cannot', () => {
  expect(judged('今天天气很好。')).toMatchObject({ ready: false });
});

test('finished in looks, blank: every equation holds, and every blank is counted', () => {
  const blank = draftWith(Object.fromEntries([...parseReport(WHOLE).cells.keys()].filter((key) => key.startsWith('applications/')).map((key) => [key, ''])), {
    form: '2021',
    layout: 'tab',
  });
  const { check, ready, kinds, words, readiness } = judged(blank);
  expect(check.equations).toMatchObject({ holding: 42, unchecked: 0 });
  expect(ready).toBe(false);
  expect(kinds).toContain('blanks 175');
  expect(words).toContain('未填175格');
  expect(readiness.restingOnBlanks).toBe(39);
});

test('finished in looks, its digits ran together: what was cut by the equations is not checked, and said so', () => {
  const glued = composeDraft({ form: '2021', layout: 'space' })
    .split('\n')
    .map((line) => line.replace(/(?: \d+){7}$/u, (row) => ` ${row.replaceAll(' ', '')}`))
    .join('\n');
  const { check, ready, kinds, report } = judged(glued);
  expect(report.equationsUsedToSplit.length).toBeGreaterThan(30);
  expect(check.equations.unchecked).toBeGreaterThan(30);
  expect(check.equations.broken).toBe(0);
  expect(check.findings.map(({ rule }) => rule)).toContain('cell-ambiguous');
  expect(ready).toBe(false);
  expect(kinds.join()).toContain('unchecked');
  expect(judged(composeDraft({ form: '2021', layout: 'space' }).replace('8 2 0 0 1 0 11', '82001011'))).toMatchObject({
    ready: false,
    kinds: ['to-verify 1', 'unchecked 1'],
  });
});

test('finished in looks, its parts say nothing', () => {
  const text = WHOLE.replace(
    /(?<=一、总体情况\n)[\s\S]*?(?=\n二、)/u,
    '（一）主动公开\n（二）依申请公开\n（三）政府信息管理\n（四）平台建设\n（五）监督保障\n',
  ).replace(/(?<=改进情况\n)[\s\S]*?(?=\n六、)/u, '（一）存在的主要问题\n（二）改进情况\n');
  const { check, ready, kinds, words } = judged(text);
  expect(check.findings.filter(({ rule }) => rule === 'section-empty').map(({ message }) => message.split('。')[0])).toEqual([
    '第一部分只有小标题，没有内容',
    '第五部分只有小标题，没有内容',
  ]);
  expect(ready).toBe(false);
  expect(kinds).toContain('empty-parts 2');
  expect(words).toContain('2个部分没有内容');
});

test('finished in looks, an error silenced, in the file, for the file, or by a level', () => {
  const wrong = draftWith({ 'applications/granted/natural': '9' }, { form: '2021', layout: 'tab' });
  const rule = 'wrong-cell';
  const silenced = [
    { suppressions: suppressionsIn(written(null, changeOf(wrong, rule, null))) },
    { suppressions: { ...NO_SUPPRESSIONS, off: new Set([rule]) } },
    { levels: new Map<string, RuleLevel>([[rule, 'off']]) },
  ];
  for (const options of silenced) {
    const { check, ready, words } = judged(wrong, options);
    expect(check.findings).toEqual([]);
    expect(ready).toBe(false);
    expect(words).toMatch(/勾稽关系2条不成立.*不再提示的问题1处/u);
  }
  // Also where no equation tells.
  const residue = WHOLE.replace('一、总体情况\n', '一、总体情况\n（文字描述）\n');
  expect(judged(residue)).toMatchObject({ kinds: ['errors 1'] });
  expect(judged(residue, { suppressions: suppressionsIn(written(null, changeOf(residue, 'placeholder', null))) })).toMatchObject({
    ready: false,
    kinds: ['silenced 1'],
  });
});

test('a note answers what is to be verified; silencing does not, a note on an error neither, and a blank is none the less blank', () => {
  const doubtful = WHOLE.replace('本年度未收取政府信息公开信息处理费。', '无其他事项。');
  const answer = (text: string, rule: string, note: string | null) => ({ suppressions: suppressionsIn(written(null, changeOf(text, rule, note))) });
  expect(judged(doubtful)).toMatchObject({ ready: false, kinds: ['to-verify 1'] });
  expect(judged(doubtful, answer(doubtful, 'fee-statement', '已在别处说明'))).toMatchObject({ ready: true, kinds: [] });
  expect(judged(doubtful, answer(doubtful, 'fee-statement', '（请填写核实说明）'))).toMatchObject({ ready: false, kinds: ['to-verify 1'] });
  expect(judged(doubtful, answer(doubtful, 'fee-statement', null))).toMatchObject({ ready: false, kinds: ['silenced 1'] });
  const blank = draftWith({ 'applications/secret/natural': '' }, { form: '2021', layout: 'tab' });
  expect(judged(blank)).toMatchObject({ ready: false, kinds: ['blanks 1'] });
  expect(judged(blank, answer(blank, 'cell-blank', '没有'))).toMatchObject({ ready: false, kinds: ['blanks 1'] });
});

test('a level may take a doubt away, never an error', () => {
  const doubtful = WHOLE.replace('本年度未收取政府信息公开信息处理费。', '无其他事项。');
  expect(judged(doubtful, { levels: new Map([['fee-statement', 'off']]) })).toMatchObject({ ready: true });
  const residue = WHOLE.replace('一、总体情况\n', '一、总体情况\n（文字描述）\n');
  expect(judged(residue, { levels: new Map([['placeholder', 'hint']]) })).toMatchObject({ ready: false, kinds: ['errors 1'] });
});

test('what waits while it is typed is in the way', () => {
  const text = WHOLE.replace('8\t2\t0\t0\t1\t0\t11', '8\t2\t0\t0\t1');
  const report = parseReport(text);
  const check = checkReport(report);
  const [waiting] = check.findings.filter(({ deferWhileTyping: completeness }) => completeness === true);
  const line = lineOf(report.lines, waiting?.span.start ?? 0);
  const shown = withoutDeferred(report, check.findings, line);
  expect(shown.length).toBeLessThan(check.findings.length);
  const { ready, obstacles } = readinessOf(report, check, shown);
  expect(ready).toBe(false);
  expect(obstacles.map(({ kind }) => kind)).toContain('waiting');
});

test('each thing in the way is led to, in the order of the text', () => {
  const keys: readonly CellKey[] = ['applications/secret/natural', 'fees/fees/amount', 'disputes/review/upheld'];
  const text = draftWith(Object.fromEntries(keys.map((key) => [key, ''])), { form: '2021', layout: 'tab' });
  const { report, readiness } = judged(text);
  const blanks = readiness.obstacles.find(({ kind }) => kind === 'blanks');
  expect(blanks?.count).toBe(3);
  expect(blanks?.places).toEqual([keys[1], keys[0], keys[2]].map((key) => report.cells.get(key ?? keys[0] ?? 'fees/fees/amount')?.span));
  expect(readinessWords(readiness, 'en')).toMatch(/^Not ready: .*3 cells blank/u);
});
