// Findings are ordered, levelled and bounded, whatever the text.

import { describe, expect, test } from 'vitest';
import { checkReport } from '../../server/src/check.ts';
import type { RuleLevel } from '../../server/src/findings/finding.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import type { CellKey } from '../../server/src/forms/form.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { composeDraft, type DraftLayout } from '../support/draft.ts';

const LAYOUTS: readonly DraftLayout[] = ['space', 'tab', 'pipe'];

/** A step that cuts lines at ever other places. */
const CUT_STEP = 97;

const broken = composeDraft({
  form: '2021',
  layout: 'tab',
  cells: new Map<CellKey, string>([
    ['applications/granted/total', '14'],
    ['licensing/licences/decisions', '１２'],
    ['disputes/review/total', '9'],
  ]),
});

test('rule ids are unique', () => {
  expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
});

test('findings come in the order of the text, the same each time', () => {
  const { findings } = checkReport(parseReport(broken));
  const starts = findings.map((finding) => finding.span.start);
  expect(starts.length).toBeGreaterThan(2);
  expect(starts).toEqual([...starts].sort((one, other) => one - other));
  expect(checkReport(parseReport(broken))).toEqual(checkReport(parseReport(broken)));
});

test('a rule can be silenced or given another severity', () => {
  const levels = new Map<string, RuleLevel>([
    ['unbalanced', 'hint'],
    ['cell-notation', 'off'],
  ]);
  const { findings } = checkReport(parseReport(broken), { levels });
  expect(findings.filter((finding) => finding.rule === 'unbalanced').every((finding) => finding.severity === 'hint')).toBe(true);
  expect(findings.map((finding) => finding.rule)).not.toContain('cell-notation');
});

test('a text that is no report has no findings', () => {
  expect(checkReport(parseReport('会议纪要\n一、总体情况良好。⽂件已发。')).findings).toEqual([]);
});

describe.each(LAYOUTS)('in the %s layout', (layout) => {
  const draft = composeDraft({ form: '2021', layout });

  test('a draft that breaks off is not flooded, and every span lies in the text', () => {
    for (let end = 0; end < draft.length; end += CUT_STEP) {
      const text = draft.slice(0, end);
      const { findings } = checkReport(parseReport(text));
      expect(findings.length, text.slice(-40)).toBeLessThanOrEqual(6);
      for (const { span, related, fixes } of findings) {
        const spans = [span, ...related.map((one) => one.span), ...fixes.flatMap((fix) => fix.edits.map((edit) => edit.span))];
        for (const { start, end: stop } of spans) expect(0 <= start && start <= stop && stop <= text.length).toBe(true);
      }
    }
  });

  test('lost and doubled lines never make it throw', () => {
    const lines = draft.split('\n');
    for (let index = 0; index < lines.length; index += 3) {
      const torn = [...lines.slice(0, index), ...lines.slice(index + 3), lines[index] ?? ''].join('\n');
      expect(() => checkReport(parseReport(torn))).not.toThrow();
    }
  });
});

test('a form with nothing filled in has no broken sum and a handful of findings', () => {
  const form = composeDraft({ form: '2021', layout: 'tab' }).replaceAll(/(?<=\t)[0-9.]+(?=[\t\n])/gu, '');
  const { findings, equations } = checkReport(parseReport(form));
  expect(equations.broken).toBe(0);
  expect(findings.filter((finding) => finding.severity === 'error')).toEqual([]);
  expect(findings.length).toBeLessThanOrEqual(10);
});

test.each(['一、总体情况', '三、收到和处理政府信息公开申请情况', '六、其他需要报告的事项'])('%s pasted a thousand times is one finding', (heading) => {
  const draft = composeDraft({ form: '2021', layout: 'tab' });
  const pasted = draft.replace('\n一、总体情况\n', (first) => first + `${heading}\n`.repeat(1000));
  const { findings } = checkReport(parseReport(pasted));
  expect(findings.filter(({ rule }) => rule === 'section-order').map(({ related }) => related.length)).toEqual([51]);
});
