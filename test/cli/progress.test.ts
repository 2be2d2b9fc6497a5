// Progress of a long run on a terminal, with nothing of it left in the output.

import { expect, test } from 'vitest';
import { showProgress } from '../../server/src/cli/progress.ts';

const CLEAR = '\r\u001b[2K';

function watched(): { readonly written: () => string; readonly at: (ms: number) => void; readonly progress: ReturnType<typeof showProgress> } {
  let text = '';
  let clock = 0;
  const progress = showProgress({ stream: { write: (piece) => (text += piece) }, now: () => clock });
  return { written: () => text, at: (ms) => void (clock = ms), progress };
}

test('a short run shows nothing', () => {
  const { written, at, progress } = watched();
  for (let ms = 0; ms < 1000; ms += 10) {
    at(ms);
    progress.step();
  }
  progress.clear();
  expect(written()).toBe('');
});

test('a long run counts on one line, at most ten times a second, and takes it away', () => {
  const { written, at, progress } = watched();
  for (let ms = 10; ms <= 1200; ms += 10) {
    at(ms);
    progress.step();
  }
  progress.clear();
  progress.clear();
  expect(written()).toBe(`${[100, 110, 120].map((count) => `${CLEAR}已检查${count}个文件…`).join('')}${CLEAR}`);
});
