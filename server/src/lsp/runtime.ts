// What does the server need from the place it runs in, desktop or browser?

export interface Runtime {
  /** Resolves when messages that already arrived (changes, cancellations) have been seen. */
  readonly nextTurn: () => Promise<void>;
  /** The year on the calendar; reports speak of the one before. */
  readonly currentYear: () => number;
}
