// A review of a folder for our own client, step by step: it reads the files, and we know of each what a review keeps.

import { parseReport } from '../parse/parse.ts';
import { ruleName } from '../rules/registry.ts';
import { readSuppressions } from '../suppressions/read-config.ts';
import { NOTHING_INHERITED } from '../suppressions/folder-settings.ts';
import { fileKey, NO_SUPPRESSIONS, type Suppressions } from '../suppressions/suppression.ts';
import type { RuleLevel } from '../findings/finding.ts';
import { checkSubmission, previousFor, type OwnSay } from '../units/check-submission.ts';
import { compareYears } from '../units/compare-years.ts';
import { lookLines } from '../units/look-words.ts';
import { NO_REVIEW_CONFIG, readReviewConfig, type ReviewConfig } from '../units/review-config.ts';
import { comparePassages } from '../units/likeness.ts';
import { pairsToCompare, reviewOf, type Alike, type CheckedReport, type Review, type ReviewedUnit } from '../units/review.ts';
import { REVIEW_RULES } from '../units/rules/review-rules.ts';
import { anchorAt, notesOn, placeNotes, rewriteNotes } from '../units/placed-notes.ts';
import { rangeOf, spanOf } from '../text/lines.ts';
import { reviewedYear, rollOf, type Roll } from '../units/roll.ts';
import { readVersions, versionOf, versionsFile, withVersion, writeVersions } from '../units/second-look.ts';
import { compareText } from '../text/order.ts';
import { submissionOf, type Submission } from '../units/submission.ts';
import type { FolderReviewAnswer, FolderReviewStep, ReviewedUnitView, ReviewNotesAnswer, ReviewNotesStep } from '../protocol/folder-review.ts';

/** One review at a time; a new beginning forgets the one before. */
interface ReviewInProgress {
  readonly config: ReviewConfig;
  readonly levels: ReadonlyMap<string, RuleLevel>;
  readonly files: Suppressions;
  readonly asOf: string;
  readonly submissions: Submission[];
  readonly checked: Map<string, CheckedReport>;
  roll: Roll | null;
  alike: readonly Alike[];
  review: Review | null;
}

export function createFolderReview(): (step: FolderReviewStep) => FolderReviewAnswer {
  let inProgress: ReviewInProgress | null = null;
  return (step) => {
    if (step.step === 'begin') {
      const begun = begin(step);
      inProgress = 'problem' in begun ? null : begun;
      return 'problem' in begun ? { kind: 'problem', message: begun.problem } : { kind: 'done' };
    }
    // A server that was started anew knows nothing of what came before.
    return inProgress === null ? { kind: 'problem', message: '检查服务已重新启动，请重新审核' } : answer(inProgress, step);
  };
}

function begin({ config, asOf }: Extract<FolderReviewStep, { readonly step: 'begin' }>): ReviewInProgress | { readonly problem: string } {
  const general = readSuppressions(config ?? '');
  if ('problem' in general) return { problem: general.problem };
  const review = config === null ? NO_REVIEW_CONFIG : readReviewConfig(config);
  if ('problem' in review) return { problem: `第${review.problem.line}行：${review.problem.message}` };
  return {
    config: review,
    levels: general.folder.rules,
    files: general.suppressions,
    asOf,
    submissions: [],
    checked: new Map(),
    roll: null,
    alike: [],
    review: null,
  };
}

function answer(inProgress: ReviewInProgress, step: Exclude<FolderReviewStep, { readonly step: 'begin' }>): FolderReviewAnswer {
  switch (step.step) {
    case 'survey': {
      const { path, former, hash, date } = step;
      const submission = submissionOf(parseReport(step.text), { path, former, hash, date });
      if (submission !== null) inProgress.submissions.push(submission);
      return { kind: 'done' };
    }
    case 'plan': {
      const { config } = inProgress;
      // They come in the order in which they were read, which is another each time.
      const submissions = inProgress.submissions.toSorted((one, other) => compareText(one.path, other.path));
      const roll = rollOf(submissions, { units: config.units, year: reviewedYear(submissions, config.due) });
      inProgress.roll = roll;
      inProgress.alike = pairsToCompare(roll).map((pair) => ({ ...pair, passages: [] }));
      return {
        kind: 'plan',
        paths: roll.entries.flatMap(({ current }) => (current === null ? [] : [current.path])),
        alike: inProgress.alike.map(({ copy, source }) => ({ copy: copy.path, source: source.path })),
        versionFiles: roll.entries.map(({ unit }) => ({ unit: unit.name, file: versionsFile(unit.name) })),
      };
    }
    case 'check':
      return check(inProgress, step);
    case 'passages': {
      const { pair, copy, source } = step;
      const passages = comparePassages(parseReport(copy), parseReport(source));
      inProgress.alike = inProgress.alike.map((each) => (each.copy.path === pair.copy && each.source.path === pair.source ? { ...each, passages } : each));
      return { kind: 'done' };
    }
    case 'result':
      return result(inProgress, step.versions);
    case 'compare': {
      const { current, previous } = inProgress.roll?.entries.find(({ unit }) => unit.name === step.unit) ?? { current: null, previous: null };
      return { kind: 'comparison', cells: current === null || previous === null ? [] : compareYears(current, previous) };
    }
    case 'record':
      return record(inProgress, step);
    default:
      return step satisfies never;
  }
}

