// What the status says of a report: whether it can be handed in, what is in the way, and what speaks for the form recognised.

import type { StatusParams } from '../../../server/src/protocol/requests.ts';

export type Readiness = NonNullable<StatusParams['readiness']>;
type Tongue = keyof Readiness['words'];

/** The status bar is short; the tooltip, the menu and the view of the equations name all of them. */
const MAX_NAMED = 3;
const COMMA: Readonly<Record<Tongue, string>> = { zh: '，', en: ', ' };
const MORE: Readonly<Record<Tongue, string>> = { zh: '等', en: ' …' };

/** Chinese where VS Code is; what it names `language` is such as `zh-cn`. */
export function tongueOf(language: string): Tongue {
  return /^zh\b/iu.test(language) ? 'zh' : 'en';
}

/** ✓ stands beside what is ready, and beside nothing else. */
export function lightOf({ ready, words, obstacles }: Readiness, tongue: Tongue): string {
  if (ready) return `${words[tongue]} ✓`;
  const named = obstacles.slice(0, MAX_NAMED).map((obstacle) => obstacle.words[tongue]);
  // Never without a reason: where none is known it is said that it is not ready.
  if (named.length === 0) return words[tongue];
  return named.join(COMMA[tongue]) + (obstacles.length > MAX_NAMED ? MORE[tongue] : '');
}

/** How heavy the first thing in the way is. */
export function weightOf({ ready, obstacles }: Readiness): 'ready' | 'error' | 'warning' {
  if (ready) return 'ready';
  return obstacles.some(({ kind }) => kind === 'errors' || kind === 'broken') ? 'error' : 'warning';
}

/** Equations that hold for the numbers that are there: an empty form holds in every one, and is not done for that. */
export function holdingOf({ equations, readiness }: Pick<StatusParams, 'equations'> & { readonly readiness: Readiness | null }): number {
  return equations.holding - (readiness?.restingOnBlanks ?? 0);
}

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

/** The first behind the cursor, else the first of all. */
export function nextBehind<Place, At extends { readonly isAfter: (other: At) => boolean }>(
  places: readonly Place[],
  cursor: At,
  startOf: (place: Place) => At,
): Place | undefined {
  return places.find((place) => startOf(place).isAfter(cursor)) ?? places[0];
}
