// Which chance makes the case of a number? The same on every machine, and another for every number and seed.

import { createRng, type Rng } from '../generator/rng.ts';

export function rngOf(seed: number, index: number): Rng {
  return createRng(Math.imul(seed, 0x9e3779b1) + index);
}