function check(inProgress: ReviewInProgress, { path, text, config }: Extract<FolderReviewStep, { readonly step: 'check' }>): FolderReviewAnswer {
  const previous = inProgress.roll?.entries.find(({ current }) => current?.path === path)?.previous ?? null;
  const said = inProgress.files.get(fileKey(path)) ?? NO_SUPPRESSIONS;
  inProgress.checked.set(
    path,
    checkSubmission(
      { path, report: parseReport(text), placeWords: () => null },
      {
        levels: inProgress.levels,
        said: { ...said, previous: previous === null ? said.previous : previousFor(path, previous) },
        badBytes: [],
        own: ownSay(config, path),
      },
    ),
  );
  return { kind: 'done' };
}

function ownSay(config: string | null, path: string): OwnSay {
  const reading = readSuppressions(config ?? '');
  if ('problem' in reading) return { suppressions: NO_SUPPRESSIONS, inherited: NOTHING_INHERITED };
  const name = path.slice(path.lastIndexOf('/') + 1);
  return { suppressions: reading.suppressions.get(fileKey(name)) ?? NO_SUPPRESSIONS, inherited: { levels: reading.folder.rules, excluded: false } };
}

function result(inProgress: ReviewInProgress, versions: Readonly<Record<string, string>>): FolderReviewAnswer {
  const { roll, alike, config, checked, asOf, levels } = inProgress;
  if (roll === null) return { kind: 'problem', message: '请重新审核' };
  inProgress.review = reviewOf({
    roll,
    due: config.due,
    asOf,
    hasList: config.units !== null,
    levels,
    checked,
    alike,
    versionsOf: (unit) => readVersions(versions[unit] ?? '') ?? [],
    notes: [],
  });
  const { notes, units, hasList } = inProgress.review;
  return { kind: 'result', year: roll.year, hasList, notes: hasList ? notes : [NO_LIST, ...notes], units: units.map(viewOf) };
}

const NO_LIST = '没有机关名单，看不出哪些机关没有报送。请在这个文件夹的 .gouji.json 中写明 units，或用命令行 gouji init 从名单生成';

function viewOf({ entry, level, state, findings, look, accepted, returned, unchecked, checked }: ReviewedUnit): ReviewedUnitView {
  return {
    name: entry.unit.name,
    level,
    state,
    path: entry.current?.path ?? null,
    previous: entry.previous?.path ?? null,
    accepted,
    returned,
    readiness: checked?.readiness ?? null,
    unasked: look?.changed.filter(({ asked }) => !asked).length ?? 0,
    notes: [...unchecked, ...(look === null ? [] : lookLines(look, entry.current))],
    findings: findings.map(({ rule, severity, message, path, range, related }) => ({
      rule: REVIEW_RULES.find(({ id }) => id === rule)?.name ?? ruleName(rule),
      severity,
      message,
      path,
      range,
      related,
    })),
  };
}

/** What the file of the unit's versions becomes; it was read just now, so that what another reviewer wrote stays. */
function record({ review, asOf }: ReviewInProgress, { unit, verdict, text }: Extract<FolderReviewStep, { readonly step: 'record' }>): FolderReviewAnswer {
  const reviewed = review?.units.find(({ entry }) => entry.unit.name === unit);
  if (reviewed === undefined || reviewed.entry.current === null) return { kind: 'problem', message: `“${unit}”没有年报` };
  const versions = text === null ? [] : readVersions(text);
  if (versions === null) return { kind: 'problem', message: `${versionsFile(unit)} 格式有误，请改正或移走` };
  return { kind: 'version', text: writeVersions(unit, withVersion(versions, versionOf(reviewed.entry.current, reviewed.findings, { date: asOf, verdict }))) };
}

/** Notes need no review to have begun: the texts and the file come with each step. */
export function answerNotes(step: ReviewNotesStep): ReviewNotesAnswer {
  switch (step.step) {
    case 'place': {
      const notes = notesOn(step.config, step.file);
      if (notes.length === 0) return { kind: 'placed', notes: [] };
      const report = parseReport(step.text);
      return { kind: 'placed', notes: placeNotes(report, notes).map(({ note, span, state }) => ({ note, state, range: rangeOf(report.lines, span) })) };
    }
    case 'anchor': {
      const report = parseReport(step.text);
      return { kind: 'anchor', anchor: anchorAt(report, spanOf(report.lines, step.range)) };
    }
    case 'write': {
      const written = rewriteNotes(step.config, step.change);
      return 'problem' in written ? { kind: 'problem', message: written.problem } : { kind: 'text', text: written.text };
    }
    default:
      return step satisfies never;
  }
}
