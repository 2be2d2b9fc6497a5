// One report reads the same in every layout: cells, organ, year, form and findings.

import { describe, expect, test } from 'vitest';
import type { CellKey } from '../../server/src/forms/form.ts';
import { generate, type GenerateOptions } from '../generator/generate.ts';
import { LAYOUTS } from '../generator/layouts/index.ts';
import type { Layout } from '../generator/layouts/layout.ts';
import { NOISES } from '../generator/noises/index.ts';
import { read } from './shared.ts';

const [NONE] = NOISES;
const readable = LAYOUTS.filter((layout) => layout.glued !== true && layout.torn !== true);
const [FIRST] = readable;

/** What a person would see, without the places in the text. */
function essence(seed: number, layout: Layout, options: GenerateOptions): unknown {
  const { report, result } = read(generate(seed, { ...options, layout, ...(NONE && { noise: NONE }) }).text);
  return {
    unit: report.unit,
    year: report.year?.value,
    form: report.detectedForm.id,
    cells: [...report.cells].map(([key, { reading }]) => [key, reading.kind === 'number' ? reading.value : reading.kind]).toSorted(),
    equations: result.equations,
    findings: result.findings.map(({ rule, severity, cells, actual, expected }) => ({ rule, severity, cells, actual, expected })),
  };
}

const REPORTS: readonly (readonly [string, number, GenerateOptions])[] = [
  ['a dense report of the newer form', 501, { formKind: '2021', density: 'dense' }],
  ['a sparse report of the older form', 502, { formKind: '2019', density: 'sparse' }],
  ['an undivided （六）', 503, { formKind: 'hybrid', density: 'dense' }],
  ['all zeros', 504, { formKind: '2021', density: 'zero' }],
  [
    'two slips of the clerk',
    505,
    {
      formKind: '2021',
      density: 'dense',
      slips: new Map<CellKey, number>([
        ['applications/petition/natural', 4711],
        ['disputes/direct/total', 815],
      ]),
    },
  ],
];

describe.each(REPORTS)('%s', (_, seed, options) => {
  const due = FIRST === undefined ? null : essence(seed, FIRST, options);
  test.each(readable)('$name', (layout) => expect(essence(seed, layout, options)).toEqual(due));
});
