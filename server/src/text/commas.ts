// Thousands separators: which commas are, and what a number may mean whose comma is not.

import { fold, ZERO_WIDTH_SPACE } from './fold.ts';

const DIGIT = '[0-9OoQ〇lI]';
/** Groups of three behind a first group that no nought opens; nobody writes 0,503 for 503. */
const GROUPS = new RegExp(`^(?![0OoQ〇])${DIGIT}{1,3}(?: ?[,，'] ?${DIGIT}{3})+$`, 'u');
const LONE_COMMA = /^([0-9]{1,9})[,，]([0-9]{1,8})$/u;

/** Whether digits that have separators among them have them only between thousands. */
export function partsThousands(digits: string): boolean {
  return GROUPS.test(digits);
}

/** The two numbers that may be meant; `joined` is null where a nought would open it. */
export interface DoubtfulComma {
  readonly asPoint: string;
  readonly joined: string | null;
}

/** `559,5029`: the comma is a mistyped point, or one too many. Null where thousands are parted, or no digits stand on both sides. */
export function doubtfulComma(text: string): DoubtfulComma | null {
  const written = fold(text).replaceAll(ZERO_WIDTH_SPACE, '').trim();
  const [, whole = '', rest = ''] = LONE_COMMA.exec(written) ?? [];
  if (whole === '' || partsThousands(written) || (whole.length > 1 && whole.startsWith('0'))) return null;
  return { asPoint: `${whole}.${rest}`, joined: whole === '0' ? null : whole + rest };
}
