// Writes a number in the notation of the one it replaces: 18 for 十七 is 十八, 128.44万 for 182.44万, 2,318 for 2,381.

const HAN = /^[零〇一二两三四五六七八九十百千万]+$/u;
const ROUNDED = /^[\d.,]*\.(?<fraction>\d+)万$/u;
const GROUPED = /\d,\d{3}/u;
const TEN_THOUSAND = 10_000;

/** `value` in the notation of `old`. */
export function writtenLike(old: string, value: number): string {
  if (HAN.test(old) && Number.isInteger(value) && value >= 0) return inHan(value) ?? String(value);
  const fraction = ROUNDED.exec(old)?.groups?.['fraction'];
  if (fraction !== undefined) return `${(value / TEN_THOUSAND).toFixed(fraction.length)}万`;
  return GROUPED.test(old) ? value.toLocaleString('en-US') : String(value);
}

const DIGITS = '零一二三四五六七八九';
const UNITS = ['', '十', '百', '千'];
const MAX_HAN = 9999;

/** 105 → 一百零五, 18 → 十八; null beyond what sentences write out. */
function inHan(value: number): string | null {
  if (value > MAX_HAN) return null;
  if (value === 0) return '零';
  const digits = [...String(value)].map(Number);
  let written = '';
  for (const [at, digit] of digits.entries()) {
    if (digit !== 0) written += (DIGITS[digit] ?? '') + (UNITS[digits.length - 1 - at] ?? '');
    else if (!written.endsWith('零')) written += '零';
  }
  return written.replace(/零+$/u, '').replace(/^一十/u, '十');
}

/** One digit that is another, one more, one less, or two that changed places: how numbers are mistyped. */
export function isMistyped(one: string, other: string): boolean {
  if (one === other) return true;
  let first = 0;
  while (first < one.length && one[first] === other[first]) first++;
  const [rest, restOther] = [one.slice(first), other.slice(first)];
  if (rest.slice(1) === restOther.slice(1) || rest.slice(1) === restOther || rest === restOther.slice(1)) return true;
  return rest[0] === restOther[1] && rest[1] === restOther[0] && rest.slice(2) === restOther.slice(2);
}
