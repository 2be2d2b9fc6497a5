// Finds numbers that may have a digit too many, held against last year and against units of the same level.

import { cellName } from '../../findings/describe.ts';
import type { RuleLevel } from '../../findings/finding.ts';
import type { CellKey } from '../../forms/form.ts';
import { FORMS } from '../../forms/index.ts';
import { reviewFinding, type ReviewFinding } from './review-finding.ts';
import type { Roll, UnitEntry } from '../roll.ts';
import { CELL_KEYS, figure, placeOfFigure, type Submission } from '../submission.ts';

/** Numbers that no equation holds, and the sums of those that equations hold. */
const LOOKED_AT: readonly CellKey[] = CELL_KEYS.filter((key) => !/^(?:applications|disputes)\//u.test(key) || key === 'applications/new/total');

/** So many times as much is a digit too many; less may be a busy year. */
const LEAST_RATIO = 8;
/** Of the greatest of its peers, where last year's number is known. */
const LEAST_OVER_PEERS = 3;
/** Smaller numbers jump about. */
const LEAST_VALUE = 100;
const LEAST_BEFORE = 5;
/** Fewer units of a level are no measure. */
const LEAST_PEERS = 5;

interface Context {
  readonly roll: Roll;
  readonly levels: ReadonlyMap<string, RuleLevel>;
}

/** Of each level the greatest numbers of a cell, with whose they are. */
export function peerMeasure({ entries, directory }: Roll): (entry: UnitEntry, key: CellKey) => { readonly count: number; readonly most: number } {
  const known = new Map<string, readonly { readonly entry: UnitEntry; readonly value: number }[]>();
  const peersOf = (level: string, key: CellKey) => {
    const id = `${level} ${key}`;
    const peers =
      known.get(id) ??
      entries.flatMap((entry) => {
        const value = entry.current === null || directory.levelOf(entry.unit) !== level ? null : figure(entry.current.figures, key);
        return value === null ? [] : [{ entry, value }];
      });
    known.set(id, peers);
    return peers;
  };
  return (entry, key) => {
    const others = peersOf(directory.levelOf(entry.unit), key).filter((peer) => peer.entry !== entry);
    return { count: others.length, most: others.reduce((most, { value }) => Math.max(most, value), 0) };
  };
}

export function outliersOf(entry: UnitEntry, { roll, levels }: Context, measure: ReturnType<typeof peerMeasure>): readonly ReviewFinding[] {
  const { current, previous } = entry;
  if (current === null) return [];
  return LOOKED_AT.flatMap((key) => {
    const value = figure(current.figures, key);
    if (value === null || value < LEAST_VALUE) return [];
    const before = previous === null ? null : figure(previous.figures, key);
    if (before !== null && value < LEAST_RATIO * Math.max(before, LEAST_BEFORE)) return [];
    const { count, most } = measure(entry, key);
    // A new power brings ten times as many decisions in a year: without peers nothing is said.
    if (count < LEAST_PEERS || value < (before === null ? LEAST_RATIO : LEAST_OVER_PEERS) * most) return [];
    return reviewFinding(
      {
        rule: 'outlier',
        message: `${cellName(FORMS[current.form], key)}可能多写了一位（现为 ${value}）。${before === null ? '' : `上年为${before}。`}同级（${roll.directory.levelOf(entry.unit)}）其他${count}个机关最多为${most}。请对照登记台账核实。`,
        path: current.path,
        range: placeOfFigure(current.figures, key),
        cells: [key],
        actual: value,
        related: before === null ? [] : lastYear(previous, key, before),
      },
      levels,
    );
  });
}

function lastYear(previous: Submission | null, key: CellKey, value: number): ReviewFinding['related'] {
  return previous === null ? [] : [{ path: previous.path, range: placeOfFigure(previous.figures, key), message: `上年年报：${value}` }];
}
