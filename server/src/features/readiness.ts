// Readiness of a report (可以报送) as sent to the client, in Chinese and English and with ranges, to be shown as it is.

import type { CheckResult, Finding } from '../findings/finding.ts';
import { readinessOf, type Obstacle, type ObstacleKind, type Readiness } from '../readiness/judge.ts';
import { obstacleWords, readinessWords, type Tongue } from '../readiness/readiness-words.ts';
import type { Report } from '../parse/model.ts';
import { rangeOf } from '../text/lines.ts';
import type { Range } from '../text/span.ts';

/** Whether a report can be handed in, and what is in the way; `words` say both in one line. */
export interface ReadinessParams {
  readonly ready: boolean;
  readonly words: InBothTongues;
  /** Equations that hold because blanks read as 0: an empty form holds in every one, and is not done for that. */
  readonly restingOnBlanks: number;
  /** In the order they are told; empty where it is ready. */
  readonly obstacles: readonly ObstacleParams[];
}

interface ObstacleParams {
  readonly kind: ObstacleKind;
  readonly count: number;
  /** 未填3格 */
  readonly words: InBothTongues;
  /** In the order of the text; the first of them where there are many, none where there is no place. */
  readonly ranges: readonly Range[];
}

type InBothTongues = Readonly<Record<Tongue, string>>;

export interface Judged {
  readonly report: Report;
  readonly check: CheckResult;
  /** The findings that are shown just now. */
  readonly visible: readonly Finding[];
}

export function readinessParams({ report, check, visible }: Judged): ReadinessParams {
  return onTheWire(report, readinessOf(report, check, visible));
}

function onTheWire(report: Report, readiness: Readiness): ReadinessParams {
  const obstacle = ({ kind, count, places }: Obstacle): ObstacleParams => ({
    kind,
    count,
    words: inBoth((tongue) => obstacleWords({ kind, count }, tongue)),
    ranges: places.map((span) => rangeOf(report.lines, span)),
  });
  return {
    ready: readiness.ready,
    restingOnBlanks: readiness.restingOnBlanks,
    words: inBoth((tongue) => readinessWords(readiness, tongue)),
    obstacles: readiness.obstacles.map(obstacle),
  };
}

function inBoth(words: (tongue: Tongue) => string): InBothTongues {
  return { zh: words('zh'), en: words('en') };
}
