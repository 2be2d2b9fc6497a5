// One seed, one report: its text in some layout with some noise, and what a reader must find in it.

import type { CellKey, FormId } from '../../server/src/forms/form.ts';
import { LAYOUTS } from './layouts/index.ts';
import type { Layout } from './layouts/layout.ts';
import { buildModel, type ModelOptions } from './model.ts';
import { dirty, type Noise, noisesFor } from './noises/index.ts';
import { createRng } from './rng.ts';

export interface Expected {
  readonly form: FormId;
  readonly year: number;
  /** Null where the text carries no title. */
  readonly unit: string | null;
  /** Values that stand in the text; zeros that the noise dropped are left out. */
  readonly cells: ReadonlyMap<CellKey, number>;
  /** （六） stands undivided in a 2021 report: one `form-mixed` is due. */
  readonly hybrid: boolean;
}

export interface Generated {
  readonly seed: number;
  readonly layout: Layout;
  readonly noise: Noise;
  readonly text: string;
  readonly expected: Expected;
}

export interface GenerateOptions extends ModelOptions {
  readonly layout?: Layout;
  readonly noise?: Noise;
}

export function generate(seed: number, options: GenerateOptions = {}): Generated {
  const rng = createRng(seed);
  const layout = options.layout ?? rng.pick(LAYOUTS);
  const noise = options.noise ?? rng.pick(noisesFor(layout));
  const clean = buildModel({ nested: rng.chance(0.15), ...options }, rng);
  const model = noise.onModel?.(clean, rng) ?? clean;
  return {
    seed,
    layout,
    noise,
    text: dirty(layout.render(model, rng), noise, layout, rng),
    expected: {
      form: model.form.id,
      year: model.year,
      unit: model.unit,
      cells: new Map([...model.values].flatMap(([key, { value }]) => (noise.dropsZeros === true && value === 0 ? [] : [[key, value]]))),
      hybrid: model.formKind === 'hybrid',
    },
  };
}

/** `count` reports that go round every layout and noise alike. */
export function* generateMany(count: number, firstSeed = 1): Generator<Generated> {
  for (let index = 0; index < count; index++) {
    const layout = LAYOUTS[index % LAYOUTS.length];
    if (layout === undefined) continue;
    const noises = noisesFor(layout);
    const noise = noises[Math.floor(index / LAYOUTS.length) % noises.length];
    if (noise !== undefined) yield generate(firstSeed + index, { layout, noise });
  }
}
