// One seed, one report: its text in some layout with some noise, and what a reader must find in it.

import type { CellKey, FormId } from '../../server/src/forms/form.ts';
import { LAYOUTS } from './layouts/index.ts';
import type { Layout } from './layouts/layout.ts';
import { buildModel, type ModelOptions } from './model.ts';
import { dirty, type Noise, NOISES, noisesFor } from './noises/index.ts';
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

/** One layout, one noise, or any. */
export interface Wanted {
  readonly layout: Layout | null;
  readonly noise: Noise | null;
}

const ANY: Wanted = { layout: null, noise: null };

/** `count` reports that go round every layout and noise alike, or round those that are wanted: a seed's report is the same in both. */
export function* generateMany(count: number, firstSeed = 1, wanted: Wanted = ANY): Generator<Generated> {
  const round = count * LAYOUTS.length * NOISES.length;
  let left = count;
  for (let index = 0; index < round && left > 0; index++) {
    const { layout, noise } = turnOf(index);
    if ((wanted.layout ?? layout) !== layout || (wanted.noise ?? noise) !== noise) continue;
    left--;
    yield generate(firstSeed + index, { layout, noise });
  }
}

/** The report that `generateMany` makes of a seed, or that of another layout or noise if it is wanted. */
export function generateSeed(seed: number, { firstSeed, wanted }: { readonly firstSeed: number; readonly wanted: Wanted }): Generated {
  const turn = turnOf(Math.max(0, seed - firstSeed));
  const layout = wanted.layout ?? turn.layout;
  const noise = wanted.noise ?? (layout === turn.layout ? turn.noise : noisesFor(layout)[0]);
  return generate(seed, { layout, ...(noise && { noise }) });
}

/** Whose turn is it? */
function turnOf(index: number): { readonly layout: Layout; readonly noise: Noise } {
  const layout = LAYOUTS[index % LAYOUTS.length];
  const noises = layout === undefined ? [] : noisesFor(layout);
  const noise = noises[Math.floor(index / LAYOUTS.length) % noises.length];
  if (layout === undefined || noise === undefined) throw new Error('there is no layout, or no noise for it');
  return { layout, noise };
}
