// Ways in which a clerk writes one number. Seeded: the same seed writes it the same way.

import type { Rng } from '../../../generator/rng.ts';

const DIGITS = [...'零一二三四五六七八九'];

/** `value` as digits, thousands, full width, Chinese numerals, spaced or broken over a line. */
export function write(value: number, group: string, rng: Rng): string {
  const plain = String(value);
  if (group === 'fees') return plain;
  const grouped = (separator: string): string => plain.replace(/\B(?=(?:\d{3})+$)/gu, separator);
  const ways = [
    plain,
    plain,
    plain,
    ` ${plain} `,
    `${plain} `,
    `\n${plain}`,
    plain.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  ];
  if (value >= 1000) ways.push(grouped(','), grouped(' '));
  if (value < 100) ways.push(chinese(value));
  return rng.pick(ways);
}

function chinese(value: number): string {
  const tens = Math.floor(value / 10);
  const units = DIGITS[value % 10] ?? '';
  if (tens === 0) return units;
  return `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十${value % 10 === 0 ? '' : units}`;
}
