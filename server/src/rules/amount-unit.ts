// Rule: amounts given in 元 where the header asks for 万元.

import type { Cell, Report } from '../parse/model.ts';
import { cellName } from '../findings/describe.ts';
import type { Fix, RuleFinding } from '../findings/finding.ts';
import type { Edit } from '../text/edits.ts';
import { amountDemand, YUAN_PER_TABLE_UNIT } from './shared/money.ts';
import { isCountyBureau, townshipLevel } from './shared/organ.ts';
import type { Rule } from './rule.ts';
import { quoted, titled } from '../findings/wording.ts';
import { MAX_CELL_QUOTED } from '../findings/limits.ts';
import { tidy } from '../text/numbers.ts';
import type { Span } from '../text/span.ts';

/** Ten million yuan of fees is beyond a township; a whole number of this size there is 元. */
const SUSPICIOUS_TOWNSHIP_AMOUNT = 1000;
/** And a hundred million beyond the bureau of a county. */
const SUSPICIOUS_BUREAU_AMOUNT = 10_000;
const TABLE_UNITS_PER_HUNDRED_MILLION = 10_000;
/** 元 written in 万元 need four decimals. */
const DECIMALS = 4;

export const amountUnit: Rule = {
  id: 'amount-unit',
  name: '金额单位',
  class: '核实',
  summary: '金额应以万元为单位，却按元填写，或表头写成了元。',
  check({ report, cells: all }) {
    return all.flatMap((cell) => finding(report, cell));
  },
};

function finding(report: Report, cell: Cell): readonly RuleFinding[] {
  if (cell.type !== 'money' || cell.reading.kind !== 'number') return [];
  const { value, unit } = cell.reading;
  const name = cellName(report.detectedForm.form, cell.key);
  const { inTenThousands, yuan } = amountDemand(report, cell);
  if (yuan !== null) return [otherHeader(report, cell, yuan)];
  if (unit !== null && unit !== '万元') {
    const [inTable] = inTenThousands ? inTableUnit(cell, cell.reading, unit) : [];
    const due = inTable?.edits[0]?.newText;
    const written = quoted(cell.text, MAX_CELL_QUOTED);
    return [
      {
        message: `${due === undefined ? `${name}写作“${written}”，应只填数字` : `${name}应为 ${due}（现为“${written}”）`}。${inTenThousands ? '表头要求以万元为单位' : '格内只填数字，不写单位'}。请核实后改正。`,
        span: cell.span,
        cells: [cell.key],
        actual: value,
        fixes: inTenThousands ? inTableUnit(cell, cell.reading, unit) : unit === '元' ? [strip(cell, cell.reading.plain)] : [],
      },
    ];
  }
  if (!inTenThousands || unit !== null || !isSuspicious(report, value)) return [];
  return [
    {
      class: '提示',
      message: `${name}为${value}万元，可能是按元填写的。对${townshipLevel(report.unit) ? '乡镇、街道' : '县级部门'}通常过大，表头要求以万元为单位。请核实，是元的请换算。`,
      span: cell.span,
      cells: [cell.key],
      actual: value,
      fixes: [convert(cell, value)],
    },
  ];
}

/** The form prints 万元; under another unit every number is taken for ten thousand times what it is. */
function otherHeader(report: Report, cell: Cell, yuan: Span): RuleFinding {
  const { reading } = cell;
  const value = reading.kind === 'number' && (reading.unit === null || reading.unit === '元') ? reading.value : 0;
  const restored: Edit = { span: yuan, newText: '万元' };
  const [converted] = value === 0 ? [] : convert(cell, value).edits;
  const amount = converted === undefined ? '' : `，金额换算为 ${converted.newText}`;
  return {
    message: `${cellName(report.detectedForm.form, cell.key)}的表头以元为单位，应为万元。统一格式的表头印有万元，单位不同，金额相差一万倍。请恢复表头，金额按万元填写。`,
    span: yuan,
    cells: [cell.key],
    fixes: [{ title: `表头改为万元${amount}`, kind: 'value', preferred: false, edits: converted === undefined ? [restored] : [restored, converted] }],
  };
}

/** 万 is short for 万元; a foreign currency is for the person to convert. */
function inTableUnit(cell: Cell, { value, plain }: { readonly value: number; readonly plain: string }, unit: string): readonly Fix[] {
  if (unit === '元') return [convert(cell, value)];
  if (unit === '万') return [strip(cell, plain)];
  if (!unit.startsWith('亿')) return [];
  const amount = String(tidy(value * TABLE_UNITS_PER_HUNDRED_MILLION));
  return [
    {
      title: titled(`改为 ${amount}（万元，由${quoted(cell.text, MAX_CELL_QUOTED)}换算）`, `改为 ${amount}（万元）`),
      kind: 'value',
      preferred: false,
      edits: [{ span: cell.span, newText: amount }],
    },
  ];
}

function isSuspicious(report: Report, value: number): boolean {
  if (!Number.isInteger(value)) return false;
  return (townshipLevel(report.unit) && value >= SUSPICIOUS_TOWNSHIP_AMOUNT) || (isCountyBureau(report.unit) && value >= SUSPICIOUS_BUREAU_AMOUNT);
}

function convert(cell: Cell, yuan: number): Fix {
  const amount = tidy(yuan / YUAN_PER_TABLE_UNIT).toFixed(DECIMALS);
  return {
    title: titled(`改为 ${amount}（万元，由${yuan}元换算）`, `改为 ${amount}（万元）`),
    kind: 'value',
    preferred: false,
    edits: [{ span: cell.span, newText: amount }],
  };
}

function strip(cell: Cell, plain: string): Fix {
  return { title: `改为 ${plain}（去掉单位）`, kind: 'value', preferred: false, edits: [{ span: cell.span, newText: plain }] };
}
