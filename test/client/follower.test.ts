// A request that follows the cursor is cancelled by the next one, all the way to the server.

import { expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver';
import type { Ask } from '../../client/src/server-process/ask.ts';
import { createFollower, type Follower } from '../../client/src/server-process/follower.ts';
import { report } from '../features/texts.ts';
import type { Answer } from '../protocol/client.ts';
import { rangeIn, start } from '../protocol/session.ts';

const URI = 'file:///followed.nb.txt';
const RANGES = [rangeIn(report(), '2.重复申请\t0\t0')];
const NUMBERS = { count: 2, sum: 0 };

class ServerError extends Error {
  readonly code: number;

  constructor({ code, message }: { readonly code: number; readonly message: string }) {
    super(message);
    this.code = code;
  }
}

interface Following {
  readonly follower: Follower;
  /** In the order in which the server answered. */
  readonly answered: readonly unknown[];
}

/** The server asks for the settings first: whatever is sent along with the first questions, it has read before it works on them. */
async function following(): Promise<Following> {
  const server = await start({ capabilities: { workspace: { configuration: true } } }, (begun) => begun.respondTo('workspace/configuration', () => [{}]));
  server.open(URI, report());
  const answered: unknown[] = [];
  const ask: Ask = async (method, params, token) => {
    const answer: Answer<never> = await server.ask(method, params, { token });
    answered.push('error' in answer ? answer.error.code : answer.result);
    if ('error' in answer) throw new ServerError(answer.error);
    return answer.result;
  };
  return { follower: createFollower(ask, () => new CancellationTokenSource()), answered };
}

function select(follower: Follower, { about = 'selection', version = 1 } = {}): Promise<unknown> {
  return follower.ask(about, 'gouji/selection', { textDocument: { uri: URI, version }, ranges: RANGES });
}

it('the question before is cancelled, and has no say any more', async () => {
  const { follower, answered } = await following();
  const [first, second, third] = await Promise.all([select(follower), select(follower), select(follower)]);
  expect([first, second]).toEqual([undefined, undefined]);
  expect(third).toMatchObject(NUMBERS);
  expect(answered).toEqual([-32800, -32800, expect.objectContaining(NUMBERS)]);
});

it('a question about something else is none of its business', async () => {
  const { follower } = await following();
  expect(await Promise.all([select(follower), select(follower, { about: 'another' })])).toEqual([
    expect.objectContaining(NUMBERS),
    expect.objectContaining(NUMBERS),
  ]);
});

it.each([
  ['dropped', (follower: Follower) => follower.drop('selection')],
  ['open at the end', (follower: Follower) => follower.dispose()],
])('a question that is %s is cancelled', async (_, end) => {
  const { follower, answered } = await following();
  const asked = select(follower);
  end(follower);
  expect(await asked).toBeUndefined();
  expect(answered).toEqual([-32800]);
});

it('what is shown stays where the text was another one, and goes where the answer failed', async () => {
  const { follower } = await following();
  expect(await select(follower, { version: 7 })).toBeUndefined();
  const failing = createFollower(
    () => Promise.reject(new Error('gone')),
    () => new CancellationTokenSource(),
  );
  expect(await select(failing)).toBeNull();
});
