// Code actions of Word documents, by commands of our own client: a fix kept as a revision, and the clean copy.

import type { CodeAction } from 'vscode-languageserver';
import { type Checked, verifiedFixes } from '../../fixes/verified-fixes.ts';
import { trackedChanges } from '../../rules/tracked-changes.ts';
import { meets, type Span } from '../../text/span.ts';
import { toDiagnostic } from '../to-diagnostic.ts';
import { textEdit } from '../wire/text-edit.ts';
import { QUICK_FIX } from './action-kinds.ts';

interface WordTarget {
  readonly uri: string;
  readonly version: number;
  /** Takes the address, the version and the edits, and saves. */
  readonly fixAsRevision: string;
  readonly clean: string;
  /** Nothing but the fix would be saved with it, and it would not be a revision anyhow. */
  readonly mayRevise: boolean;
}

export function wordActions(checked: Checked, span: Span, target: WordTarget): CodeAction[] {
  const { report } = checked;
  return checked.findings
    .filter((finding) => meets(finding.span, span))
    .flatMap((finding) => {
      // One a finding: every fix twice would be a list that nobody reads.
      const preferred = target.mayRevise ? verifiedFixes(checked, finding).find((fix) => fix.preferred) : undefined;
      const { uri, version, fixAsRevision, clean } = target;
      const actions = [
        ...(preferred === undefined
          ? []
          : [
              {
                title: `记作修订并保存：${preferred.title}`,
                command: fixAsRevision,
                arguments: [uri, version, preferred.edits.map((edit) => textEdit(report.lines, edit))],
              },
            ]),
        ...(finding.rule === trackedChanges.id ? [{ title: '生成清洁稿…（接受修订，删去批注、隐藏文字和姓名）', command: clean }] : []),
      ];
      return actions.map((command) => ({ title: command.title, kind: QUICK_FIX, diagnostics: [toDiagnostic(report, finding, uri)], command }));
    });
}
