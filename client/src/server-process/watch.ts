// Does the server still answer? Asked of nobody while nothing waits; then its answers tell, and once in a while a question of no weight.

import type { Middleware } from 'vscode-languageclient';
import { ALIVE_METHOD } from '../../../server/src/protocol/requests.ts';
import { createPatience, patienceMs, TURN_MS } from './patience.ts';
import { createQuestions, subjectOf, type Subject, type Text } from './questions.ts';

/** What keeps the server from answering, if it can be told, and for how long that was put up with. */
export interface Stuck {
  readonly suspect: Text | undefined;
  readonly seconds: number;
}

interface WatchContext {
  /** Settles as soon as the server answers a question of no weight, be it with an error. */
  readonly askForSign: () => Promise<unknown>;
  /** Told once; whoever waits then gets no answer any more. */
  readonly stuck: (what: Stuck) => void;
  /** Of an open document: its version, and its text. */
  readonly document: (uri: string) => { readonly version: number; readonly getText: () => string } | undefined;
}

export interface Watch {
  readonly middleware: Middleware;
  readonly dispose: () => void;
}

export function createWatch({ askForSign, stuck, document }: WatchContext): Watch {
  const patience = createPatience();
  const questions = createQuestions();
  let timer: ReturnType<typeof setInterval> | undefined;

  function begin(): void {
    if (timer !== undefined) return;
    patience.begin(Date.now());
    timer = setInterval(look, TURN_MS);
  }

  function end(): void {
    clearInterval(timer);
    timer = undefined;
  }

  function bytesOf(subject: Subject): number {
    const text = subject.kind === 'text' ? subject.text : subject.kind === 'document' ? document(subject.uri)?.getText() : undefined;
    return text === undefined ? 0 : new TextEncoder().encode(text).length;
  }

  /** Of one document much may be asked; its text is read once. */
  function bytes(): number {
    const byUri = new Map(questions.subjects().flatMap((subject) => (subject.kind === 'none' ? [] : [[subject.uri, subject] as const])));
    return [...byUri.values()].reduce((sum, subject) => sum + bytesOf(subject), 0);
  }

  function look(): void {
    const verdict = patience.turn(Date.now(), bytes);
    if (verdict === 'ask') askForSign().then(patience.heard, patience.heard);
    if (verdict !== 'stuck') return;
    const [suspect, ...others] = questions.suspects();
    const what = { suspect: others.length === 0 ? suspect : undefined, seconds: Math.round(patienceMs(bytes()) / 1000) };
    if (others.length > 0) questions.oneByOne();
    questions.drop();
    end();
    stuck(what);
  }

  const middleware: Middleware = {
    sendRequest: async (type, params, token, next) => {
      if ((typeof type === 'string' ? type : type.method) === ALIVE_METHOD) return next(type, params, token);
      const turn = questions.put(subjectOf(params, (uri) => document(uri)?.version));
      const settle = turn instanceof Promise ? await turn : turn;
      begin();
      const settled = (isAnswer: boolean) => {
        patience.heard();
        settle(isAnswer);
        if (questions.count() === 0) end();
      };
      try {
        const answer = await next(type, params, token);
        settled(true);
        return answer;
      } catch (error) {
        settled(false);
        throw error;
      }
    },
  };
  return { middleware, dispose: end };
}
