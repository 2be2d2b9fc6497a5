// Measures the cost of each rule, and of reading claims, beside the equations and the locating that the table rules share.

import { join } from 'node:path';
import { importTypeScript } from '../accuracy/bundle.mjs';
import { short } from './figures.mjs';

const SHOWN = 12;
const PROSE = /^prose-/u;

export async function measureRules({ root, sheet }) {
  const { timeRules } = await importTypeScript(join(root, 'test', 'bench', 'rules-times.ts'));
  const { parse, claims, tables, rules } = timeRules();
  const mean = ({ times }) => times.reduce((sum, time) => sum + time, 0) / times.length;
  const base = mean(tables);
  const row = (name, value) => [name, short(value * 1000), `×${short(value / base)}`];
  const dearest = rules.toSorted((one, other) => mean(other) - mean(one));
  sheet.table(
    'One report, mean of 200 in many layouts, each with a wrong digit',
    ['what', 'µs', 'of the tables'],
    [
      row('equations and locating, shared by the table rules', base),
      row(
        'all prose rules together',
        rules.filter(({ name }) => PROSE.test(name)).reduce((sum, rule) => sum + mean(rule), 0),
      ),
      row('reading the claims, a part of parsing', mean(claims)),
      row('parsing', mean(parse)),
      ...dearest.slice(0, SHOWN).map((rule) => row(rule.name, mean(rule))),
      ...dearest
        .slice(SHOWN)
        .filter(({ name }) => PROSE.test(name))
        .map((rule) => row(rule.name, mean(rule))),
    ],
  );
}
