// Documents that the person said are not to be checked. Kept with the workspace.

import type { Memento } from 'vscode';
import { MAX_SILENCED } from '../limits.ts';

const KEY = 'gouji.silencedDocuments';

export interface SwitchedOff {
  readonly has: (uri: string) => boolean;
  readonly toggle: (uri: string) => Promise<void>;
}

export function createSwitchedOff(state: Memento): SwitchedOff {
  let uris = new Set(state.get<readonly string[]>(KEY, []));

  async function toggle(uri: string): Promise<void> {
    uris = uris.has(uri) ? new Set([...uris].filter((other) => other !== uri)) : new Set([...uris, uri]);
    await state.update(KEY, [...uris].slice(-MAX_SILENCED));
  }

  return { has: (uri) => uris.has(uri), toggle };
}
