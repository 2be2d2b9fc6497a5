// Displaced, DisplacedCandidate: a line whose values stand in other fields than their own.

import type { CellKey, TableId } from '../forms/form.ts';
import type { Span } from '../text/span.ts';
import type { Edit } from '../text/edits.ts';
import type { Alignment } from './alignment.ts';

export interface Displaced {
  readonly kind: 'displaced';
  readonly table: TableId;
  readonly axis: 'row' | 'column';
  readonly id: string;
  readonly span: Span;
  readonly cells: readonly CellKey[];
  /** Values as they stand. */
  readonly found: readonly string[];
  /** Best first; one only where the equations across the row leave no choice. */
  readonly candidates: readonly DisplacedCandidate[];
  /** All equations across the line agree on the one candidate. */
  readonly sure: boolean;
}

export interface DisplacedCandidate {
  readonly alignment: Alignment | null;
  readonly values: readonly number[];
  readonly edits: readonly Edit[];
}
