// A language client of our own for tests: frames, requests and notifications over the built server's standard streams.

import { spawn, type ChildProcessByStdio } from 'node:child_process';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { CancellationToken } from 'vscode-languageserver';

interface Failure {
  readonly code: number;
  readonly message: string;
}

export type Answer<Result> = { readonly result: Result } | { readonly error: Failure };

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: Failure;
}

/** Answers requests of the server, such as `workspace/configuration`; a promise may come late, or never. */
export type Responder = (params: unknown) => unknown;

const SERVER = path.resolve(import.meta.dirname, '../../dist/server.js');

export class TestClient {
  readonly #server: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #pending = new Map<number, (message: Message) => void>();
  readonly #notified = new Map<string, unknown[]>();
  readonly #waiting: { readonly method: string; readonly fits: (params: unknown) => boolean; readonly resolve: (params: unknown) => void }[] = [];
  readonly #responders = new Map<string, Responder>();
  #received = Buffer.alloc(0);
  #nextId = 1;
  /** The server's answer to `initialize`. */
  initialized: unknown;
  /** What the server wrote on its standard error. */
  complaints = '';
  hasLeft = false;

  /** `nodeOptions` come before the server's file. */
  constructor(nodeOptions: readonly string[] = [], server = SERVER) {
    this.#server = spawn(process.execPath, [...nodeOptions, server, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
    this.#server.stdout.on('data', (chunk: Buffer) => this.#read(chunk));
    this.#server.stderr.setEncoding('utf8').on('data', (words: string) => (this.complaints += words));
    // A server that has left hears nothing more; who waits for it learns so by its exit.
    this.#server.stdin.on('error', () => undefined);
    this.#server.once('exit', () => (this.hasLeft = true));
  }

  respondTo(method: string, responder: Responder): void {
    this.#responders.set(method, responder);
  }

  notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  /** The answer, be it a result or an error. `cancel` sends the cancellation right behind the request, `token` when it is cancelled. */
  ask<Result>(
    method: string,
    params: unknown,
    { cancel = false, token }: { readonly cancel?: boolean; readonly token?: CancellationToken | undefined } = {},
  ): Promise<Answer<Result>> {
    const id = this.#nextId++;
    const answered = new Promise<Answer<Result>>((resolve) => {
      this.#pending.set(id, ({ result, error }) => {
        resolve(error === undefined ? { result: result as Result } : { error });
      });
    });
    // In one piece, so that the server reads both before it works.
    this.#server.stdin.cork();
    this.#send({ id, method, params });
    if (cancel) this.notify('$/cancelRequest', { id });
    this.#server.stdin.uncork();
    token?.onCancellationRequested(() => this.notify('$/cancelRequest', { id }));
    return answered;
  }

  /** The result; rejects where the server answered with an error. */
  async request<Result>(method: string, params: unknown): Promise<Result> {
    const answer = await this.ask<Result>(method, params);
    if ('error' in answer) throw new Error(`${method}: ${answer.error.message}`);
    return answer.result;
  }

  /** The first notification of the kind that fits, also one that came before and was not taken yet. */
  notification<Params>(method: string, fits: (params: Params) => boolean = () => true): Promise<Params> {
    const come = this.#notified.get(method) ?? [];
    const index = come.findIndex((params) => fits(params as Params));
    if (index >= 0) return Promise.resolve(come.splice(index, 1)[0] as Params);
    return new Promise((resolve) => {
      this.#waiting.push({
        method,
        fits: (params) => fits(params as Params),
        resolve: (params) => resolve(params as Params),
      });
    });
  }

  /** Every notification of the kind that nobody took. */
  seen(method: string): readonly unknown[] {
    return this.#notified.get(method) ?? [];
  }

  async initialize(params: Readonly<Record<string, unknown>>): Promise<void> {
    this.initialized = await this.request('initialize', { processId: null, rootUri: null, capabilities: {}, ...params });
    this.notify('initialized', {});
  }

  open(uri: string, text: string, languageId = 'gov-report'): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Asks the server to leave and waits until it has. */
  async close(): Promise<number | null> {
    await this.request('shutdown', null);
    this.notify('exit', null);
    return this.left();
  }

  /** The server's exit status, once it has left. */
  left(): Promise<number | null> {
    return new Promise((resolve) => this.#server.once('exit', resolve));
  }

  /** Bytes as they are, be they messages or not. */
  raw(bytes: string | Uint8Array): void {
    this.#server.stdin.write(bytes);
  }

  /** Standard input ends, as when the client dies. */
  hangUp(): void {
    this.#server.stdin.end();
  }

  kill(): void {
    this.#server.kill('SIGKILL');
  }

  #send(message: Readonly<Record<string, unknown>>): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.#server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.#server.stdin.write(body);
  }

  #read(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const headerEnd = this.#received.indexOf('\r\n\r\n');
      if (headerEnd < 0) return;
      const length = Number(/Content-Length: (\d+)/u.exec(this.#received.toString('latin1', 0, headerEnd))?.[1]);
      const bodyEnd = headerEnd + 4 + length;
      if (this.#received.length < bodyEnd) return;
      const message = JSON.parse(this.#received.toString('utf8', headerEnd + 4, bodyEnd)) as Message;
      this.#received = this.#received.subarray(bodyEnd);
      this.#take(message);
    }
  }

  #take(message: Message): void {
    const { id, method, params } = message;
    if (method === undefined) {
      if (typeof id === 'number') this.#pending.get(id)?.(message);
    } else if (id === undefined) {
      this.#takeNotification(method, params);
    } else {
      void Promise.resolve(this.#responders.get(method)?.(params) ?? null).then((result) => this.#send({ id, result }));
    }
  }

  #takeNotification(method: string, params: unknown): void {
    const index = this.#waiting.findIndex((waiting) => waiting.method === method && waiting.fits(params));
    const [waiting] = index < 0 ? [] : this.#waiting.splice(index, 1);
    if (waiting !== undefined) waiting.resolve(params);
    else this.#notified.set(method, [...(this.#notified.get(method) ?? []), params]);
  }
}
