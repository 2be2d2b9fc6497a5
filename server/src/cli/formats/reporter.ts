// What is an output format? Pure functions from what was found to text; whoever prints puts the pieces together.

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
