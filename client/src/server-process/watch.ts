// Watches whether the server still answers while something waits for it; one that does not is ended, and its text held back from the next.

import { workspace, type TextDocument } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { ALIVE_METHOD } from '../../../server/src/protocol/requests.ts';
import type { Held } from '../editor/held.ts';
import type { Server } from './server-keeper.ts';
import { wireUri } from '../word/word-uris.ts';
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

/** `server` is asked for when it is needed: it is given the watch's middleware when it is made. */
export function unstick(server: () => Pick<Server, 'ask' | 'kill'>, held: Held): Watch {
  function stuck({ suspect, seconds }: Stuck): void {
    const text = suspect?.kind === 'text' ? suspect.text : suspect && documentOf(suspect.uri)?.getText();
    if (suspect !== undefined && text !== undefined) held.add(suspect.uri, text, seconds);
    server().kill(`The server gave no answer for ${seconds} seconds${suspect === undefined ? '' : `, last asked about ${suspect.uri}`}; it is ended.`);
  }

  return createWatch({ askForSign: () => server().ask(ALIVE_METHOD, {}), stuck, document: documentOf });
}

function documentOf(uri: string): TextDocument | undefined {
  return workspace.textDocuments.find((document) => wireUri(document.uri) === uri);
}

// Counted in turns of a timer, not by the clock: a machine that slept and an extension that a debugger stopped have waited one
// turn, not an hour.

export const TURN_MS = 200;
/** What a turn counts at most; on a machine that is merely busy they come late. */
const MAX_TURN_MS = 1000;
const PATIENCE_MS = 5000;
/** A long text takes longer: one second for each MB. */
const MS_PER_BYTE = 1000 / 1_000_000;
/** From here on the server is asked for a sign of life: one that is merely busy with something longer gives it. */
const ASK_AFTER_MS = PATIENCE_MS / 2;

/** `ask`: for a sign of life. `stuck`: it gave none. */
type Verdict = 'wait' | 'ask' | 'stuck';

export interface Patience {
  /** Somebody waits from now on; said once, till nobody does. */
  readonly begin: (nowMs: number) => void;
  /** The server answered, whatever it was. */
  readonly heard: () => void;
  /** At each turn; `bytes` is how much text is being waited for. */
  readonly turn: (nowMs: number, bytes: () => number) => Verdict;
}

export function patienceMs(bytes: number): number {
  return PATIENCE_MS + Math.round(bytes * MS_PER_BYTE);
}

export function createPatience(): Patience {
  let waitedMs = 0;
  let lastTurnMs = 0;
  let asked = false;
  /** Read once the usual time is over: only then it matters how much there is to read. */
  let allowedMs: number | undefined;

  function heard(): void {
    waitedMs = 0;
    asked = false;
    allowedMs = undefined;
  }

  return {
    begin: (nowMs) => {
      lastTurnMs = nowMs;
      heard();
    },
    heard,
    turn: (nowMs, bytes) => {
      waitedMs += Math.min(Math.max(0, nowMs - lastTurnMs), MAX_TURN_MS);
      lastTurnMs = nowMs;
      if (waitedMs < ASK_AFTER_MS) return 'wait';
      if (!asked) {
        asked = true;
        return 'ask';
      }
      if (waitedMs < PATIENCE_MS) return 'wait';
      allowedMs ??= patienceMs(bytes());
      return waitedMs < allowedMs ? 'wait' : 'stuck';
    },
  };
}
