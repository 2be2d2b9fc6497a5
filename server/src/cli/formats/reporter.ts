// Reporter, the interface of an output format: pure functions from results to text; whoever prints joins the pieces.

import type { Failure, Summary } from '../outcome.ts';

export interface Reporter<View> {
  readonly head: string;
  /** Between the pieces that are not empty. */
  readonly separator: string;
  readonly item: (view: View) => string;
  /** A file that could not be read; standard error tells of it in any format. */
  readonly failure: (failure: Failure) => string;
  readonly tail: (summary: Summary) => string;
}

export const nothing = (): string => '';
