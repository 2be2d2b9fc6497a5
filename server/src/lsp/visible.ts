// Visible findings of a document: the one list behind squiggles, hints, tokens, fixes, status and equations.

import type { Finding } from '../findings/finding.ts';
import { withoutDeferred } from '../features/to-diagnostic.ts';
import type { Analysis } from './analysis.ts';
import type { OpenDocument } from './documents.ts';

/** All that the check found, less what waits while it is being typed. */
export function visibleFindings({ report, check }: Analysis, { typingLine }: Pick<OpenDocument, 'typingLine'>): readonly Finding[] {
  return withoutDeferred(report, check.findings, typingLine);
}
