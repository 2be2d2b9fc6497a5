// What did the cells say before their digits ran together? Only what the equations leave as the one possibility.

import type { FormId } from '../forms/form.ts';
import type { TableProblem } from './model.ts';
import type { FoundRow, FoundRows, RowsRequest } from './rows.ts';

export interface GluedReading {
  readonly rows: readonly FoundRow[];
  readonly ambiguous: readonly TableProblem[];
  readonly spent: readonly string[];
}

export function solveGlued(_request: RowsRequest, _found: FoundRows, _form: FormId): GluedReading {
  return { rows: [], ambiguous: [], spent: [] };
}
