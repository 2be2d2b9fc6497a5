// What is done about a server that does not come back from a text? It is ended, and the text is not shown to the next one.

import { workspace, type TextDocument } from 'vscode';
import { ALIVE_METHOD } from '../../../server/src/protocol/requests.ts';
import type { Held } from '../editor/held.ts';
import type { Server } from './server.ts';
import { createWatch, type Stuck, type Watch } from './watch.ts';

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
  return workspace.textDocuments.find((document) => document.uri.toString() === uri);
}
