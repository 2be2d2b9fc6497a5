// Finding edit-refused: a change of the text that the Word document behind it cannot take, with a fix that restores what was there.

import type { OpenDocument } from '../documents/document.ts';
import type { Finding } from '../findings/finding.ts';
import type { RuleInfo } from '../rules/rule.ts';
import { applyEdits, type Edit, editsBetween } from '../text/edits.ts';

export const EDIT_REFUSED = 'edit-refused';
/** Only an editor finds it: it speaks of what is typed, not of the report. */
export const EDIT_REFUSED_RULE: RuleInfo = {
  id: EDIT_REFUSED,
  name: '改动写不进文档',
  class: '强制',
  summary: '在 VS Code 中改动了 Word 文档不能接受改动的地方。',
};
const MAX_SHOWN = 12;

/** In the order of the text, which may have line breaks of another kind than the document's own. */
export function refusedEdits({ text: before, refusals }: OpenDocument, text: string): readonly Finding[] {
  const plain = text.includes('\r') ? text.replaceAll(/\r\n?/gu, '\n') : text;
  if (plain === before) return [];
  const edits = editsBetween(before, plain);
  const found: Finding[] = [];
  let shift = 0;
  const refused = new Map(refusals(edits).map((refusal) => [refusal.edit, refusal]));
  for (const edit of edits) {
    const start = edit.span.start + shift;
    shift += edit.newText.length - (edit.span.end - edit.span.start);
    const refusal = refused.get(edit);
    if (refusal === undefined) continue;
    const span = { start: offsetIn(text, plain, start), end: offsetIn(text, plain, start + edit.newText.length) };
    const old = before.slice(edit.span.start, edit.span.end);
    found.push({
      rule: EDIT_REFUSED,
      class: '强制',
      severity: 'error',
      message: `${refusal.message}。恢复以前不能保存`,
      span,
      cells: [],
      related: [],
      fixes: [{ title: titleOf(old), kind: 'text', preferred: true, edits: [{ span, newText: old }] }],
    });
  }
  return found;
}

/** Whether edits of the text leave the document with nothing more that it cannot take. */
export function takesEdits(document: OpenDocument, text: string, edits: readonly Edit[]): boolean {
  return refusedEdits(document, applyEdits(text, edits)).length <= refusedEdits(document, text).length;
}

function titleOf(old: string): string {
  if (old.trim() === '' || old.includes('\n') || old.includes('\t')) return '恢复 Word 文档中的原文';
  return `恢复原文“${old.length > MAX_SHOWN ? `${old.slice(0, MAX_SHOWN)}…` : old}”`;
}

/** The same place where each line break may be one character longer. */
function offsetIn(text: string, plain: string, offset: number): number {
  if (text.length === plain.length) return offset;
  return offset + (plain.slice(0, offset).match(/\n/gu)?.length ?? 0);
}
