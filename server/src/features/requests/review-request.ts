// Custom request of review mode: numbers of the prose that are backed by the tables, consistent, unbacked or contradicted.

import { readingWords, standings } from '../../rules/shared/claims.ts';
import { listHolds, quantitiesOf, sumOfItems, trendHolds } from '../../findings/relations.ts';
import { sumWords } from '../../findings/wording.ts';
import type { Claim, Relation } from '../../parse/prose/claim-model.ts';
import type { Report } from '../../parse/model.ts';
import { rangeOf } from '../../text/lines.ts';
import type { Range, Span } from '../../text/span.ts';
import { figuresOf } from '../places/prose-figures.ts';

type ReviewKind = 'backed' | 'contradicted' | 'consistent' | 'unbacked';

export interface ReviewedNumber {
  readonly range: Range;
  readonly kind: ReviewKind;
  /** Why, in Chinese. */
  readonly reason: string;
}

interface Judged {
  readonly span: Span;
  readonly kind: ReviewKind;
  readonly reason: string;
}

const NO_CELL = '表格中无对应数据';

/** Every number of the prose once, in the order of the text. */
export function reviewNumbers(report: Report): readonly ReviewedNumber[] {
  if (!report.recognised || report.interleaved) return [];
  const found = new Map<number, Judged>();
  const relations = report.relations.flatMap(judgeRelation);
  // What the tables say of a number goes before what the sentences say of each other.
  const judged = [
    ...report.claims.filter(({ status }) => status !== 'unbound').map((claim) => judgeClaim(report, claim)),
    ...relations.filter(({ kind }) => kind === 'contradicted'),
    ...relations.filter(({ kind }) => kind === 'consistent'),
    ...report.claims.filter(({ status }) => status === 'unbound').map(judgeUnbound),
    // 发布信息1234条: no sentence pattern of ours speaks of it.
    ...figuresOf(report).map<Judged>(({ span }) => ({ span, kind: 'unbacked', reason: NO_CELL })),
  ];
  for (const each of judged) if (!found.has(each.span.start)) found.set(each.span.start, each);
  return [...found.values()]
    .toSorted((one, other) => one.span.start - other.span.start)
    .map(({ span, kind, reason }) => ({ range: rangeOf(report.lines, span), kind, reason }));
}

function judgeClaim(report: Report, claim: Claim): Judged {
  const { numberSpan: span, status, reading } = claim;
  const { form } = report.detectedForm;
  const fitting = reading === null ? undefined : claim.readings[reading];
  const figures = (standings({ report }, claim) ?? []).map((standing) => `${readingWords(form, standing.reading)}为${standing.value}`);
  if (status === 'agrees') {
    return { span, kind: 'backed', reason: `与表格一致${fitting === undefined ? '' : `：${readingWords(form, fitting)}`}` };
  }
  return { span, kind: 'contradicted', reason: `与表格不一致：表中${figures.join('，')}` };
}

function judgeUnbound({ numberSpan: span, readings, scope }: Claim): Judged {
  return { span, kind: 'unbacked', reason: whyUnbound(readings, scope) };
}

function whyUnbound(readings: Claim['readings'], scope: Claim['scope']): string {
  if (scope === 'other') return '不是本机关全年的数，表格中无对应数据';
  return readings.length === 0 ? NO_CELL : '对应的单元格未读取，无法核对';
}

function judgeRelation(relation: Relation): readonly Judged[] {
  const holds = relation.kind === 'list' ? listHolds(relation) : trendHolds(relation);
  const reason = relationWords(relation, holds);
  return quantitiesOf(relation).map(({ span }) => ({ span, kind: holds ? 'consistent' : 'contradicted', reason }));
}

function relationWords(relation: Relation, holds: boolean): string {
  if (relation.kind === 'trend') return holds ? '与正文所说的增减一致' : '与正文所说的增减不一致';
  const sum = `${sumWords(relation.items.map(({ value }) => value))}=${sumOfItems(relation)}`;
  const total = `总数${relation.total.value}`;
  if (!holds) return `正文所列各项之和与${total}不一致：${sum}`;
  return sumOfItems(relation) === relation.total.value ? `正文所列各项之和等于${total}：${sum}` : `正文所列各项之和不超过${total}：${sum}`;
}
