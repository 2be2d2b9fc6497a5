// The units of a review: who has to hand in a report, under which names, and below whom.

import { fold } from '../text/fold.ts';
import { likeness, mayBeAlike } from '../text/han.ts';
import { MAX_NAME_COMPARED, MAX_PROPOSED, MAX_UNIT_DEPTH, MAX_UNITS } from './limits.ts';

export interface Unit {
  readonly name: string;
  /** Other names under which its reports may be titled. */
  readonly aliases: readonly string[];
  /** The name of the unit above it. */
  readonly parent: string | null;
  /** As the list calls it, 县级部门; null where it says nothing. */
  readonly level: string | null;
  /** Where it stands in the list, counted from 1; null where there is no list of lines. */
  readonly line: number | null;
}

/** `line` is counted from 1; the message says what to do. */
export interface ListProblem {
  readonly line: number;
  readonly message: string;
}

export type UnitListReading = { readonly units: readonly Unit[] } | { readonly problem: ListProblem };

/** A list is taken whole or not at all: half of it would call the rest absent. */
export function checkUnits(units: readonly Unit[]): UnitListReading {
  if (units.length > MAX_UNITS) return problem(units[MAX_UNITS], `名单超过 ${MAX_UNITS} 个机关，请分成几份`);
  const owners = new Map<string, Unit>();
  for (const unit of units) {
    if (unit.name.trim() === '') return problem(unit, '缺少机关名称，请补上或删去这一行');
    for (const name of new Set([unit.name, ...unit.aliases].map(nameKey))) {
      const former = owners.get(name);
      if (former !== undefined && former !== unit) {
        return problem(unit, `“${unit.name}”与第${former.line ?? '?'}行的“${former.name}”名称或别名重复，请删去一个`);
      }
      owners.set(name, unit);
    }
  }
  for (const unit of units) {
    if (unit.parent !== null && !owners.has(nameKey(unit.parent))) return problem(unit, `上级“${unit.parent}”不在名单中，请补上该机关或改正上级的名称`);
    if (isBelowItself(unit, owners)) return problem(unit, `“${unit.name}”的上级又在它之下，请改正上级的名称`);
  }
  return { units };
}

function problem(unit: Unit | undefined, message: string): UnitListReading {
  return { problem: { line: unit?.line ?? 1, message } };
}

function isBelowItself(unit: Unit, owners: ReadonlyMap<string, Unit>): boolean {
  let above = parentOf(unit, owners);
  for (let depth = 0; depth < MAX_UNIT_DEPTH && above !== null; depth++) {
    if (above === unit) return true;
    above = parentOf(above, owners);
  }
  return above !== null;
}

function parentOf({ parent }: Unit, owners: ReadonlyMap<string, Unit>): Unit | null {
  return parent === null ? null : (owners.get(nameKey(parent)) ?? null);
}

/** Equal where two names are the same but for spaces, width and brackets. */
export function nameKey(name: string): string {
  return fold(name).replaceAll(/\s+/gu, '').replaceAll('(', '（').replaceAll(')', '）');
}

export interface UnitDirectory {
  readonly units: readonly Unit[];
  /** The unit of exactly this name or alias. */
  readonly find: (name: string) => Unit | null;
  /** Units that are called nearly so: to be proposed, never to be taken. */
  readonly near: (name: string) => readonly Unit[];
  /** How deep below the top, for comparing like with like. */
  readonly levelOf: (unit: Unit) => string;
}

/** Less alike, and it is another organ: those of one county differ by two characters of eight. */
const LEAST_LIKENESS = 0.75;

export function directoryOf(units: readonly Unit[]): UnitDirectory {
  const owners = new Map<string, Unit>();
  for (const unit of units) for (const name of [unit.name, ...unit.aliases]) owners.set(nameKey(name), unit);
  const names = [...owners];
  return {
    units,
    find: (name) => owners.get(nameKey(name)) ?? null,
    near: (name) => {
      const key = nameKey(name).slice(0, MAX_NAME_COMPARED);
      const scored = names.flatMap(([other, unit]) => {
        if (other.length > MAX_NAME_COMPARED || !mayBeAlike(key, other, LEAST_LIKENESS)) return [];
        const score = isContained(key, other) ? 1 : likeness(key, other);
        return score >= LEAST_LIKENESS ? [{ unit, score }] : [];
      });
      const best = scored.toSorted((one, other) => other.score - one.score).map(({ unit }) => unit);
      return [...new Set(best)].slice(0, MAX_PROPOSED);
    },
    levelOf: (unit) => unit.level ?? `第${depthOf(unit, owners) + 1}级`,
  };
}

/** 洪泽区人民政府 of 淮安市洪泽区人民政府. */
function isContained(one: string, other: string): boolean {
  return one.endsWith(other) || other.endsWith(one) || one.startsWith(other) || other.startsWith(one);
}

function depthOf(unit: Unit, owners: ReadonlyMap<string, Unit>): number {
  let depth = 0;
  for (let above = parentOf(unit, owners); above !== null && depth < MAX_UNIT_DEPTH; above = parentOf(above, owners)) depth++;
  return depth;
}
