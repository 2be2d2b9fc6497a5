// Slips of typing a number: one digit changed, lost, doubled, swapped, or put in.

import type { Rng } from '../../generator/rng.ts';

type SlipKind = 'changed' | 'lost' | 'doubled' | 'swapped' | 'added';

const KINDS: readonly SlipKind[] = ['lost', 'doubled', 'swapped', 'added'];

/** One wrong digit in place of a right one; always another number. */
export function changeDigit(value: number, rng: Rng): number {
  const text = String(value);
  const at = rng.int(0, text.length - 1);
  const digits = '0123456789'.replace(text[at] ?? '', '');
  const wrong = Number(text.slice(0, at) + rng.pick([...digits]) + text.slice(at + 1));
  return wrong === value ? value + 1 : wrong;
}

/** Any of the other slips that applies to this number, or null where none does. */
export function otherSlip(value: number, rng: Rng): number | null {
  for (const kind of [...KINDS].sort(() => rng.next() - 0.5)) {
    const wrong = slip(String(value), kind, rng);
    if (wrong !== null && Number(wrong) !== value) return Number(wrong);
  }
  return null;
}

function slip(text: string, kind: SlipKind, rng: Rng): string | null {
  const at = rng.int(0, text.length - 1);
  switch (kind) {
    case 'changed':
      return null;
    case 'lost':
      return text.length > 1 ? text.slice(0, at) + text.slice(at + 1) : null;
    case 'doubled':
      return text === '0' ? null : text.slice(0, at + 1) + text.slice(at);
    case 'swapped':
      return at + 1 < text.length ? text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2) : null;
    case 'added':
      return text.slice(0, at) + String(rng.int(1, 9)) + text.slice(at);
    default:
      return kind satisfies never;
  }
}
