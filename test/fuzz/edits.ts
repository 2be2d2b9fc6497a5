// Compares the server's report with a fresh parse after any sequence of edits, over real messages, to a server in this process.

import { PassThrough } from 'node:stream';
import { createConnection, createMessageConnection, StreamMessageReader, StreamMessageWriter, type MessageConnection } from 'vscode-languageserver/node';
import { checkReport } from '../../server/src/check.ts';
import { toDiagnostics } from '../../server/src/features/to-diagnostic.ts';
import { semanticTokens } from '../../server/src/features/semantic-tokens.ts';
import { startServer } from '../../server/src/lsp/server.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { createRng, type Rng } from '../generator/rng.ts';
import { applyChange, randomChange, type Change } from './changes.ts';
import type { Source } from './sources.ts';

/** One sequence: the document as it was before it, and the batches that were sent. */
export interface Trial {
  readonly before: string;
  readonly batches: readonly (readonly Change[])[];
}

export interface EditsOutcome {
  readonly sequences: number;
  readonly changes: number;
  /** Sequences behind which a report was there to compare. */
  readonly recognised: number;
  readonly failed: readonly Trial[];
}

export interface EditsOptions {
  readonly sources: readonly Source[];
  readonly seed: number;
  readonly count: number;
  readonly progress?: (done: number) => void;
}

/** Longer texts only take time. */
const MAX_LENGTH = 12_000;
/** Sequences on one opening: what drifts has time to. */
const PER_DOCUMENT = 25;
const MAX_BATCHES = 6;
const MAX_CHANGES = 4;
const MAX_FAILED = 5;

export async function fuzzEdits({ sources, seed, count, progress }: EditsOptions): Promise<EditsOutcome> {
  const client = await startPair();
  const failed: Trial[] = [];
  let changes = 0;
  let recognised = 0;
  let sequences = 0;
  for (let opening = 0; sequences < count && failed.length < MAX_FAILED; opening++) {
    const rng = createRng(Math.imul(seed, 0x9e3779b1) + opening);
    const document = openDocument(client, `file:///${opening}.nb.txt`, rng.pick(sources).text.slice(0, MAX_LENGTH));
    for (let turn = 0; turn < PER_DOCUMENT && sequences < count; turn++) {
      const trial = randomTrial(document.text(), rng, rng.pick(sources).text);
      trial.batches.forEach((batch) => document.change(batch));
      sequences++;
      changes += trial.batches.flat().length;
      const { same, isReport } = await document.compare();
      if (isReport) recognised++;
      if (!same) {
        failed.push(trial);
        break;
      }
      progress?.(sequences);
      // Few texts become reports again.
      if (!isReport && rng.chance(0.5)) break;
    }
    document.close();
  }
  client.dispose();
  return { sequences, changes, recognised, failed };
}

/** Whether the server agrees with a fresh parse after exactly these batches. */
export async function agrees({ before, batches }: Trial): Promise<boolean> {
  const client = await startPair();
  const document = openDocument(client, 'file:///one.nb.txt', before);
  batches.forEach((batch) => document.change(batch));
  const { same } = await document.compare();
  client.dispose();
  return same;
}

function randomTrial(before: string, rng: Rng, other: string): Trial {
  let text = before;
  const batches = Array.from({ length: rng.int(1, MAX_BATCHES) }, () =>
    Array.from({ length: rng.chance(0.6) ? 1 : rng.int(2, MAX_CHANGES) }, () => {
      const change = randomChange(text, rng, other.slice(0, MAX_LENGTH));
      text = applyChange(text, change);
      return change;
    }),
  );
  return { before, batches };
}

interface EditedDocument {
  readonly text: () => string;
  readonly change: (batch: readonly Change[]) => void;
  readonly compare: () => Promise<{ readonly same: boolean; readonly isReport: boolean }>;
  readonly close: () => void;
}

function openDocument(client: MessageConnection, uri: string, opened: string): EditedDocument {
  let text = opened;
  let version = 1;
  const textDocument = { uri };
  void client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'gov-report', version, text } });

  async function compare(): Promise<{ readonly same: boolean; readonly isReport: boolean }> {
    // Saved, so that nothing waits for the line in typing.
    void client.sendNotification('textDocument/didSave', { textDocument });
    const [pulled, tokens] = await Promise.all([
      client.sendRequest<{ readonly items: unknown }>('textDocument/diagnostic', { textDocument }),
      client.sendRequest<unknown>('textDocument/semanticTokens/full', { textDocument }),
    ]);
    const report = parseReport(text);
    const { findings } = checkReport(report);
    const due = report.recognised
      ? { items: toDiagnostics(report, findings, uri), tokens: semanticTokens(report, findings, { start: 0, end: text.length }) }
      : { items: [], tokens: null };
    return { same: JSON.stringify({ items: pulled.items, tokens }) === JSON.stringify(due), isReport: report.recognised };
  }

  return {
    text: () => text,
    change(batch) {
      text = batch.reduce(applyChange, text);
      void client.sendNotification('textDocument/didChange', { textDocument: { uri, version: ++version }, contentChanges: batch });
    },
    compare,
    close: () => void client.sendNotification('textDocument/didClose', { textDocument }),
  };
}

/** A server and its client in one process, every message through its bytes. */
async function startPair(): Promise<MessageConnection> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), {
    version: '0',
    nextTurn: () => new Promise((resolve) => void setImmediate(resolve)),
    currentYear: () => 2025,
    pages: null,
    openDocument: () => null,
    writeWord: () => new Uint8Array(),
  });
  const client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  client.listen();
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } });
  void client.sendNotification('initialized', {});
  return client;
}
