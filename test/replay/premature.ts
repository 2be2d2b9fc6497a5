// Premature errors of the editor: those that are gone in the finished report, though nothing was changed and only more was
// written.

import { checkReport } from '../../server/src/check.ts';
import type { Finding } from '../../server/src/findings/finding.ts';
import { withoutDeferred } from '../../server/src/features/to-diagnostic.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { lineOf } from '../../server/src/text/lines.ts';
import { stepsOf } from './keystrokes.ts';

interface Premature {
  /** Steps in which a rule showed at least one premature error. */
  readonly steps: number;
  /** Times that such an error appeared anew. */
  readonly appearances: number;
  readonly example: Example;
}

export interface Example {
  /** The end of what was written. */
  readonly written: string;
  readonly message: string;
  /** Lines between the error and the cursor. */
  readonly linesAbove: number;
}

export interface Replay {
  readonly steps: number;
  /** Steps in which anything premature was shown. */
  readonly disturbed: number;
  readonly byRule: ReadonlyMap<string, Premature>;
}

const SHOWN = 70;

/** Types `text`; `onExample` hears of every new premature error. */
export function replay(text: string, onExample: (rule: string, example: Example) => void): Replay {
  const due = new Set(errorsAt(text, null).map(identity));
  const byRule = new Map<string, { steps: number; appearances: number; readonly example: Example }>();
  let disturbed = 0;
  let before: ReadonlySet<string> = new Set();
  const steps = stepsOf(text);
  for (const length of steps) {
    const written = text.slice(0, length);
    const premature = errorsAt(written, 'end').filter((finding) => !due.has(identity(finding)));
    if (premature.length > 0) disturbed++;
    const shown = new Set(premature.map(identity));
    for (const rule of new Set(premature.map((finding) => finding.rule))) {
      const own = premature.filter((finding) => finding.rule === rule);
      const fresh = own.filter((finding) => !before.has(identity(finding)));
      const examples = fresh.map(({ message, span }): Example => ({ written: written.slice(-SHOWN), message, linesAbove: linesBetween(written, span.start) }));
      for (const example of examples) onExample(rule, example);
      const known = byRule.get(rule);
      if (known !== undefined) {
        known.steps++;
        known.appearances += fresh.length;
      } else if (examples[0] !== undefined) {
        byRule.set(rule, { steps: 1, appearances: fresh.length, example: examples[0] });
      }
    }
    before = shown;
  }
  return { steps: steps.length, disturbed, byRule };
}

/** Errors as the editor shows them while the last line is being typed, or of a settled text. */
function errorsAt(text: string, typing: 'end' | null): readonly Finding[] {
  const report = parseReport(text);
  const { findings } = checkReport(report);
  const typingLine = typing === null ? null : lineOf(report.lines, text.length);
  return withoutDeferred(report, findings, typingLine).filter(({ severity }) => severity === 'error');
}

/** Text is only appended, so an error keeps its place as long as it lives. */
function identity({ rule, span, cells }: Finding): string {
  return `${rule} ${span.start} ${cells.join(' ')}`;
}

function linesBetween(written: string, start: number): number {
  return written.slice(start).split('\n').length - 1;
}
