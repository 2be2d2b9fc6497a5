// Sets text in columns of a fixed-width page.

import { codePointWidth, displayWidth } from '../../../server/src/text/width.ts';

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

export function centre(text: string, width: number): string {
  const free = Math.max(0, width - displayWidth(text));
  return ' '.repeat(free >> 1) + text + ' '.repeat(free - (free >> 1));
}

/** Closing punctuation hangs at the line's end and never opens a line. */
const HANGING = /^[，。、；：）”]$/u;

/** Breaks a text into lines of at most `width` columns; numbers and words of Latin letters stay whole. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const unit of text.match(/[0-9A-Za-z.]+|./gu) ?? []) {
    const size = [...unit].reduce((sum, character) => sum + codePointWidth(character.codePointAt(0) ?? 0), 0);
    if (used + size > width && line !== '' && !HANGING.test(unit)) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += unit;
    used += size;
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}
