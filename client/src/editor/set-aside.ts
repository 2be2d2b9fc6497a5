// Texts set aside because the server hung on them, remembered by their content until they change.

import { MAX_SET_ASIDE } from '../limits.ts';

export interface SetAside {
  readonly isEmpty: () => boolean;
  /** `seconds` is how long it was waited for. */
  readonly add: (uri: string, text: string, seconds: number) => void;
  /** Null where nothing speaks against this text. */
  readonly of: (uri: string, text: string) => Aside | null;
  /** A document that was stuck more than once is tried again at its next save: at every key it would cost a restart. */
  readonly saved: (uri: string) => void;
  readonly clear: () => void;
}

export interface Aside {
  readonly seconds: number;
  /** What has to happen before it is tried again. */
  readonly until: 'changed' | 'saved';
}

interface Trouble {
  readonly times: number;
  readonly seconds: number;
  readonly awaitsSave: boolean;
}

export function createSetAside(): SetAside {
  /** By what the text says, wherever it lies. */
  const texts = new Map<string, number>();
  const documents = new Map<string, Trouble>();

  return {
    isEmpty: () => texts.size === 0,
    add: (uri, text, seconds) => {
      const times = (documents.get(uri)?.times ?? 0) + 1;
      documents.set(uri, { times, seconds, awaitsSave: times > 1 });
      texts.set(hashOf(text), seconds);
      dropOldest(texts);
      dropOldest(documents);
    },
    of: (uri, text) => {
      const trouble = documents.get(uri);
      if (trouble?.awaitsSave === true) return { seconds: trouble.seconds, until: 'saved' };
      const seconds = texts.get(hashOf(text));
      return seconds === undefined ? null : { seconds, until: 'changed' };
    },
    saved: (uri) => {
      const trouble = documents.get(uri);
      if (trouble !== undefined) documents.set(uri, { ...trouble, awaitsSave: false });
    },
    clear: () => {
      texts.clear();
      documents.clear();
    },
  };
}

function dropOldest(entries: Map<string, unknown>): void {
  if (entries.size <= MAX_SET_ASIDE) return;
  const [oldest = ''] = entries.keys();
  entries.delete(oldest);
}

/** FNV-1a, twice with other beginnings, and the length: none of it is kept for longer than the window is open. */
function hashOf(text: string): string {
  let [one, two] = [0x811c9dc5, 0x1b873593];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ code, 0x85ebca6b);
  }
  return `${text.length}:${one >>> 0}:${two >>> 0}`;
}
