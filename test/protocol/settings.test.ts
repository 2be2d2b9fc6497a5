// Settings apply to the documents they are for, from the moment they change.

import { describe, expect, it } from 'vitest';
import { changed, report } from '../features/texts.ts';
import { change, pull, PULLING, rulesOf, start, type Published } from './session.ts';
import type { TestClient } from './client.ts';

const URI = 'file:///draft.nb.txt';
const OTHER = 'file:///other.nb.txt';
const BROKEN = changed(report(), '行政处罚\t0', '行政处罚\t-5');

const ASKING = {
  ...PULLING,
  workspace: { ...PULLING.workspace, configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
};

interface Asked {
  readonly items: readonly { readonly scopeUri?: string; readonly section?: string }[];
}

/** A client whose settings differ by document. */
function asking(settings: Map<string, unknown>): Promise<TestClient> {
  return start({ capabilities: ASKING }, (client) => {
    client.respondTo('workspace/configuration', (params) =>
      (params as Asked).items.map(({ scopeUri, section }) => (section === 'gouji' ? (settings.get(scopeUri ?? '') ?? null) : null)),
    );
  });
}

describe('a client that answers for each document', () => {
  it('sets the level of a rule', async () => {
    const client = await asking(
      new Map([
        [URI, { rules: { 'cell-negative': 'hint' } }],
        [OTHER, { rules: { 'cell-negative': 'off' } }],
      ]),
    );
    client.open(URI, BROKEN);
    client.open(OTHER, BROKEN);
    expect((await pull(client, URI)).items.map(({ code, severity }) => [code, severity])).toContainEqual(['cell-negative', 4]);
    expect(await rulesOf(client, OTHER)).not.toContain('cell-negative');
  });

  it('switches documents off and on, and is heard at once', async () => {
    const settings = new Map<string, unknown>([[URI, { enable: false }]]);
    const client = await asking(settings);
    client.open(URI, BROKEN);
    expect(await rulesOf(client, URI)).toEqual([]);
    settings.set(URI, { enable: true });
    client.notify('workspace/didChangeConfiguration', { settings: null });
    expect(await rulesOf(client, URI)).toContain('cell-negative');
  });

  it('keeps other languages out', async () => {
    const settings = new Map([
      [URI, { probe: false }],
      [OTHER, { probe: false }],
    ]);
    const client = await asking(settings);
    client.open(URI, BROKEN);
    client.open(OTHER, BROKEN, 'plaintext');
    expect(await rulesOf(client, URI)).toContain('cell-negative');
    expect(await rulesOf(client, OTHER)).toEqual([]);
  });

  it('is not disturbed by nonsense', async () => {
    const client = await asking(new Map([[URI, { enable: 'no', run: 3, rules: { 'cell-negative': 'loud', 'no-such-rule': 'off' } }]]));
    client.open(URI, BROKEN);
    expect((await pull(client, URI)).items.map(({ code, severity }) => [code, severity])).toContainEqual(['cell-negative', 1]);
  });

  it('lets findings stand between saves', async () => {
    const refreshed: (() => void)[] = [];
    const client = await asking(new Map([[URI, { run: 'onSave' }]]));
    client.respondTo('workspace/diagnostic/refresh', () => refreshed.shift()?.());
    client.open(URI, BROKEN);
    const { resultId } = await pull(client, URI);
    change(client, URI, 2, report());
    expect(await pull(client, URI, resultId)).toEqual({ kind: 'unchanged', resultId });
    const asked = new Promise<void>((resolve) => refreshed.push(resolve));
    client.notify('textDocument/didSave', { textDocument: { uri: URI } });
    await asked;
    expect(await rulesOf(client, URI)).toEqual([]);
  });
});

describe('a client that does not answer', () => {
  const published = (version: number) => (params: Published) => params.version === version;

  it('gives them when it starts', async () => {
    const client = await start({ capabilities: PULLING, initializationOptions: { gouji: { rules: { 'cell-negative': 'off' } } } });
    client.open(URI, BROKEN);
    expect(await rulesOf(client, URI)).not.toContain('cell-negative');
  });

  it('gives them when they change', async () => {
    const client = await start({ capabilities: {} });
    client.open(URI, BROKEN);
    expect((await client.notification('textDocument/publishDiagnostics', published(1))).diagnostics).not.toEqual([]);
    client.notify('workspace/didChangeConfiguration', { settings: { gouji: { enable: false } } });
    expect((await client.notification('textDocument/publishDiagnostics', published(1))).diagnostics).toEqual([]);
  });
});
