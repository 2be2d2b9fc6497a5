// A hung server is noticed, once, and one that is merely slow left alone. Against the library's own way of asking.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createWatch, type Stuck, type Watch } from '../../client/src/server-process/watch.ts';

const URI = 'file:///1';
const SECOND_MS = 1000;

type SendRequest = NonNullable<Watch['middleware']['sendRequest']>;

interface Watched {
  /** Asks about a document, or a text of a folder; what is returned answers it. */
  readonly ask: (uri?: string) => { readonly answer: () => Promise<void>; readonly fail: () => Promise<void> };
  readonly stuck: readonly Stuck[];
  readonly signs: () => number;
}

function watched({ text = '', isAlive = false } = {}): Watched {
  const stuck: Stuck[] = [];
  let goesDown: (() => void)[] = [];
  let signs = 0;
  const askForSign = () => {
    signs += 1;
    return isAlive ? Promise.reject(new Error('method not found')) : new Promise(() => undefined);
  };
  const watch = createWatch({
    askForSign,
    stuck: (what) => (stuck.push(what), goesDown.forEach((fail) => fail())),
    document: () => ({ version: 1, getText: () => text }),
  });
  const send: SendRequest = watch.middleware.sendRequest ?? expect.fail('watches no requests');
  return {
    stuck,
    signs: () => signs,
    ask: (uri = URI) => {
      let [answer, fail]: (() => void)[] = [];
      const reply = new Promise<null>((resolve, reject) => ([answer, fail] = [() => resolve(null), () => reject(new Error('failed'))]));
      // With the server go all questions that were asked of it.
      goesDown = [...goesDown, () => fail?.()];
      const params = uri.startsWith('folder:') ? { uri, text } : { textDocument: { uri } };
      const asked = send<unknown, null>('question', params, undefined, () => reply).catch(() => null);
      const settle = (how?: () => void) => async () => {
        how?.();
        await asked;
      };
      return { answer: settle(answer), fail: settle(fail) };
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('tells once of a server that gives no answer, and of what it was asked about', async () => {
  const { ask, stuck, signs } = watched();
  ask();
  ask('file:///2');
  await vi.advanceTimersByTimeAsync(4.9 * SECOND_MS);
  expect(stuck).toEqual([]);
  await vi.advanceTimersByTimeAsync(60 * SECOND_MS);
  expect(stuck).toEqual([{ suspect: { kind: 'document', uri: URI, version: 1 }, seconds: 5 }]);
  expect(signs()).toBe(1);
});

it('says that it does not know where several texts of a folder wait, and asks one by one from then on', async () => {
  const { ask, stuck } = watched();
  ask('folder:///1');
  ask('folder:///2');
  await vi.advanceTimersByTimeAsync(6 * SECOND_MS);
  ask('folder:///1');
  ask('folder:///2');
  await vi.advanceTimersByTimeAsync(6 * SECOND_MS);
  expect(stuck.map(({ suspect }) => suspect?.uri)).toEqual([undefined, 'folder:///1']);
});

it('asks for nothing and runs no timer while nobody waits', async () => {
  const { ask, stuck, signs } = watched();
  expect(vi.getTimerCount()).toBe(0);
  const asked = ask();
  expect(vi.getTimerCount()).toBe(1);
  await asked.answer();
  expect(vi.getTimerCount()).toBe(0);
  await vi.advanceTimersByTimeAsync(60 * SECOND_MS);
  expect([stuck, signs()]).toEqual([[], 0]);
});

it('leaves a server alone that is long about one question, and lives', async () => {
  const { ask, stuck, signs } = watched({ isAlive: true });
  const asked = ask();
  await vi.advanceTimersByTimeAsync(26 * SECOND_MS);
  expect(stuck).toEqual([]);
  // One in two and a half seconds, no more.
  expect(signs()).toBe(10);
  await asked.answer();
});

it('takes any answer for a sign of life, an error too', async () => {
  const { ask, stuck } = watched();
  ask();
  const other = ask();
  await vi.advanceTimersByTimeAsync(4 * SECOND_MS);
  await other.fail();
  await vi.advanceTimersByTimeAsync(4 * SECOND_MS);
  expect(stuck).toEqual([]);
  await vi.advanceTimersByTimeAsync(SECOND_MS);
  expect(stuck).toHaveLength(1);
});

it('waits longer for a long text', async () => {
  const { ask, stuck } = watched({ text: '一'.repeat(1_000_000) });
  ask();
  await vi.advanceTimersByTimeAsync(7.9 * SECOND_MS);
  expect(stuck).toEqual([]);
  await vi.advanceTimersByTimeAsync(SECOND_MS);
  expect(stuck).toEqual([expect.objectContaining({ seconds: 8 })]);
});
