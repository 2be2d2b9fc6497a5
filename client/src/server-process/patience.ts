// How long may a server say nothing while somebody waits? Counted in turns of a timer, not by the clock: a machine that slept
// and an extension that a debugger stopped have waited one turn, not an hour.

export const TURN_MS = 200;
/** What a turn counts at most; on a machine that is merely busy they come late. */
const MAX_TURN_MS = 1000;
const PATIENCE_MS = 5000;
/** A long text takes longer: one second for each MB. */
const MS_PER_BYTE = 1000 / 1_000_000;
/** From here on the server is asked for a sign of life: one that is merely busy with something longer gives it. */
const ASK_AFTER_MS = PATIENCE_MS / 2;

/** `ask`: for a sign of life. `stuck`: it gave none. */
type Verdict = 'wait' | 'ask' | 'stuck';

export interface Patience {
  /** Somebody waits from now on; said once, till nobody does. */
  readonly begin: (nowMs: number) => void;
  /** The server answered, whatever it was. */
  readonly heard: () => void;
  /** At each turn; `bytes` is how much text is being waited for. */
  readonly turn: (nowMs: number, bytes: () => number) => Verdict;
}

export function patienceMs(bytes: number): number {
  return PATIENCE_MS + Math.round(bytes * MS_PER_BYTE);
}

export function createPatience(): Patience {
  let waitedMs = 0;
  let lastTurnMs = 0;
  let asked = false;
  /** Read once the usual time is over: only then it matters how much there is to read. */
  let allowedMs: number | undefined;

  function heard(): void {
    waitedMs = 0;
    asked = false;
    allowedMs = undefined;
  }

  return {
    begin: (nowMs) => {
      lastTurnMs = nowMs;
      heard();
    },
    heard,
    turn: (nowMs, bytes) => {
      waitedMs += Math.min(Math.max(0, nowMs - lastTurnMs), MAX_TURN_MS);
      lastTurnMs = nowMs;
      if (waitedMs < ASK_AFTER_MS) return 'wait';
      if (!asked) {
        asked = true;
        return 'ask';
      }
      if (waitedMs < PATIENCE_MS) return 'wait';
      allowedMs ??= patienceMs(bytes());
      return waitedMs < allowedMs ? 'wait' : 'stuck';
    },
  };
}
