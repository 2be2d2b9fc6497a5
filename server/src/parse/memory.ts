// Memory of one document between two parses: most of its text stands there again, and what was read of it is taken over.

import { MAX_REMEMBERED } from './limits.ts';

/** What was read of pieces of a text. It keeps those of the last parse, and lets go of what was not asked for in it. */
export class Recollection<Value> {
  private before = new Map<string, Held<Value>>();
  private now = new Map<string, Held<Value>>();
  private size = 0;
  private readonly move: (value: Value, by: number) => Value;

  constructor(move: (value: Value, by: number) => Value) {
    this.move = move;
  }

  /** A parse begins. */
  turn(): void {
    this.before = this.now;
    this.now = new Map();
    this.size = 0;
  }

  forget(): void {
    this.before = new Map();
    this.now = new Map();
  }

  /**
   * What `key` reads as where it begins at `start`: `read` must depend on nothing but the key, and its places must move with it.
   * The key is set anew each time: it is a slice of its text, and would keep one that is long gone.
   */
  recall(key: string, start: number, read: () => Value): Value {
    const known = this.now.get(key) ?? this.before.get(key);
    const value = known === undefined ? read() : known.start === start ? known.value : this.move(known.value, start - known.start);
    this.size += key.length;
    if (this.size <= MAX_REMEMBERED) this.now.set(key, { start, value });
    return value;
  }
}

interface Held<Value> {
  readonly start: number;
  readonly value: Value;
}

/** Fields without places, which are shared. */
const PLACELESS: ReadonlySet<string> = new Set(['reading', 'readings']);

/** The same further along in the text: every span in it, however deep, is moved. */
export function moved<Value>(value: Value, by: number): Value {
  return by === 0 || !isObject(value) ? value : (copyOf(value, by) as Value);
}

function copyOf(value: object, by: number): object {
  if (Array.isArray(value)) return value.map((each: unknown) => (isObject(each) ? copyOf(each, by) : each));
  const copy: Record<string, unknown> = { ...value };
  const { start, end } = copy;
  if (typeof start === 'number' && typeof end === 'number') {
    copy['start'] = start + by;
    copy['end'] = end + by;
  }
  for (const key in copy) {
    const inner = copy[key];
    if (isObject(inner) && !PLACELESS.has(key)) copy[key] = copyOf(inner, by);
  }
  return copy;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
