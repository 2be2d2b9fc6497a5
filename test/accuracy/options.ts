// Parses the options of `npm run accuracy`. A slip is reported; nothing is measured that was not meant.

import type { Wanted } from '../generator/generate.ts';
import { LAYOUTS } from '../generator/layouts/index.ts';
import { NOISES, noisesFor } from '../generator/noises/index.ts';

/** In the order in which they are carried out. */
export const MEASUREMENTS = ['published', 'generated', 'deletions', 'located', 'claims', 'sentences'] as const;

export type Measurement = (typeof MEASUREMENTS)[number];

export interface AccuracyOptions {
  /** Print, and never fail. */
  readonly reportOnly: boolean;
  /** So many generated reports, of those that are wanted. */
  readonly count: number;
  readonly firstSeed: number;
  readonly wanted: Wanted;
  /** Print the generated report of this seed and nothing else. */
  readonly text: number | null;
  readonly only: readonly Measurement[];
}

/** As `parseArgs` gives them. */
export interface Arguments {
  readonly reportOnly?: boolean;
  readonly count?: string;
  readonly seed?: string;
  readonly layout?: string;
  readonly noise?: string;
  readonly text?: string;
  readonly only?: string;
}

/** The options, or what is wrong with the arguments. */
export function readOptions(given: Arguments): AccuracyOptions | Error {
  const { layout, noise } = given;
  const words = given.only?.split(',') ?? [];
  const unknown = words.find((word) => !isMeasurement(word));
  if (unknown !== undefined) return new Error(`--only knows ${MEASUREMENTS.join(', ')}, not “${unknown}”`);
  const wanted = { layout: named(LAYOUTS, layout), noise: named(NOISES, noise) };
  if (wanted.layout === undefined) return new Error(`no layout “${layout}”; there are ${namesOf(LAYOUTS)}`);
  if (wanted.noise === undefined) return new Error(`no noise “${noise}”; there are ${namesOf(NOISES)}`);
  if (wanted.layout !== null && wanted.noise !== null && !noisesFor(wanted.layout).includes(wanted.noise))
    return new Error(`the layout ${layout} does not suit the noise ${noise}`);
  const [count, firstSeed, text] = [given.count ?? '1000', given.seed ?? '1', given.text ?? null];
  const odd = [count, firstSeed, text].find((value) => value !== null && !/^[1-9][0-9]{0,8}$/u.test(value));
  if (odd !== undefined) return new Error(`a number from 1 on is asked for, not “${odd}”`);
  // A layout or a noise is a question about generated reports.
  const filtered = wanted.layout !== null || wanted.noise !== null;
  const measured = words.length > 0 ? words.filter(isMeasurement) : filtered ? (['generated'] as const) : MEASUREMENTS;
  return {
    reportOnly: given.reportOnly === true,
    count: Number(count),
    firstSeed: Number(firstSeed),
    wanted: { layout: wanted.layout, noise: wanted.noise },
    text: text === null ? null : Number(text),
    only: measured,
  };
}

function isMeasurement(word: string): word is Measurement {
  return MEASUREMENTS.some((measurement) => measurement === word);
}

/** Null where none is asked for, undefined where there is none of the name. */
function named<Item extends { readonly name: string }>(items: readonly Item[], name: string | undefined): Item | null | undefined {
  return name === undefined ? null : items.find((item) => item.name === name);
}

function namesOf(items: readonly { readonly name: string }[]): string {
  return items.map(({ name }) => name).join(', ');
}
