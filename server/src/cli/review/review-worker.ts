// What a thread does for a review: surveys a file, checks one against last year's, finds passages that two have in common.

import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { RuleLevel } from '../../findings/finding.ts';
import { parseReport } from '../../parse/parse.ts';
import type { Report } from '../../parse/model.ts';
import { NO_SUPPRESSIONS, type FileSuppressions, type PreviousReport } from '../../suppressions/suppression.ts';
import { hasReportName } from '../../text/files.ts';
import { checkSubmission } from '../../units/check-submission.ts';
import { comparePassages, type ComparedPassage } from '../../units/likeness.ts';
import type { CheckedReport } from '../../units/review.ts';
import { submissionOf, type Submission } from '../../units/submission.ts';
import type { LoadDocuments } from '../document-bundle.ts';
import { readPath, type Content } from '../file-content.ts';
import { createConfigReader, type ConfigReader } from '../folder-config.ts';
import { IN_TEXT, placesIn } from '../places.ts';

export interface ReviewSettings {
  readonly kind: 'review';
  readonly cwd: string;
  readonly timeLimit: number;
  /** The folder of the review, whose `.gouji.json` alone has a say. */
  readonly root: string;
  readonly levels: ReadonlyMap<string, RuleLevel>;
  /** What the root says of single files, by their paths from there. */
  readonly files: ReadonlyMap<string, FileSuppressions>;
}

export type ReviewWork =
  | { readonly task: 'survey'; readonly path: string; readonly others: readonly string[]; readonly former: boolean }
  | { readonly task: 'check'; readonly path: string; readonly previous: PreviousReport | null }
  | { readonly task: 'passages'; readonly path: string; readonly source: string };

/** Plain data: it crosses from a worker thread. */
export interface ReviewResult {
  readonly submission?: Submission;
  readonly checked?: CheckedReport;
  readonly passages?: readonly ComparedPassage[];
  /** Chinese, without the path; a report may be missed for it. */
  readonly problem?: string;
  /** Whether the file was looked at, and is no report. */
  readonly passedOver?: true;
}

export type ReviewWorker = (work: ReviewWork) => ReviewResult;

export function createReviewWorker(settings: ReviewSettings, load: LoadDocuments): ReviewWorker {
  const configOf = createConfigReader();
  return (work) => {
    try {
      if (work.task === 'survey') return survey(work, settings, load);
      return work.task === 'check' ? check(work, { settings, load, configOf }) : passages(work, settings, load);
    } catch (error) {
      return { problem: `检查出错（${error instanceof Error ? error.name : '未知'}），请反馈给开发者` };
    }
  };
}

type Survey = Extract<ReviewWork, { readonly task: 'survey' }>;

function survey({ path, others, former }: Survey, { cwd }: ReviewSettings, load: LoadDocuments): ReviewResult {
  const read = open(resolve(cwd, path), load);
  const [next, ...rest] = others;
  const instead = () => (next === undefined ? null : survey({ task: 'survey', path: next, others: rest, former }, { cwd } as ReviewSettings, load));
  if ('problem' in read) return instead() ?? (hasReportName(basename(path)) ? { problem: read.problem } : { passedOver: true });
  const hash = createHash('sha256').update(read.content.bytes).digest('hex');
  const submission = submissionOf(read.report, { path, former, hash, date: dateOf(resolve(cwd, path)) });
  return submission === null ? (instead() ?? { passedOver: true }) : { submission };
}

/** The day of the last change, by the clock of this machine. */
function dateOf(file: string): string | null {
  const time = statSync(file).mtime;
  return Number.isNaN(time.getTime()) ? null : localDay(time);
}

export function localDay(time: Date): string {
  return [time.getFullYear(), time.getMonth() + 1, time.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

interface Opened {
  readonly content: Content;
  readonly report: Report;
}

function open(file: string, load: LoadDocuments): Opened | { readonly problem: string } {
  const reading = readPath(file, load);
  return 'problem' in reading ? reading : { content: reading.content, report: parseReport(reading.content.text) };
}

interface Tools {
  readonly settings: ReviewSettings;
  readonly load: LoadDocuments;
  readonly configOf: ConfigReader;
}

function check({ path, previous }: Extract<ReviewWork, { readonly task: 'check' }>, { settings, load, configOf }: Tools): ReviewResult {
  const file = resolve(settings.cwd, path);
  const read = open(file, load);
  if ('problem' in read) return { problem: read.problem };
  const { report, content } = read;
  const fromRoot = relative(settings.root, file).split(sep).join('/');
  const said = settings.files.get(fromRoot.normalize('NFC')) ?? NO_SUPPRESSIONS;
  const own = ownConfig(file, path, { settings, configOf });
  const placeOf = content.document === null ? IN_TEXT : placesIn(report, content.document);
  const remains = content.document?.remains();
  const checked = checkSubmission(
    { path, report, placeWords: (span) => placeOf(span).place ?? null },
    {
      levels: settings.levels,
      said: { ...said, previous: previous ?? said.previous },
      badBytes: content.badBytes,
      own,
      ...(remains !== undefined && { remains }),
    },
  );
  const notes = [
    ...(own.problem === null ? [] : [own.problem]),
    ...(content.document?.notes ?? []).filter(({ kind }) => remains?.has(kind) !== true).map(({ message }) => message),
  ];
  return { checked: { ...checked, notes } };
}

/** What the unit says in its own folder, below the root. */
function ownConfig(file: string, path: string, { settings: { root }, configOf }: Pick<Tools, 'settings' | 'configOf'>): ReturnType<ConfigReader> {
  const [first = ''] = relative(root, dirname(file)).split(sep);
  const isInRoot = first === '' || first === '..';
  const config = configOf({ path, file, top: isInRoot ? dirname(file) : join(root, first) });
  return dirname(file) === root ? { suppressions: NO_SUPPRESSIONS, inherited: { levels: new Map(), excluded: false }, problem: null } : config;
}

function passages({ path, source }: Extract<ReviewWork, { readonly task: 'passages' }>, { cwd }: ReviewSettings, load: LoadDocuments): ReviewResult {
  const [here, there] = [open(resolve(cwd, path), load), open(resolve(cwd, source), load)];
  if ('problem' in here || 'problem' in there) return { passages: [] };
  return { passages: comparePassages(here.report, there.report) };
}
