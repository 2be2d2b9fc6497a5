// Findings as the comments of a Word document: the words of each at its place.

import type { DocumentComment } from '../documents/document.ts';
import type { Finding } from '../findings/finding.ts';
import { trackedChanges } from '../rules/tracked-changes.ts';

const WORDS: Readonly<Record<Finding['class'], string>> = { 强制: '错误', 核实: '请核实', 提示: '提示' };

/** One comment a finding, in their order; that a document has comments is no comment. */
export function commentsOf(findings: readonly Finding[]): readonly DocumentComment[] {
  return findings.filter(({ rule }) => rule !== trackedChanges.id).map(({ class: kind, message, span }) => ({ span, text: `${WORDS[kind]}：${message}` }));
}
