// Work side by side: files examined by threads, with results in the order of the files. Each gets whole files; the texts and reports never leave their thread.
// One message a file: its way there and back costs some ten microseconds, examining it two thousand.
// A file that takes too long, or ends its thread, is given up, and a new thread goes on with those behind it.

import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { Turns } from '../text/turns.ts';

export interface Pool<Work, Result> {
  readonly examine: (work: Work) => Promise<Result>;
  /** Ends the threads, whatever they are doing; of what they were doing nothing is said. */
  readonly dispose: () => Promise<void>;
}

export interface PoolOptions<Work, Result> {
  readonly threads: number;
  /** The bundle itself: it serves when it is loaded as a worker. */
  readonly workerFile: string;
  /** Given to each thread as it starts. */
  readonly settings: { readonly timeLimit: number };
  /** What to say of work that was not done. */
  readonly lost: (work: Work, why: 'ended' | 'late') => Result;
  /** What to say of work that nobody waits for any more. */
  readonly nothing: Result;
}

/**
 * Reports are a few kilobytes: small generations keep a thread at some 30 MB, whatever the number of files. Smaller ones
 * than this are collected so often that much of what they hold still lives. The old one holds the largest file that is read.
 */
const LIMITS = { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 1024 };

/**
 * By version of V8: what it is told before the threads start. They live for seconds, and a function that is optimised late
 * is optimised once, for all that it meets. Later versions count calls instead of bytes, and complain of a flag that they
 * do not have.
 */
const V8_FLAGS: Readonly<Record<string, string>> = { '11.3': '--interrupt-budget=300000' };

export function v8FlagsOf(version: string): string | undefined {
  return V8_FLAGS[/^\d+\.\d+/u.exec(version)?.[0] ?? ''];
}

interface Waiting<Work, Result> {
  readonly work: Work;
  readonly resolve: (outcome: Result) => void;
}

export function createPool<Work, Result>(options: PoolOptions<Work, Result>): Pool<Work, Result> {
  const flags = v8FlagsOf(process.versions.v8);
  if (flags !== undefined) setFlagsFromString(flags);
  const threads = Array.from({ length: options.threads }, () => new Thread(options));
  return {
    examine: (work) =>
      new Promise((resolve) => {
        const least = Math.min(...threads.map(({ length }) => length));
        threads.find(({ length }) => length === least)?.take({ work, resolve });
      }),
    async dispose() {
      await Promise.all(threads.map((thread) => thread.dispose()));
    },
  };
}

/** One place in the pool; a worker that was lost in it is followed by another. */
class Thread<Work, Result> {
  /** In the order in which they were sent, which is the order of the answers. */
  private readonly waiting: Waiting<Work, Result>[] = [];
  private worker: Worker | null = null;
  private timer: NodeJS.Timeout | undefined;
  private readonly options: PoolOptions<Work, Result>;

  constructor(options: PoolOptions<Work, Result>) {
    this.options = options;
  }

  get length(): number {
    return this.waiting.length;
  }

  take(one: Waiting<Work, Result>): void {
    this.waiting.push(one);
    this.worker ??= this.start();
    this.worker.postMessage(one.work);
    if (this.waiting.length === 1) this.watch();
  }

  async dispose(): Promise<void> {
    clearTimeout(this.timer);
    const { worker } = this;
    this.worker = null;
    for (const { resolve } of this.waiting.splice(0)) resolve(this.options.nothing);
    await worker?.terminate();
  }

  private start(): Worker {
    const { workerFile, settings } = this.options;
    const worker = new Worker(workerFile, { workerData: settings, resourceLimits: LIMITS });
    worker.on('message', (outcome: Result) => {
      if (worker === this.worker) this.answered(outcome);
    });
    const ended = () => {
      if (worker === this.worker) this.giveUp('ended');
    };
    worker.on('error', ended);
    worker.on('exit', ended);
    return worker;
  }

  private answered(outcome: Result): void {
    this.waiting.shift()?.resolve(outcome);
    this.watch();
  }

  /** The first is in work: its time begins. */
  private watch(): void {
    clearTimeout(this.timer);
    if (this.waiting.length > 0) this.timer = setTimeout(() => this.giveUp('late'), this.options.settings.timeLimit * 1000);
  }

  /** Each time one less is waiting, so it comes to an end. */
  private giveUp(why: 'ended' | 'late'): void {
    void this.worker?.terminate();
    this.worker = null;
    const first = this.waiting.shift();
    if (this.waiting.length > 0) {
      const next = this.start();
      this.worker = next;
      for (const { work } of this.waiting) next.postMessage(work);
    }
    this.watch();
    first?.resolve(this.options.lost(first.work, why));
  }
}

/**
 * At most `window` items are under way or waiting for their turn, so the memory does not grow with their number.
 * `work` must not reject.
 */
export async function* inOrder<Item, Result>(items: Iterable<Item>, work: (item: Item) => Promise<Result>, window: number): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = [];
  for (const item of items) {
    underWay.push(work(item));
    if (underWay.length < window) continue;
    const first = underWay.shift();
    if (first !== undefined) yield await first;
  }
  for (const result of underWay) yield await result;
}

interface Peeked<Item> {
  readonly all: Iterable<Item>;
  /** Whether there are more than were asked for. */
  readonly more: boolean;
}

/** Looks whether there are more than `count` items, taking no more than it must. */
export function peek<Item>(items: Iterable<Item>, count: number): Peeked<Item> {
  const iterator = items[Symbol.iterator]();
  const taken: Item[] = [];
  let next = iterator.next();
  const turns = new Turns(count);
  while (turns.more() && next.done !== true && taken.length < count) {
    taken.push(next.value);
    next = iterator.next();
  }
  const held = next;
  function* all(): Generator<Item> {
    yield* taken;
    for (let each = held; each.done !== true; each = iterator.next()) yield each.value;
  }
  return { all: all(), more: held.done !== true };
}
