// Wherever a part, a table or a block of table two is lost, its fix brings it back and makes nothing worse.

import { describe, expect, it } from 'vitest';
import { checkReport } from '../../server/src/check.ts';
import type { Finding } from '../../server/src/findings/finding.ts';
import type { Report } from '../../server/src/parse/model.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { applyEdits } from '../support/apply.ts';
import { composeDraft, type DraftForm, type DraftLayout } from '../support/draft.ts';
import { FORM_IDS } from '../support/forms.ts';
import { pageOf } from '../support/page.ts';

const cases = FORM_IDS.flatMap((form) => (['space', 'tab', 'pipe'] as const).map((layout) => [form, layout] as const));

describe.each(cases)('form %s, layout %s', (form: DraftForm, layout: DraftLayout) => {
  const draft = composeDraft({ form, layout });
  const whole = parseReport(draft);

  it.each(whole.sections.map(({ id }) => id))('the part %s comes back', (id) => {
    const section = whole.sections.find((candidate) => candidate.id === id);
    if (section === undefined) throw new Error(id);
    for (const text of [draft, draft.replaceAll('\n', '\r\n').replaceAll('行政', '⾏政')]) {
      const part = parseReport(text).sections.find((candidate) => candidate.id === id);
      expectMended(applyEdits(text, [{ span: part?.span ?? section.span, newText: '' }]), 'section-missing');
    }
  });

  it.each(['proactive', 'applications', 'disputes'] as const)('the table of part %s comes back', (id) => {
    const section = whole.sections.find((candidate) => candidate.id === id);
    if (section === undefined) throw new Error(id);
    const body = { start: section.heading.end, end: section.span.end };
    expectMended(applyEdits(draft, [{ span: body, newText: '\n\n' }]), 'table-missing');
  });

  it('a block of table two comes back below the block before it', () => {
    const [start, end] = [draft.indexOf('第二十条第（五）项'), draft.indexOf('第二十条第（六）项')].map((at) => draft.lastIndexOf('\n', at) + 1);
    const restored = expectMended(draft.slice(0, start) + draft.slice(end), 'table-missing');
    expect(restored.cells.has('licensing/licences/decisions')).toBe(true);
    expect(restored.text.indexOf('第二十条第（五）项')).toBeLessThan(restored.text.indexOf('第二十条第（六）项'));
  });

  it('what is put in stands between bars where the report does', () => {
    const section = whole.sections.find(({ id }) => id === 'applications');
    const restored = expectMended(applyEdits(draft, [{ span: section?.span ?? { start: 0, end: 0 }, newText: '' }]), 'section-missing');
    expect(restored.text.includes('| --- |')).toBe(layout === 'pipe');
  });
});

it.each<[string, (row: string) => string]>([
  ['are indented', (row) => `  ${row}`],
  ['have no bar at their end', (row) => row.replace(/ \|$/u, '')],
])('what is put in stands between bars where rows %s', (_, laidOut) => {
  const draft = composeDraft({ form: '2021', layout: 'pipe' })
    .split('\n')
    .map((line) => (line.startsWith('|') ? laidOut(line) : line))
    .join('\n');
  const section = parseReport(draft).sections.find(({ id }) => id === 'disputes');
  const restored = expectMended(applyEdits(draft, [{ span: section?.span ?? { start: 0, end: 0 }, newText: '' }]), 'section-missing');
  expect(restored.text).toContain('| --- |');
});

describe('nothing is put', () => {
  const fixesOf = (text: string, rule: string) =>
    checkReport(parseReport(text))
      .findings.filter((finding) => finding.rule === rule)
      .map(({ fixes }) => fixes);
  const tabs = composeDraft({ form: '2021', layout: 'tab' });
  const between = (text: string, from: string, to: string) => text.slice(0, text.indexOf(from)) + text.slice(text.indexOf(to));

  it('into markup', () => {
    const page = pageOf(tabs);
    expect(fixesOf(between(page, '<p>五、', '<p>六、'), 'section-missing')).toEqual([[]]);
    expect(fixesOf(between(page, '<table>\n<tr><td>行政复议', '<p>五、'), 'table-missing')).toEqual([[]]);
    expect(fixesOf(between(page, '<p>第二十条第（六）项', '<p>第二十条第（八）项'), 'table-missing')).toEqual([[]]);
  });

  it('below a block whose cells have lines of their own', () => {
    const stacked = tabs.replaceAll('\t', '\n');
    expect(fixesOf(between(stacked, '第二十条第（六）项', '第二十条第（八）项'), 'table-missing')).toEqual([[]]);
  });
});

/** Takes the first fix of the rule's finding; the finding goes, and no error comes. */
function expectMended(text: string, rule: string): Report {
  const before = checkReport(parseReport(text)).findings;
  const fix = before.find((finding) => finding.rule === rule)?.fixes[0];
  if (fix === undefined) throw new Error(`no fix of ${rule} among ${before.map((finding) => finding.rule).join(' ')}`);
  const report = parseReport(applyEdits(text, fix.edits));
  const after = checkReport(report).findings;
  expect(after.map((finding) => finding.rule)).not.toContain(rule);
  const known = new Set(before.map(identity));
  expect(after.filter((finding) => finding.severity === 'error' && !known.has(identity(finding))).map(identity)).toEqual([]);
  expect(fix.edits.some(({ gaps = [] }) => gaps.length > 0)).toBe(true);
  return report;
}

function identity({ rule, message }: Finding): string {
  return `${rule} ${message}`;
}
