// What speaks for the form that was recognised, and what against it? Pure, so that it is tested without an editor.

import type { StatusParams } from '../../../server/src/protocol/requests.ts';

export type Evidence = keyof StatusParams['evidence'];

export interface FormEvidence {
  /** By what the form was recognised, in the order of its weight. */
  readonly agreeing: readonly Evidence[];
  /** The headers of table two are those of the other form. */
  readonly otherHeaders: boolean;
  /** The form that reports of this year are due on, where it is another one. */
  readonly due: StatusParams['form'];
}

/** Two forms in one breath, without a word which counts, would be read as a mistake of the report or of ours. */
export function evidenceFor({ form, evidence }: Pick<StatusParams, 'form' | 'evidence'>): FormEvidence {
  const { rows, headers, year } = evidence;
  const kinds: readonly Evidence[] = ['rows', 'headers', 'year'];
  return {
    agreeing: form === null ? [] : kinds.filter((kind) => evidence[kind] === form),
    otherHeaders: rows !== null && headers !== null && headers !== form,
    due: year === form ? null : year,
  };
}
