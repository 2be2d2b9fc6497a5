// Noise of notation: the same numbers in other writing, and zeros that nobody wrote.

import type { Layout } from '../layouts/layout.ts';
import { mapValues, type Noise } from './noise.ts';

const NOTATION = ['cell-notation', 'amount-unit'];
const isSpaced = (layout: Layout): boolean => layout.glued !== true && layout.torn !== true;

function fullWidth(text: string): string {
  return text.replaceAll(/[0-9]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function thousands(text: string): string {
  return text.replace(/^[0-9]+/u, (digits) => digits.replaceAll(/\B(?=(?:[0-9]{3})+$)/gu, ','));
}

export const VALUE_NOISES: readonly Noise[] = [
  {
    name: 'full-width-digits',
    onModel: (model, rng) => mapValues(model, (text) => (rng.chance(0.3) ? fullWidth(text) : text)),
    suits: isSpaced,
    warns: NOTATION,
  },
  { name: 'thousands', onModel: (model) => mapValues(model, thousands), suits: (layout) => isSpaced(layout) && layout.commas !== true, warns: NOTATION },
  {
    name: 'spelled-signs',
    onModel: (model) => mapValues(model, (text) => text.replace(/^-/u, '减').replace(/^\+/u, '增')),
    suits: isSpaced,
    warns: NOTATION,
  },
  {
    name: 'lost-blanks',
    // A mirror site writes ? for a no-break space it cannot map.
    onModel: (model, rng) => mapValues(model, (text) => (rng.chance(0.1) ? `? ${text}` : text)),
    suits: (layout) => layout.emptyCells === true,
    warns: NOTATION,
  },
  {
    name: 'blank-zeros',
    onModel: (model) => mapValues(model, (text) => (text === '0' ? '' : text)),
    suits: (layout) => layout.emptyCells === true,
    warns: ['cell-blank', 'total-blank'],
    dropsZeros: true,
  },
  {
    name: 'dashed-zeros',
    onModel: (model, rng) => {
      const dash = rng.pick(['/', '-', '—', '无']);
      return mapValues(model, (text) => (text === '0' ? dash : text));
    },
    suits: isSpaced,
    warns: ['cell-blank', 'total-blank'],
    dropsZeros: true,
  },
];
