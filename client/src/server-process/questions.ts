// Requests in flight, and the text that blocks the server. Documents new to the server are sent one at a time, so that the
// blocking one is known.

import { MAX_ANSWERED } from '../limits.ts';

/** What a question is about: an open document as it was then, a text that is not open, or no one text. */
export type Subject = Text | { readonly kind: 'none' };
export type Text =
  | { readonly kind: 'document'; readonly uri: string; readonly version: number }
  | { readonly kind: 'text'; readonly uri: string; readonly text: string };

/** To be called when a question is settled. */
type Settle = (wasAnswered: boolean) => void;

export interface Questions {
  /** A promise where it may not be put to the server yet: else nothing is to come between. */
  readonly put: (subject: Subject) => Settle | Promise<Settle>;
  /** Of those that were put: how many are not settled? */
  readonly count: () => number;
  readonly subjects: () => readonly Subject[];
  /** The texts that may keep the server from answering, each once. */
  readonly suspects: () => readonly Text[];
  /** Nobody answers them any more. */
  readonly drop: () => void;
  /** From now on one text at a time, be it new or not: one of several was at fault, and it will be asked about again. */
  readonly oneByOne: () => void;
}

interface Held {
  readonly text: Text;
  readonly go: () => void;
}

export function createQuestions(): Questions {
  const waiting = new Set<{ readonly subject: Subject }>();
  /** The version of each document that was last answered for. */
  const answered = new Map<string, number>();
  let held: readonly Held[] = [];
  let isOneByOne = false;

  function isKnown(text: Text): boolean {
    return text.kind === 'document' && answered.get(text.uri) === text.version;
  }

  /** Folders are checked several texts at a time, until one of them is at fault. */
  function waitsItsTurn(text: Text): boolean {
    return isOneByOne || (text.kind === 'document' && !isKnown(text));
  }

  function texts(): readonly Text[] {
    return [...waiting].flatMap(({ subject }) => (subject.kind === 'none' ? [] : [subject]));
  }

  function mayGo(text: Text): boolean {
    return !waitsItsTurn(text) || texts().every((other) => other.uri === text.uri || !waitsItsTurn(other));
  }

  function letGo(): void {
    for (const each of held) {
      if (!mayGo(each.text)) continue;
      held = held.filter((other) => other !== each);
      each.go();
    }
  }

  function go(subject: Subject): Settle {
    const question = { subject };
    waiting.add(question);
    return (wasAnswered) => {
      waiting.delete(question);
      if (wasAnswered && subject.kind === 'document') remember(subject);
      letGo();
    };
  }

  function put(subject: Subject): Settle | Promise<Settle> {
    if (subject.kind === 'none' || mayGo(subject)) return go(subject);
    return new Promise((resolve) => {
      held = [...held, { text: subject, go: () => resolve(go(subject)) }];
    });
  }

  function remember({ uri, version }: { readonly uri: string; readonly version: number }): void {
    if (answered.size >= MAX_ANSWERED) answered.clear();
    answered.set(uri, version);
  }

  return {
    put,
    count: () => waiting.size,
    subjects: () => [...waiting].map(({ subject }) => subject),
    // Of a text that was answered for the server has read every word.
    suspects: () => {
      const all = [...new Map(texts().map((text) => [text.uri, text])).values()];
      const unknown = all.filter((text) => !isKnown(text));
      return unknown.length > 0 ? unknown : all;
    },
    drop: () => {
      waiting.clear();
      answered.clear();
      letGo();
    },
    oneByOne: () => void (isOneByOne = true),
  };
}

/** Out of the parameters of any request, ours or LSP's. */
export function subjectOf(params: unknown, versionOf: (uri: string) => number | undefined): Subject {
  if (!isRecord(params)) return { kind: 'none' };
  const { textDocument, uri, text } = params;
  if (typeof uri === 'string' && typeof text === 'string') return { kind: 'text', uri, text };
  if (!isRecord(textDocument) || typeof textDocument['uri'] !== 'string') return { kind: 'none' };
  const version = versionOf(textDocument['uri']);
  return version === undefined ? { kind: 'none' } : { kind: 'document', uri: textDocument['uri'], version };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
