// A fix that would not do what it promises is kept back, also where every table was read to its last cell.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkReport } from '../../server/src/check.ts';
import type { Fix } from '../../server/src/findings/finding.ts';
import { verifiedFixes } from '../../server/src/fixes/verified-fixes.ts';
import { wholeTables } from '../../server/src/parse/tables/whole-tables.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { unescapeText } from '../fuzz/fixture.ts';
import { composeDraft } from '../support/draft.ts';

const draft = composeDraft({ form: '2021', layout: 'tab' });

/** Parts five and six in each other's place, and `|` where lines should end. */
function onOneLine(): string {
  const lines = composeDraft({ form: '2021', layout: 'space' });
  const [problems, other] = [lines.indexOf('五、存在的'), lines.indexOf('六、其他')];
  return `${lines.slice(0, problems)}六、其他需要报告的事项\n无其他事项。\n${lines.slice(problems, other)}`.replaceAll('\n', '|');
}

/** Rule, what happens, and the text. */
const KEPT_BACK: readonly (readonly [string, string, string])[] = [
  [
    'cell-blank',
    '0 contradicts a sentence',
    draft.replace('\n行政处罚\t12\n', '\n行政处罚\t\n').replace('及时发布政策文件', '全年作出行政处罚12件，及时发布政策文件'),
  ],
  [
    'total-blank',
    'the sum contradicts a sentence',
    draft.replace('\t2\t0\t0\t0\t0\t0\t2\n', '\t2\t0\t0\t0\t0\t0\t\n').replace('规范登记', '部分公开3件，规范登记'),
  ],
  ['column-header', 'the label of the row below goes with the header', draft.replace('现行有效件数\n规章', '现行有效件 规章')],
  [
    'form-typo',
    'the word mended begins another report',
    unescapeText(readFileSync(new URL('../fuzz/found/typo-hides-another-organ.txt', import.meta.url), 'utf8')),
  ],
  [
    'duplicate-paragraph',
    'the part is empty without it',
    draft.replace(/存在的问题.*\n.*/u, '2023年，我办认真执行《中华人民共和国政府信息公开条例》，稳步推进各项工作。'),
  ],
  ['term', 'the numbers of one measure do not add up', draft.replace('规范登记', '收到申请16条，其中网络申请10件，信函申请5件，规范登记')],
  [
    'term',
    'another list beside one that does not add up already',
    draft.replace('做好解读', '发布解读12条，其中图解6条、音频7条').replace('规范登记', '收到申请16条，其中网络申请10件，信函申请5件，规范登记'),
  ],
  ['fee-statement', 'what follows on the line is a part no more', onOneLine()],
  ['section-missing', 'the parts put in stand in a tag that was never closed', `${draft.slice(0, draft.indexOf('五、存在的'))}<span style="\n`],
];

test.each(KEPT_BACK)('%s: %s', (rule, _what, text) => {
  const { isWhole, made, offered } = fixesOf(rule, text);
  expect(isWhole).toBe(true);
  expect(made.length).toBe(1);
  expect(offered).toEqual([]);
});

test.each([
  ['form-typo', draft.replace('稳步推进各项工作', '稳步推进政府信公开工作').replace('做好解读', '做好政府信公开解读')],
  ['term', draft.replace('规范登记', '收到申请16条，规范登记').replace('做好解读', '共收到申请16条')],
  ['duplicate-paragraph', draft.replace(/\n2023年.*(?=\n)/u, (line) => line.repeat(3))],
])('%s: the same mistake in two places can be mended in either', (rule, text) => {
  const { made, offered } = fixesOf(rule, text);
  expect(made.length).toBe(2);
  expect(offered).toEqual(made);
});

function fixesOf(rule: string, text: string): { readonly isWhole: boolean; readonly made: readonly Fix[]; readonly offered: readonly Fix[] } {
  const report = parseReport(text);
  const { findings } = checkReport(report);
  const own = findings.filter((finding) => finding.rule === rule);
  return {
    isWhole: wholeTables(report).length === new Set(report.detectedForm.form.tables.map(({ section }) => section)).size,
    made: own.flatMap(({ fixes }) => fixes),
    offered: own.flatMap((finding) => verifiedFixes({ report, findings, options: {} }, finding)),
  };
}
