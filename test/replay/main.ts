// Replays a clean report of each form in each layout and prints what came too early.

import { generate } from '../generator/generate.ts';
import { LAYOUTS } from '../generator/layouts/index.ts';
import { FORM_IDS } from '../support/forms.ts';
import { replay, type Replay } from './premature.ts';

export interface ReplayOptions {
  readonly reportOnly: boolean;
  readonly layout: string | null;
  readonly form: string | null;
  /** Show examples of this rule. */
  readonly rule: string | null;
  readonly seed: number;
}

/** Layouts that a person types or an editor continues; a web page as its source. */
const TYPED = ['space-rows', 'tabs-grid', 'tabs-browser', 'pipes-markdown', 'cell-lines', 'html-plain'];
const MAX_EXAMPLES = 12;

/** Returns the exit code: 1 where anything came too early. */
export function main(options: ReplayOptions): number {
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  let disturbed = 0;
  let steps = 0;
  let examples = 0;
  for (const name of options.layout === null ? TYPED : [options.layout]) {
    const layout = LAYOUTS.find((candidate) => candidate.name === name);
    if (layout === undefined) throw new Error(`no layout ${name}; there are ${LAYOUTS.map((known) => known.name).join(', ')}`);
    for (const formKind of FORM_IDS.filter((form) => options.form === null || form === options.form)) {
      const { text } = generate(options.seed, { layout, formKind, density: 'dense', nested: false, noise: { name: 'none' } });
      const began = performance.now();
      const result = replay(text, (rule, { written, message, linesAbove }) => {
        if (rule !== options.rule || examples++ >= MAX_EXAMPLES) return;
        print(`    ${linesAbove} lines above …${JSON.stringify(written)}\n      ${message}`);
      });
      disturbed += result.disturbed;
      steps += result.steps;
      printResult(`${name} ${formKind}`, result, (performance.now() - began) / 1000, print);
    }
  }
  print(`premature errors in ${disturbed} of ${steps} steps`);
  return disturbed > 0 && !options.reportOnly ? 1 : 0;
}

function printResult(name: string, { steps, disturbed, byRule }: Replay, seconds: number, print: (line: string) => void): void {
  print(`${name}: premature errors in ${disturbed} of ${steps} steps (${seconds.toFixed(0)} s)`);
  const sorted = [...byRule].sort(([, one], [, other]) => other.steps - one.steps);
  for (const [rule, premature] of sorted) {
    print(`  ${rule}: ${premature.steps} steps, ${premature.appearances} appearances`);
    print(`    first ${premature.example.linesAbove} lines above …${JSON.stringify(premature.example.written)}`);
    print(`      ${premature.example.message}`);
  }
}
