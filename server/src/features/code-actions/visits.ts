// Code actions that only navigate: to a placeholder, a related cell, the rule's page. They change nothing, so they are a safe
// first item where a finding has no fix.

import type { CodeAction } from 'vscode-languageserver';
import type { Finding } from '../../findings/finding.ts';
import { MAX_LABEL_QUOTED } from '../../findings/limits.ts';
import { quoted } from '../../findings/wording.ts';
import { ruleName } from '../../rules/registry.ts';
import { verifiedFixes, type Checked } from '../../fixes/verified-fixes.ts';
import { placeholder } from '../../rules/placeholder.ts';
import { undecodable } from '../../rules/undecodable.ts';
import type { Report } from '../../parse/model.ts';
import { rangeOf } from '../../text/lines.ts';
import { meets, type Span } from '../../text/span.ts';
import { toDiagnostic } from '../to-diagnostic.ts';
import { QUICK_FIX } from './action-kinds.ts';

/** The commands of a client that has them. */
export interface VisitCommands {
  readonly uri: string;
  readonly select: string | null;
  readonly openRule: string | null;
  /** Opens the document anew in another encoding. */
  readonly reopen: string | null;
}

export function visitActions(checked: Checked, span: Span, commands: VisitCommands): CodeAction[] {
  const { report, findings } = checked;
  return findings
    .filter((finding) => meets(finding.span, span))
    .flatMap((finding) => {
      const visits = [
        ...reopeningOf(finding, commands),
        ...placesOf(report, finding, commands),
        ...(verifiedFixes(checked, finding).length === 0 ? ruleOf(finding, commands) : []),
      ];
      return visits.map((visit) => ({ ...visit, kind: QUICK_FIX, diagnostics: [toDiagnostic(report, finding, commands.uri)] }));
    });
}

function placesOf(report: Report, finding: Finding, { uri, select }: VisitCommands): Pick<CodeAction, 'title' | 'command'>[] {
  if (select === null) return [];
  const visit = (title: string, place: Span) => ({ title, command: { title, command: select, arguments: [uri, rangeOf(report.lines, place)] } });
  const wordsAt = (place: Span) => quoted(report.text.slice(place.start, place.end), MAX_LABEL_QUOTED);
  if (finding.rule === placeholder.id)
    return [
      visit(`选中占位文字“${wordsAt(finding.span)}”`, finding.span),
      ...finding.related.slice(0, 1).map((next) => visit(`选中下一处“${wordsAt(next.span)}”`, next.span)),
    ];
  const related = finding.related.find(({ span, file }) => file === undefined && !meets(span, finding.span));
  return related === undefined ? [] : [visit(`转到相关处：${quoted(related.message, MAX_LABEL_QUOTED)}`, related.span)];
}

function reopeningOf({ rule }: Finding, { reopen }: VisitCommands): Pick<CodeAction, 'title' | 'command'>[] {
  const title = '用 GB18030 编码重新打开';
  return reopen === null || rule !== undecodable.id ? [] : [{ title, command: { title, command: reopen } }];
}

function ruleOf({ rule }: Finding, { openRule }: VisitCommands): Pick<CodeAction, 'title' | 'command'>[] {
  const title = `查看规则说明：${ruleName(rule)}`;
  return openRule === null ? [] : [{ title, command: { title, command: openRule, arguments: [rule] } }];
}
