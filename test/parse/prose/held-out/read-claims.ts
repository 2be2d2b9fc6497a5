// Claims of the parser as far as the measurements look at them.

import type { Report } from '../../../../server/src/parse/model.ts';
import type { Span } from '../../../../server/src/text/span.ts';
import type { Reading } from './topics.ts';

export interface ReadClaim {
  readonly span: Span;
  /** Null where words claim a zero. */
  readonly numberSpan: Span | null;
  readonly value: number;
  readonly bound: string;
  readonly readings: readonly Reading[];
  readonly status: string;
}

export function claimsOf(report: Report): readonly ReadClaim[] {
  return report.claims;
}
