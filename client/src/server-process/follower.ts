// Requests that follow the cursor or the text: a new one cancels those before it, so that only the last is answered.

import type { CancellationToken } from 'vscode-languageclient';
import type { OwnMethod, ParamsOf, ResultOf } from '../../../server/src/protocol/requests.ts';
import type { Ask } from './ask.ts';
import { hasTextChanged } from './errors.ts';

export interface Follower {
  /** Undefined: overtaken, and what is shown stays till the next answer. Null: nothing to be shown, or nobody to be asked. */
  readonly ask: <Method extends OwnMethod>(about: string, method: Method, params: ParamsOf<Method>) => Promise<ResultOf<Method> | null | undefined>;
  /** There is nothing to ask of it any more. */
  readonly drop: (about: string) => void;
  readonly dispose: () => void;
}

/** As VS Code has it. */
interface TokenSource {
  readonly token: CancellationToken;
  readonly cancel: () => void;
  readonly dispose: () => void;
}

export function createFollower(ask: Ask, createSource: () => TokenSource): Follower {
  const asked = new Map<string, TokenSource>();

  function drop(about: string): void {
    asked.get(about)?.cancel();
    asked.delete(about);
  }

  return {
    ask: async (about, method, params) => {
      drop(about);
      const source = createSource();
      asked.set(about, source);
      const isLast = () => asked.get(about) === source;
      try {
        const answer = await ask(method, params, source.token);
        return isLast() ? answer : undefined;
      } catch (error) {
        // What failed is in the log already, and nothing to be told of at every key.
        return isLast() && !hasTextChanged(error) ? null : undefined;
      } finally {
        if (isLast()) asked.delete(about);
        source.dispose();
      }
    },
    drop,
    dispose: () => [...asked.keys()].forEach(drop),
  };
}
