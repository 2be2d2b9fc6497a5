// Settings of a run as plain data, which worker threads get a copy of: command, format, rules, limits.

import type { Authorship } from '../text/authorship.ts';
import type { RuleLevel, Severity } from '../findings/finding.ts';

export type Command = 'check' | 'parse';

export const FORMATS = ['pretty', 'json', 'ndjson', 'csv', 'sarif', 'github', 'junit'] as const;
export type FormatName = (typeof FORMATS)[number];

export const FAIL_ON = ['error', 'warning', 'never'] as const;
/** From which severity on a finding makes the exit status 1. */
export type FailOn = (typeof FAIL_ON)[number];

export interface Settings {
  readonly command: Command;
  readonly format: FormatName;
  readonly colour: boolean;
  readonly fix: boolean;
  /** Who changes of Word documents are put down to, where they are kept as revisions also if the document does not keep them. */
  readonly revisions: Authorship | null;
  readonly failOn: FailOn;
  /** Seconds that one file may take. */
  readonly timeLimit: number;
  readonly levels: ReadonlyMap<string, RuleLevel>;
  /** Relative paths start here. */
  readonly cwd: string;
  /** Our own version, for formats that name the tool. */
  readonly version: string;
}

/** Whether a finding of this severity makes the exit status 1. */
export function fails(severity: Severity, failOn: FailOn): boolean {
  if (failOn === 'never') return false;
  return severity === 'error' || (severity === 'warning' && failOn === 'warning');
}
