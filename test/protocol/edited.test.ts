// What the person edited in this session decides which fix comes first, and never what is found.

import { expect, it } from 'vitest';
import { changed, report, ZERO_ROW } from '../features/texts.ts';
import { change, PULLING, rangeIn, rulesOf, shared } from './session.ts';

const server = shared({ capabilities: PULLING });
const BROKEN_ROW = '2.重复申请\t5\t0\t0\t0\t0\t0\t0';

interface Action {
  readonly title: string;
  readonly isPreferred?: boolean;
}

async function fixes(uri: string, text: string): Promise<readonly Action[]> {
  const range = rangeIn(text, BROKEN_ROW);
  return server().request('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [], only: ['quickfix'] } });
}

it('puts carrying through before putting back, and prefers neither', async () => {
  const whole = report();
  const broken = changed(whole, ZERO_ROW, BROKEN_ROW);
  const [opened, typed] = ['file:///opened.nb.txt', 'file:///typed.nb.txt'];
  server().open(opened, broken);
  server().open(typed, whole);
  expect(await rulesOf(server(), typed)).toEqual([]);
  change(server(), typed, 2, broken);
  expect(await rulesOf(server(), typed)).toEqual(await rulesOf(server(), opened));

  const fromFile = await fixes(opened, broken);
  const fromTyping = await fixes(typed, broken);
  expect(fromFile.length).toBeGreaterThan(1);
  const titles = (actions: readonly Action[]) => actions.map(({ title }) => title).toSorted();
  expect(titles(fromTyping)).toEqual(titles(fromFile));
  expect(fromFile[0]).toMatchObject({ isPreferred: true });
  expect(fromFile[0]?.title).toContain('改为 0');
  expect(fromTyping.some(({ isPreferred }) => isPreferred === true)).toBe(false);
  expect(fromTyping[0]?.title).toContain('保留 5');
});
