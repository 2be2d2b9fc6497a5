// Outcome of one path: what to print, and what counts for the summary and the exit status.

import type { Severity } from '../findings/finding.ts';
import { MAX_PASSED_OVER_NAMED, MAX_UNREADABLE_LISTED } from './limits.ts';

/** Something that could not be read, checked or written; makes the exit status 2. */
export interface Failure {
  readonly path: string;
  /** Chinese, without the path. */
  readonly message: string;
}

/** Plain data: it crosses from a worker thread. */
export interface Outcome {
  /** A document that was passed over; null for what was looked at. */
  readonly passedOver: string | null;
  /** For standard output, in the format asked for; empty where there is nothing to say. */
  readonly output: string;
  /** For standard error. */
  readonly notes: readonly string[];
  /** The same for every file of a folder, and said once. */
  readonly folderNote: string | null;
  readonly failure: Failure | null;
  readonly recognised: boolean;
  /** 可以报送. */
  readonly ready: boolean;
  readonly counts: Readonly<Record<Severity, number>>;
  /** Findings that `.gouji.json` silences. */
  readonly silenced: number;
}

export interface Summary {
  readonly reports: number;
  /** Reports that can be handed in. */
  readonly ready: number;
  /** Documents of the folders that cannot be read yet, and the first of them. */
  readonly passedOver: number;
  readonly passedOverNamed: readonly string[];
  readonly failed: number;
  /** The first of them; the others were told of on standard error. */
  readonly failures: readonly Failure[];
  readonly counts: Readonly<Record<Severity, number>>;
  /** Findings that `.gouji.json` silences. */
  readonly silenced: number;
  /** The person asked to stop: there may have been more to check. */
  readonly interrupted: boolean;
}

export const NO_FINDINGS: Readonly<Record<Severity, number>> = { error: 0, warning: 0, information: 0, hint: 0 };

export const NOTHING: Outcome = {
  passedOver: null,
  output: '',
  notes: [],
  folderNote: null,
  failure: null,
  recognised: false,
  ready: false,
  counts: NO_FINDINGS,
  silenced: 0,
};

export const NOTHING_YET: Summary = {
  reports: 0,
  ready: 0,
  passedOver: 0,
  passedOverNamed: [],
  failed: 0,
  failures: [],
  counts: NO_FINDINGS,
  silenced: 0,
  interrupted: false,
};

export function addOutcome(summary: Summary, { passedOver, recognised, ready, failure, counts, silenced }: Outcome): Summary {
  return {
    ...summary,
    reports: summary.reports + (recognised ? 1 : 0),
    ready: summary.ready + (ready ? 1 : 0),
    passedOver: summary.passedOver + (passedOver === null ? 0 : 1),
    passedOverNamed:
      passedOver === null || summary.passedOverNamed.length >= MAX_PASSED_OVER_NAMED ? summary.passedOverNamed : [...summary.passedOverNamed, passedOver],
    failed: summary.failed + (failure === null ? 0 : 1),
    failures: failure === null || summary.failures.length >= MAX_UNREADABLE_LISTED ? summary.failures : [...summary.failures, failure],
    counts: {
      error: summary.counts.error + counts.error,
      warning: summary.counts.warning + counts.warning,
      information: summary.counts.information + counts.information,
      hint: summary.counts.hint + counts.hint,
    },
    silenced: summary.silenced + silenced,
  };
}
