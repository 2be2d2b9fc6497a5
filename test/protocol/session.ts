// A started server for one test, with a client of the kind the test names, and what every test asks of it.

import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { TestClient } from './client.ts';

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Diagnostic {
  readonly range: Range;
  readonly code: string;
  readonly codeDescription?: { readonly href: string };
  readonly severity: number;
  readonly message: string;
}

export interface PulledReport {
  readonly kind: 'full' | 'unchanged';
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

export interface Published {
  readonly uri: string;
  readonly version: number;
  readonly diagnostics: readonly Diagnostic[];
}

export const PULLING = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };

/** One server for all tests of a group that only differ in their documents; give each document a URI of its own. */
export function shared(params: Readonly<Record<string, unknown>>): () => TestClient {
  let client: TestClient | undefined;
  beforeAll(async () => {
    client = new TestClient();
    await client.initialize(params);
  });
  afterAll(async () => void (await client?.close()));
  return () => {
    if (client === undefined) throw new Error('only within a test');
    return client;
  };
}

/** Starts a server that is told to leave when the test is over. */
export async function start(params: Readonly<Record<string, unknown>>, prepare: (client: TestClient) => void = () => undefined): Promise<TestClient> {
  const client = new TestClient();
  onTestFinished(async () => void (await client.close()));
  prepare(client);
  await client.initialize(params);
  return client;
}

export function pull(client: TestClient, uri: string, previousResultId?: string): Promise<PulledReport> {
  return client.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
}

/** Rule ids of what a pull gives. */
export async function rulesOf(client: TestClient, uri: string): Promise<readonly string[]> {
  return (await pull(client, uri)).items.map((item) => item.code);
}

/** A change of `range` to `text`; without a range, of the whole document. */
export function change(client: TestClient, uri: string, version: number, text: string, range?: Range): void {
  const contentChanges = [range === undefined ? { text } : { range, text }];
  client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
}

/** The range of the one place where `needle` stands. */
export function rangeIn(text: string, needle: string): Range {
  if (text.split(needle).length !== 2) throw new Error(`not exactly once: ${needle}`);
  const start = text.indexOf(needle);
  return { start: positionOf(text, start), end: positionOf(text, start + needle.length) };
}

export function positionOf(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/u);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
