// A table whose heading was lost is read as a table, and never as sentences.

import { expect, it } from 'vitest';
import { checkReport } from '../../../server/src/check.ts';
import { parseReport } from '../../../server/src/parse/parse.ts';
import { composeDraft } from '../../support/draft.ts';

/** One cell a line: the lines of the table would make one long sentence. */
const draft = composeDraft({ form: '2021', layout: 'tab', cells: new Map([['enforcement/coercion/decisions', '17']]) }).replaceAll('\t', '\n');

it.each(['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况'])('%s', (heading) => {
  const report = parseReport(draft.replace(`${heading}\n`, ''));
  expect(report.cells.get('enforcement/coercion/decisions')?.text).toBe('17');
  expect(
    checkReport(report)
      .findings.filter(({ severity }) => severity === 'error')
      .map(({ rule }) => rule),
  ).toEqual(['section-missing']);
});
