// Checks one report of a review against last year's, with the root's say alone, and marks what its own folder says of it.

import { checkReport } from '../check.ts';
import type { DocumentRemains } from '../documents/document.ts';
import type { Finding, RuleLevel } from '../findings/finding.ts';
import type { Report } from '../parse/model.ts';
import { readinessOf } from '../readiness/judge.ts';
import { readinessWords } from '../readiness/readiness-words.ts';
import type { BadByte } from '../rules/rule.ts';
import { applySuppressions } from '../suppressions/apply.ts';
import type { InheritedSettings } from '../suppressions/folder-settings.ts';
import type { FileSuppressions, PreviousReport } from '../suppressions/suppression.ts';
import { rangeOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { CheckedReport } from './review.ts';
import type { ReviewFinding } from './rules/review-finding.ts';
import { CELL_KEYS, figure, placeOfFigure, type Submission } from './submission.ts';

export interface CheckedFile {
  readonly path: string;
  readonly report: Report;
  /** 表三 第8行第2格; null where lines say it. */
  readonly placeWords: (span: Span) => string | null;
}

/** What stands in the `.gouji.json` of the unit's own folder; it has no say. */
export interface OwnSay {
  readonly suppressions: FileSuppressions;
  readonly inherited: InheritedSettings;
}

interface Rules {
  readonly levels: ReadonlyMap<string, RuleLevel>;
  /** What the root says of this file, with last year's figures. */
  readonly said: FileSuppressions;
  readonly badBytes: readonly BadByte[];
  readonly remains?: DocumentRemains;
  readonly own: OwnSay;
}

export function checkSubmission(file: CheckedFile, { levels, said, badBytes, remains, own }: Rules): CheckedReport {
  const { path, report } = file;
  const result = checkReport(report, { levels, suppressions: said, badBytes, ...(remains !== undefined && { remains }) });
  const readiness = readinessOf(report, result);
  return {
    path,
    findings: withOwnSay(report, result.findings, own).map(({ finding, say }) => findingOf(finding, say, file)),
    equations: result.equations,
    ready: readiness.ready,
    readiness: readinessWords(readiness),
    silenced: result.silenced,
    excluded: own.inherited.excluded,
    notes: [],
  };
}

interface Said {
  readonly finding: Finding;
  readonly say: ReviewFinding['own'];
}

/** Each finding as the root has it, and what the unit would have made of it. */
function withOwnSay(report: Report, findings: readonly Finding[], { suppressions, inherited }: OwnSay): readonly Said[] {
  const { findings: shown, silenced } = applySuppressions(report, findings, suppressions);
  const hidden = new Set(silenced);
  let next = 0;
  return findings.map((finding) => {
    if (hidden.has(finding)) return { finding, say: { silenced: true, note: null } };
    const own = shown[next++];
    const note = own?.answered === true && finding.answered !== true ? (own.justification?.note ?? null) : null;
    const off = inherited.levels.get(finding.rule) === 'off';
    return { finding, say: off || note !== null ? { silenced: off, note } : null };
  });
}

function findingOf(
  { rule, severity, class: ruleClass, message, span, cells, actual, expected, related }: Finding,
  own: ReviewFinding['own'],
  around: CheckedFile,
): ReviewFinding {
  const { path, report, placeWords } = around;
  return {
    rule,
    severity,
    class: ruleClass,
    message,
    path,
    range: rangeOf(report.lines, span),
    place: placeWords(span),
    cells,
    actual: actual ?? null,
    expected: expected ?? null,
    related: related.map(({ message: words, span: at, file }) =>
      file === undefined ? { path, range: rangeOf(report.lines, at), message: words } : { path: joined(path, file.path), range: file.range, message: words },
    ),
    own,
  };
}

/** A path as it is written from the folder of another file. */
function joined(file: string, path: string): string {
  const parts = file.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** Last year's figures as a check of this year's file takes them. */
export function previousFor(path: string, previous: Submission): PreviousReport {
  const cells = CELL_KEYS.flatMap((key) => {
    const value = figure(previous.figures, key);
    return value === null ? [] : [[key, value] as const];
  });
  return { path: fromFolderOf(path, previous.path), cells: new Map(cells), places: new Map(cells.map(([key]) => [key, placeOfFigure(previous.figures, key)])) };
}

/** The way from the folder of one file to another. */
function fromFolderOf(file: string, other: string): string {
  const [from, to] = [file.split('/').slice(0, -1), other.split('/')];
  const shared = from.findIndex((part, index) => part !== to[index]);
  const common = shared < 0 ? from.length : shared;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}
