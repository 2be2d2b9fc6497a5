// Every noise the generator knows, alone and several at once.

import type { Layout } from '../layouts/layout.ts';
import type { Rng } from '../rng.ts';
import { CHARACTER_NOISES } from './characters.ts';
import { LABEL_NOISES } from './labels.ts';
import type { Noise } from './noise.ts';
import { VALUE_NOISES } from './values.ts';
import { WORDING_NOISES } from './wording.ts';

export type { Noise } from './noise.ts';

/** Several harmless ones together, as a real text has them. */
const COMPANY = ['radicals', 'half-width', 'inner-spaces', 'wide-indent', 'zero-width', 'crlf', 'row-aliases', 'table-intro'];
const company = [...CHARACTER_NOISES, ...WORDING_NOISES].filter(({ name }) => COMPANY.includes(name));

const SEVERAL: Noise = {
  name: 'several',
  onModel: (model, rng) => company.reduce((changed, noise) => (rng.chance(0.5) ? (noise.onModel?.(changed, rng) ?? changed) : changed), model),
  onText: (text, rng) => company.reduce((changed, noise) => (rng.chance(0.5) ? (noise.onText?.(changed, rng) ?? changed) : changed), text),
  warns: ['row-label'],
};

export const NOISES: readonly Noise[] = [{ name: 'none' }, ...CHARACTER_NOISES, ...WORDING_NOISES, ...LABEL_NOISES, ...VALUE_NOISES, SEVERAL];

export function noisesFor(layout: Layout): readonly Noise[] {
  return NOISES.filter((noise) => noise.suits?.(layout) !== false);
}

/** The text noise, kept away from tags and entities where the layout has any. */
export function dirty(text: string, noise: Noise, layout: Layout, rng: Rng): string {
  const { onText } = noise;
  if (onText === undefined) return text;
  if (layout.markup !== true || ['crlf', 'cr', 'bom'].includes(noise.name)) return onText(text, rng);
  return text
    .split(/(<[^>]*>|&[a-z0-9#]+;)/u)
    .map((part, index) => (index % 2 === 0 ? onText(part, rng) : part))
    .join('');
}
