// Target, the interface of a fuzzed part of the product: makes the case of a number, judges it, and shows it again, small.

export interface Target {
  readonly name: string;
  /** For the table: what is varied, and what must hold. */
  readonly question: string;
  /** Cases that one run judges; 1 where it is absent. */
  readonly casesPerRun?: number;
  readonly start: (setting: Setting) => Runner;
}

interface Setting {
  /** The repository. */
  readonly root: string;
  /** With a case's number it gives the case. */
  readonly seed: number;
}

export interface Runner {
  /** What is wrong, shortest words, the same words for the same kind of failure; empty when all is well. */
  readonly run: (index: number) => readonly string[] | Promise<readonly string[]>;
  /** The case that failed in this way, as small as it can be made. */
  readonly show: (index: number, kind: string) => Shown | Promise<Shown>;
  readonly stop?: () => Promise<void>;
}

interface Shown {
  readonly name: string;
  readonly example: string;
  /** For `test/fuzz/found`; null where it is no text, or a text of others. */
  readonly fixture: string | null;
}
