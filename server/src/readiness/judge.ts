// Judges whether a report is ready for submission (可以报送). Facts of the report count as much as findings: what a person
// silenced, or a setting leaves out, is no less wrong for that.

import { evaluateEquations, type EvaluatedEquation } from '../equations/evaluate.ts';
import type { CheckResult, Finding } from '../findings/finding.ts';
import { MAX_OBSTACLE_PLACES } from '../findings/limits.ts';
import { cellKey } from '../forms/form.ts';
import { tableOf } from '../forms/index.ts';
import type { Report } from '../parse/model.ts';
import { cellBlank } from '../rules/cell-blank.ts';
import { sectionEmpty } from '../rules/section-empty.ts';
import { emptyParts } from '../rules/shared/empty-parts.ts';
import { totalBlank } from '../rules/total-blank.ts';
import type { Span } from '../text/span.ts';

/** In the order they are told. */
export type ObstacleKind = 'errors' | 'broken' | 'to-verify' | 'unchecked' | 'unread' | 'blanks' | 'empty-parts' | 'silenced' | 'waiting';

export interface Obstacle {
  readonly kind: ObstacleKind;
  /** At least 1. */
  readonly count: number;
  /** Where, in the order of the text; the first of them where there are many, none where there is no place. */
  readonly places: readonly Span[];
}

export interface Readiness {
  readonly ready: boolean;
  readonly obstacles: readonly Obstacle[];
  /** Equations that hold because blanks read as 0: an empty form holds in every one, and is not done for that. */
  readonly restingOnBlanks: number;
}

const NOT_RECOGNISED: Readiness = { ready: false, obstacles: [], restingOnBlanks: 0 };

/** What these say is counted by the cell and by the part. */
const COUNTED_OTHERWISE: ReadonlySet<string> = new Set([cellBlank.id, totalBlank.id, sectionEmpty.id]);

/** `shown`: the findings that are shown just now, where an editor lets some wait; they stand in the way all the same. */
export function readinessOf(report: Report, check: CheckResult, shown: readonly Finding[] = check.findings): Readiness {
  if (!report.recognised) return NOT_RECOGNISED;
  const state = evaluateEquations(report);
  const equations = (status: EvaluatedEquation['status']) => state.all.filter((each) => each.status === status);
  const obstacles = [
    ofFindings('errors', shown.filter(isError)),
    ofEquations(report, 'broken', equations('broken')),
    ofFindings(
      'to-verify',
      shown.filter((finding) => !COUNTED_OTHERWISE.has(finding.rule) && isToVerify(finding)),
    ),
    ofEquations(report, 'unchecked', equations('unchecked')),
    unread(report),
    blanks(report),
    obstacle(
      'empty-parts',
      emptyParts(report).map(({ section }) => section.heading),
    ),
    ofFindings(
      'silenced',
      check.hidden.filter((finding) => isError(finding) || isToVerify(finding)),
    ),
    ofFindings(
      'waiting',
      check.findings.filter((finding) => !shown.includes(finding) && (isError(finding) || isToVerify(finding))),
    ),
  ].filter(({ count }) => count > 0);
  return { ready: obstacles.length === 0, obstacles, restingOnBlanks: equations('holding').filter((each) => each.blanks.length > 0).length };
}

/** A level that somebody set makes an error of a doubt, never the other way round. */
function isError(finding: Finding): boolean {
  return finding.severity === 'error' || finding.class === '强制';
}

/** A level may take a doubt away, and a note answers it. */
function isToVerify(finding: Finding): boolean {
  return !isError(finding) && finding.severity === 'warning' && finding.answered !== true;
}

function ofFindings(kind: ObstacleKind, findings: readonly Finding[]): Obstacle {
  return obstacle(
    kind,
    findings.map(({ span }) => span),
  );
}

/** At the total of each, where it was read. */
function ofEquations(report: Report, kind: ObstacleKind, equations: readonly EvaluatedEquation[]): Obstacle {
  const spans = equations.flatMap(({ spec: { left, right, table } }) => {
    const key = [...right, ...left].find((each) => report.cells.has(each));
    const span = key === undefined ? report.tables.find(({ id }) => id === table)?.span : report.cells.get(key)?.span;
    return span === undefined || span === null ? [] : [span];
  });
  return obstacle(kind, spans, equations.length);
}

/** Cells of the form's tables without equations that are not there: of the others the equations tell. */
function unread(report: Report): Obstacle {
  const { form } = report.detectedForm;
  const summed = new Set(form.equations.map(({ table }) => table));
  const tables = report.tables.filter(({ id, state }) => !summed.has(id) && state !== 'empty');
  const absent = tables.flatMap((table) => {
    const spec = tableOf(form, table.id);
    const keys = (spec?.rows ?? []).flatMap(({ id: row }) => (spec?.columns ?? []).map(({ id }) => cellKey(table.id, row, id)));
    return keys.filter((key) => !report.cells.has(key)).map(() => table.span);
  });
  return obstacle(
    'unread',
    absent.filter((span) => span !== null),
    absent.length,
  );
}

/** Blank cells, and those of tables of which there are the labels alone. */
function blanks(report: Report): Obstacle {
  const cells = [...report.cells.values()].filter(({ reading }) => reading.kind === 'blank');
  const bare = report.tables.filter(({ id, state }) => state === 'empty' && !cells.some(({ table }) => table === id));
  const count = bare.reduce((sum, { id }) => {
    const spec = tableOf(report.detectedForm.form, id);
    return sum + (spec?.rows.length ?? 0) * (spec?.columns.length ?? 0);
  }, cells.length);
  return obstacle('blanks', [...cells.map(({ span }) => span), ...bare.flatMap(({ span }) => span ?? [])], count);
}

function obstacle(kind: ObstacleKind, spans: readonly Span[], count = spans.length): Obstacle {
  const once = [...new Map(spans.map((span) => [`${span.start}:${span.end}`, span])).values()];
  const places = once.toSorted((one, other) => one.start - other.start).slice(0, MAX_OBSTACLE_PLACES);
  return { kind, count, places };
}
