// Code actions: the text that each fix makes.

import { describe, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver';
import { checkReport } from '../../server/src/check.ts';
import { fixAllAction, quickFixes } from '../../server/src/features/code-actions/fixes.ts';
import { FIX_ALL, isWanted, QUICK_FIX } from '../../server/src/features/code-actions/action-kinds.ts';
import { valueOf } from '../../server/src/parse/model.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { changed, edited, report, ZERO_ROW } from './texts.ts';

const TARGET = { uri: 'untitled:1', version: 7, versioned: false };

function fixesAt(text: string, place: string): CodeAction[] {
  const parsed = parseReport(text);
  const start = text.indexOf(place);
  const { findings } = checkReport(parsed);
  return quickFixes({ report: parsed, findings, options: {} }, { start, end: start + place.length }, TARGET);
}

function applied(text: string, action: CodeAction | undefined): string {
  return edited(text, action?.edit?.changes?.[TARGET.uri] ?? []);
}

function fixAll(text: string): CodeAction | undefined {
  return fixAllAction(parseReport(text), {}, TARGET)[0];
}

describe('a quick fix', () => {
  const broken = changed(report(), ZERO_ROW, '2.重复申请\t0\t0\t0\t0\t0\t0\t5');

  it('recomputes a broken total when it is taken', () => {
    const fix = fixesAt(broken, '\t5').find((action) => action.title.includes('改为 0'));
    expect(fix?.kind).toBe(QUICK_FIX);
    expect(applied(broken, fix)).toBe(report());
  });

  it('is preferred where its finding says so, and nowhere else', () => {
    const parsed = parseReport(broken);
    const { findings } = checkReport(parsed);
    const offered = quickFixes({ report: parsed, findings, options: {} }, { start: 0, end: broken.length }, TARGET);
    const said = findings.flatMap((finding) => finding.fixes.map((fix) => fix.preferred));
    expect(offered.map((action) => action.isPreferred)).toEqual(said);
  });

  it('is offered only where its finding is', () => {
    expect(fixesAt(broken, '六、其他需要报告的事项')).toEqual([]);
  });

  it('carries its diagnostic', () => {
    expect(fixesAt(broken, '\t5')[0]?.diagnostics?.[0]).toMatchObject({ source: '勾稽', severity: 1 });
  });

  it('is bound to the version where the client takes that', () => {
    const parsed = parseReport(broken);
    const { findings } = checkReport(parsed);
    const span = { start: 0, end: broken.length };
    const [fix] = quickFixes({ report: parsed, findings, options: {} }, span, { ...TARGET, versioned: true });
    expect(fix?.edit?.changes).toBeUndefined();
    expect(fix?.edit?.documentChanges?.[0]).toMatchObject({ textDocument: { uri: TARGET.uri, version: TARGET.version } });
  });
});

describe('fixing all layout problems', () => {
  const messy = changed(report(), '行政处罚\t0', '行政处罚\t１２').replaceAll('一、', '⼀、').replaceAll('行政许可', '⾏政许可');

  it('restores characters and digits, and no number changes its value', () => {
    const clean = applied(messy, fixAll(messy));
    expect(clean).toBe(changed(report(), '行政处罚\t0', '行政处罚\t12'));
    expect(valueOf(parseReport(clean), 'enforcement/penalties/decisions')).toBe(12);
    expect(valueOf(parseReport(messy), 'enforcement/penalties/decisions')).toBe(12);
  });

  it('is idempotent', () => {
    expect(fixAll(applied(messy, fixAll(messy)))).toBeUndefined();
  });

  it('keeps CRLF and leaves lines alone that need nothing', () => {
    const crlf = messy.replaceAll('\n', '\r\n');
    const action = fixAll(crlf);
    expect(applied(crlf, action)).toBe(changed(report(), '行政处罚\t0', '行政处罚\t12').replaceAll('\n', '\r\n'));
    for (const { newText } of action?.edit?.changes?.[TARGET.uri] ?? []) expect(newText.length).toBeLessThan(8);
  });

  it('never touches a value: a broken sum stays broken', () => {
    const broken = changed(report(), '四、结转下年度继续办理\t0', '四、结转下年度继续办理\t3');
    expect(fixAll(broken)).toBeUndefined();
  });

  it('does nothing in a text that is no report', () => {
    expect(fixAll('⼀、⼯作⽇志\n１２')).toBeUndefined();
  });
});

it('understands the hierarchy of kinds', () => {
  expect(isWanted(FIX_ALL, ['source'])).toBe(true);
  expect(isWanted(FIX_ALL, ['source.fixAll'])).toBe(true);
  expect(isWanted(FIX_ALL, ['source.fixAll.gouji'])).toBe(true);
  expect(isWanted(FIX_ALL, ['source.organizeImports', 'quickfix'])).toBe(false);
  expect(isWanted(QUICK_FIX, ['quick'])).toBe(false);
});
