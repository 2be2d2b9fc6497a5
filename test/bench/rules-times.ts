// Times of the rules, each over the same broken reports: no rule about sentences may cost more than those about the tables.

import { factsOf } from '../../server/src/rules/shared/claims.ts';
import { evaluateEquations } from '../../server/src/equations/evaluate.ts';
import { locate } from '../../server/src/diagnosis/locate.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import { readStatements } from '../../server/src/parse/prose/read-claims.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { generateMany } from '../generator/generate.ts';

const REPORTS = 200;
/** The first rounds are those of an engine that has not compiled anything yet. */
const WARM_UP = 2;
const ROUNDS = 5;

export interface RuleTimes {
  readonly name: string;
  /** Milliseconds, one a report. */
  readonly times: readonly number[];
}

export function timeRules(): { readonly parse: RuleTimes; readonly claims: RuleTimes; readonly tables: RuleTimes; readonly rules: readonly RuleTimes[] } {
  const times = new Map<string, number[]>();
  const texts = [...generateMany(REPORTS)].map(({ text }) => text.replace(/(?<=予以公开\D*)[0-9]/u, (digit) => String((Number(digit) + 1) % 10)));
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const text of texts) {
      const time = <Result>(name: string, run: () => Result): Result => {
        const start = performance.now();
        const result = run();
        if (round >= 0) times.set(name, [...(times.get(name) ?? []), performance.now() - start]);
        return result;
      };
      const report = time('parse', () => parseReport(text));
      if (!report.recognised) continue;
      time('claims', () => readStatements(report));
      const { equations, location } = time('tables', () => {
        const state = evaluateEquations(report);
        return { equations: state, location: locate(report, state, { facts: factsOf(report) }) };
      });
      const context = { report, equations, location, cells: [...report.cells.values()], edited: new Set<never>(), previous: null };
      for (const rule of RULES) time(rule.id, () => rule.check(context));
    }
  }
  const of = (name: string): RuleTimes => ({ name, times: times.get(name) ?? [] });
  return { parse: of('parse'), claims: of('claims'), tables: of('tables'), rules: RULES.map(({ id }) => of(id)) };
}
