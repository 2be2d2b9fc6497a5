// Unit and decimals that the header asks of an amount.

import type { Cell, Report } from '../../parse/model.ts';
import type { Span } from '../../text/span.ts';
import { columnSpec } from '../../findings/describe.ts';

export interface AmountDemand {
  /** The amount is to be given in 万元. */
  readonly inTenThousands: boolean;
  /** 保留N位小数, or null where nothing is asked. */
  readonly decimals: number | null;
  /** 元 in a header that the form prints with 万元: the amount is in 元, whatever the form says. */
  readonly yuan: Span | null;
}

/** Amounts of the tables are in 万元, sentences and slips in 元. */
export const YUAN_PER_TABLE_UNIT = 10_000;
/** The header of an amount stands this close before it; what is farther belongs to another block. */
const MAX_HEADER_DISTANCE = 160;
const YUAN = /(?<=\((?:单位)?[: ]*)元(?= ?[,;)])/u;
const CHINESE_DIGITS = '零一二三四五六';

/**
 * Read from the report's own header where it shows one, since platforms add a unit and decimals to
 * 采购总金额 that the form of 2019 does not print; else from the form's.
 */
export function amountDemand(report: Report, cell: Cell): AmountDemand {
  const header = report.tables.find((table) => table.id === cell.table)?.headers.find((candidate) => candidate.column === cell.column);
  const limit = Math.max(0, cell.span.start - MAX_HEADER_DISTANCE);
  const start = header === undefined ? limit : Math.max(limit, Math.min(header.span.start, cell.span.start));
  const printed = columnSpec(report.detectedForm.form, cell.table, cell.column)?.label ?? '';
  const written = sinceHeading(report.folded.slice(start, cell.span.start));
  const words = `${written} ${printed}`;
  const yuan = printed.includes('万元') ? (YUAN.exec(written)?.index ?? -1) : -1;
  const yuanStart = cell.span.start - written.length + yuan;
  const digit = /保留([0-9一二三四五六])位小数/u.exec(words.replaceAll(/\s/gu, ''))?.[1];
  return {
    inTenThousands: words.includes('万元'),
    decimals: digit === undefined ? null : digitOf(digit),
    yuan: yuan < 0 ? null : { start: yuanStart, end: yuanStart + 1 },
  };
}

/** Nothing before the block's own heading speaks of this amount. */
function sinceHeading(words: string): string {
  return words.slice(Math.max(0, words.lastIndexOf('第二十条')));
}

function digitOf(digit: string): number {
  const chinese = CHINESE_DIGITS.indexOf(digit);
  return chinese >= 0 ? chinese : Number(digit);
}
