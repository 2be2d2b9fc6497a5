// Random numbers of a fuzz case: the same on every machine, others for every number and seed.

import { createRng, type Rng } from '../generator/rng.ts';

export function rngOf(seed: number, index: number): Rng {
  return createRng(Math.imul(seed, 0x9e3779b1) + index);
}
