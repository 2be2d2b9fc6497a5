// What do the words beside a number say? Object, action, result, applicant; and what forbids to bind it.

import type { Token } from './lex.ts';

export interface Features {
  /** The last one named: it stands nearest to the number. */
  readonly object: string | null;
  readonly actions: readonly string[];
  readonly result: string | null;
  readonly outcome: string | null;
  readonly column: string | null;
  /** A channel or another part that no cell counts. */
  readonly part: boolean;
  readonly role: boolean;
  readonly deadline: boolean;
  readonly all: boolean;
  readonly list: string | null;
  readonly share: boolean;
  readonly rate: boolean;
  readonly compare: boolean;
  readonly trend: string | null;
  /** Unknown words behind the first word that says what is counted: they narrow it. */
  readonly narrowed: boolean;
  /** Unknown words anywhere. */
  readonly unknown: boolean;
  readonly empty: boolean;
}

/** One character alone is a particle, not a modifier. */
const MIN_UNKNOWN = 2;
const CORE = new Set(['object', 'action', 'result', 'outcome', 'column']);

export function featuresOf(tokens: readonly Token[]): Features {
  const found = {
    object: null as string | null,
    actions: [] as string[],
    result: null as string | null,
    outcome: null as string | null,
    column: null as string | null,
    part: false,
    role: false,
    deadline: false,
    all: false,
    list: null as string | null,
    share: false,
    rate: false,
    compare: false,
    trend: null as string | null,
    narrowed: false,
    unknown: false,
    empty: true,
  };
  let core = false;
  for (const token of tokens) {
    if (token.is === 'unknown') {
      const counts = token.text.length >= MIN_UNKNOWN;
      found.unknown ||= counts;
      found.narrowed ||= counts && core;
      continue;
    }
    if (token.is !== 'word') continue;
    if (CORE.has(token.as)) {
      core = true;
      found.empty = false;
    }
    switch (token.as) {
      case 'object':
        // 申请行政复议: the verb; 信息公开申请 stays an application.
        found.object = token.id;
        break;
      case 'action':
        found.actions.push(token.id);
        break;
      case 'result':
      case 'outcome':
      case 'column':
        found[token.as] = token.id;
        break;
      case 'part':
      case 'role':
      case 'deadline':
      case 'all':
      case 'share':
      case 'rate':
      case 'compare':
        found[token.as] = true;
        break;
      case 'list':
      case 'trend':
        found[token.as] = token.id;
        break;
      default:
    }
  }
  return found;
}
