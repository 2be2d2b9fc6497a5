// Rows that a sentence names as the base of a percentage.

import type { Claim } from '../../parse/prose/claim-model.ts';
import { splitKey } from '../../forms/form.ts';

interface Divisor {
  readonly words: RegExp;
  readonly rows: readonly string[];
}

/** Behind 占; the first whose words stand there is meant, so that 新收和结转 is not 新收 alone. */
const DIVISORS: readonly Divisor[] = [
  { words: /应办|应当?办理|应予?办理|(?:新收|收到|受理).*结转|结转.*(?:新收|收到|受理)/u, rows: ['new', 'carried-in'] },
  { words: /办结|办理结果|已办理|已答复|答复(?:总|申请|件)/u, rows: ['total'] },
  { words: /新收|收到|受理|接收/u, rows: ['new'] },
];

/** 占新收: whether a reading divides by the rows that the words name; null where they name none. */
export function namedDivisor({ text }: Claim): ((reading: Claim['readings'][number]) => boolean) | null {
  const behind =
    text
      .replaceAll(/[\s\u200b]+/gu, '')
      .split('占')
      .at(-1) ?? '';
  const named = text.includes('占') ? DIVISORS.find(({ words }) => words.test(behind)) : undefined;
  if (named === undefined) return null;
  return ({ over = [] }) => [...new Set(over.map((key) => splitKey(key).row))].join() === named.rows.join();
}
