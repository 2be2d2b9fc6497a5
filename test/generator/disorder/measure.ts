// Measures how disordered drafts are read: whole, declined in words, wrongly with a word, wrongly in silence.

import { readText, scoreCells } from '../../accuracy/score.ts';
import type { CellKey } from '../../../server/src/forms/form.ts';
import type { Kind } from './kinds.ts';
import { drawDraft, type Drawn } from './sheet.ts';

type Outcome = 'whole' | 'declined' | 'untold' | 'said' | 'misread' | 'silent' | 'thrown';

export interface Measured {
  readonly outcome: Outcome;
  readonly detail: string;
}

/** Findings about figures that stand in the prose or are bounds of table two: a draft of random numbers may break them. */
const ASIDE = new Set([
  'stock-below-flow',
  'stock-negative',
  'regulation-authority',
  'published-over-total',
  'procurement-pair',
  'amount-decimals',
  'outlier',
  'prose-number',
  'unit-mismatch',
  'year-mismatch',
  'fee-statement',
  'form-outdated',
]);

function textOf(kind: Kind, seed: number): string {
  return kind.make(drawn(kind, seed));
}

/** Every third seed is sparse. */
function drawn(kind: Kind, seed: number): Drawn {
  return drawDraft(kind.sparse === true ? seed * 3 : seed, kind.form);
}

export function measure(kind: Kind, seed: number): Measured {
  const { draft } = drawn(kind, seed);
  const reading = readText(textOf(kind, seed));
  if (reading instanceof Error) return { outcome: 'thrown', detail: reading.message };
  const { report, result } = reading;
  const open = (key: CellKey): boolean => kind.open?.(key, draft) === true;
  const { absent, wrong } = scoreCells(report, draft.expected);
  const zero = (key: CellKey): boolean => draft.expected.get(key) === 0 && report.cells.get(key)?.reading.kind === 'blank';
  const lacking = absent.filter((key) => !open(key) && !zero(key));
  const findings = result.findings.filter(({ rule, severity }) => !ASIDE.has(rule) && (severity === 'error' || severity === 'warning'));
  const shown = findings.map(({ rule, severity }) => `${severity.charAt(0)}:${rule}`).join(' ');
  const due = kind.due ?? [];
  // In a report on 2019 the form was only being tried, and what differs is a hint.
  const told = result.findings.filter(({ rule }) => due.includes(rule));
  const undue = findings.filter(({ rule }) => !due.includes(rule) && kind.may?.includes(rule) !== true);
  const [first] = wrong.filter(({ key }) => !open(key));
  const openWrong = wrong.filter(({ key }) => open(key));
  if (first !== undefined) {
    const [table] = first.key.split('/');
    const atTable = findings.some(({ span }) =>
      report.tables.some((own) => own.id === table && own.span !== null && span.start <= own.span.end + 300 && span.end >= own.span.start - 300),
    );
    return { outcome: atTable ? 'misread' : 'silent', detail: `${wrong.length} wrong, as ${first.key} ${first.expected} read ${first.found}; ${shown}` };
  }
  if (openWrong.length > 0 && told.length === 0) return { outcome: 'silent', detail: `${openWrong.length} wrong, as ${openWrong[0]?.key}; ${shown}` };
  if (lacking.length > 0) return { outcome: findings.length > 0 ? 'declined' : 'silent', detail: `${lacking.length} absent, as ${lacking[0]}; ${shown}` };
  if (undue.length > 0) return { outcome: 'said', detail: shown };
  if (due.length > 0 && told.length === 0) return { outcome: 'untold', detail: shown };
  if (told.length > 1 && due.length === 1 && due[0] !== 'cell-notation') return { outcome: 'said', detail: `${told.length} times ${shown}` };
  return { outcome: 'whole', detail: shown };
}
