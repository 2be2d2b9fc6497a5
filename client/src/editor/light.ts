// The one light: can the report be handed in, and what is in the way? The words are the server's. Pure, so that it is tested without
// an editor.

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
