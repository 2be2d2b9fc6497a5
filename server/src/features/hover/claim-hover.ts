// Hover of a number in the prose: the chosen reading with cells and value, whether it agrees, and the other readings.

import { cellName } from '../../findings/describe.ts';
import { tidy } from '../../text/numbers.ts';
import type { CellKey } from '../../forms/form.ts';
import type { Claim, Interpretation } from '../../parse/prose/claim-model.ts';
import { valueOfReading } from '../../parse/prose/claims/verify-claim.ts';
import { valueOf, type Report } from '../../parse/model.ts';
import { MAX_READINGS_SHOWN, MAX_TERMS_SHOWN } from '../limits.ts';
import { chosenReading } from '../places/belonging.ts';
import type { Block } from './markup.ts';

/** Digits behind the point of a share that the text gives without any. */
const SHARE_DECIMALS = 2;

export function claimBlocks(report: Report, claim: Claim): readonly Block[] {
  const title: Block = { kind: 'title', words: ['正文', { quoted: claim.text }] };
  const chosen = chosenReading(report, claim);
  if (chosen === null) return [title, { kind: 'paragraph', words: [unboundWords(claim)] }];
  const others = claim.readings.filter((reading) => reading !== chosen).slice(0, MAX_READINGS_SHOWN);
  return [
    title,
    { kind: 'paragraph', words: [`口径：${termsAndValue(report, claim, chosen)}。${agreementOf(report, claim)}`] },
    ...(others.length === 0
      ? []
      : ([
          { kind: 'paragraph', words: ['其他口径：'] },
          { kind: 'list', items: others.map((reading) => [termsAndValue(report, claim, reading)]) },
        ] satisfies Block[])),
  ];
}

/** 「✓ 与表格一致」,「✗ 不一致，相差2」 or why nothing is said. */
export function agreementOf(report: Report, claim: Claim): string {
  if (claim.status === 'agrees') return '✓ 与表格一致';
  const chosen = chosenReading(report, claim);
  const value = chosen === null ? null : valueOfReading(chosen, (key) => valueOf(report, key), claim.scale);
  if (value === null) return '未核对：表格中对应的单元格未填、缺失或者不是数字';
  if (claim.status === 'unbound') return `未核对：正文是约数，表格为 ${rounded(claim, value)}`;
  switch (claim.kind) {
    case 'none':
      return `✗ 不一致：正文说没有，表格为 ${rounded(claim, value)}`;
    case 'all':
      return `✗ 不一致：正文说全部，表格中还有 ${rounded(claim, value)}`;
    case 'share':
    case 'count': {
      const unit = unitOf(claim);
      const difference = rounded(claim, Math.abs(value - claim.value));
      return `✗ 不一致，相差${difference}：正文为 ${claim.value}${unit}，表格为 ${rounded(claim, value)}${unit}`;
    }
    default:
      return claim.kind satisfies never;
  }
}

/** 「（一）予以公开·总计」12 + 「（二）部分公开·总计」3 = 15 */
function termsAndValue(report: Report, claim: Claim, reading: Interpretation): string {
  const { sum, over, since, by } = reading;
  const value = valueOfReading(reading, (key) => valueOf(report, key), claim.scale);
  const worth = value === null ? '' : `，为 ${rounded(claim, value)}${unitOf(claim)}`;
  if (over !== undefined) return `${termsOf(report, sum)} ${claim.scale === 1 ? '比' : '占'} ${termsOf(report, over)}${worth}`;
  if (since !== undefined) return `${termsOf(report, sum)}，上年 ${since.value}${worth}`;
  if (by !== undefined) return `${termsOf(report, sum)} ÷ ${by}${worth}`;
  const terms = termsOf(report, sum);
  const unit = claim.scale === 1 ? '' : '，换算后';
  return value === null || (sum.length === 1 && claim.scale === 1) ? terms : `${terms}${unit} = ${value}`;
}

function termsOf(report: Report, keys: readonly CellKey[]): string {
  const terms = keys.slice(0, MAX_TERMS_SHOWN).map((key) => `${cellName(report.detectedForm.form, key)}${valueOf(report, key) ?? '（未填）'}`);
  return keys.length > MAX_TERMS_SHOWN ? `${terms.join(' + ')}等${keys.length}格` : terms.join(' + ');
}

/** The unit of a percentage or of how many times. */
function unitOf({ kind, scale }: Claim): string {
  return kind !== 'share' ? '' : scale === 1 ? '倍' : '%';
}

function rounded({ kind, bound, decimals }: Claim, value: number): number {
  return kind === 'share' || bound === 'rounded' ? Number(value.toFixed(Math.max(decimals, SHARE_DECIMALS))) : tidy(value);
}

function unboundWords({ scope, topic }: Claim): string {
  if (scope === 'other') return '所述范围、年度或渠道与本年报表格不同，不作核对。';
  if (topic.startsWith('fee/') || topic === 'fee') return '表格中没有单独填写信息处理费的单元格，不作核对。';
  return '表格中没有对应的单元格，不作核对。';
}
