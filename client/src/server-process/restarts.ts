// May a server that died be started again? A draft that kills it would do so for ever.

const MAX_RESTARTS = 4;
const WITHIN_MS = 3 * 60 * 1000;

export interface Restarts {
  /** Counts one more death; true where the server dies so often that another start is of no use. */
  readonly isTooMany: (nowMs: number) => boolean;
  readonly forget: () => void;
}

export function createRestarts(): Restarts {
  let deaths: readonly number[] = [];
  return {
    isTooMany: (nowMs) => {
      deaths = [...deaths.filter((death) => nowMs - death < WITHIN_MS), nowMs];
      return deaths.length > MAX_RESTARTS;
    },
    forget: () => void (deaths = []),
  };
}
