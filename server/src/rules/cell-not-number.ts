// Rule: cells that hold something that is no single number.

import type { Form } from '../forms/form.ts';
import type { Cell } from '../parse/model.ts';
import { fold } from '../text/fold.ts';
import { saysNoChange } from '../text/numbers.ts';
import { doubtfulComma, type DoubtfulComma } from '../text/commas.ts';
import { cellName, tableName } from '../findings/describe.ts';
import type { Fix, RuleFinding } from '../findings/finding.ts';
import { byTable, singlyOrTogether, type Some } from '../findings/grouping.ts';
import type { Rule } from './rule.ts';
import { allOf, headed, listed, quoted, titled } from '../findings/wording.ts';
import { MAX_CELL_QUOTED, MAX_LABEL_QUOTED } from '../findings/limits.ts';

export const cellNotNumber: Rule = {
  id: 'cell-not-number',
  name: '不是数字',
  class: '强制',
  summary: '应填数字的单元格里不是数字。',
  check({ report, cells: all }) {
    const { form } = report.detectedForm;
    const cells = all.filter((cell) => cell.reading.kind === 'unreadable');
    // One hand wrote the words for no change in all blocks.
    const [first, ...others] = cells.filter(({ text }) => saysNoChange(text));
    const unchanged = first === undefined || others.length === 0 ? [] : [noChange(form, [first, ...others])];
    const rest = unchanged.length === 0 ? cells : cells.filter(({ text }) => !saysNoChange(text));
    return [...unchanged, ...singlyOrTogether(byTable(rest), { single: (cell) => single(form, cell), together: (found) => together(form, found) })];
  },
};

function single(form: Form, cell: Cell): RuleFinding {
  const comma = doubtfulComma(cell.text);
  if (comma !== null) return misplacedComma(form, cell, comma);
  if (BROKEN_AT_POINT.test(cell.text)) return brokenAtPoint(form, cell);
  return {
    message: `${cellName(form, cell.key)}应填数字（现为“${shown(cell)}”）。这一格未核对。需要说明的请写在正文中。`,
    span: cell.span,
    cells: [cell.key],
    ...(saysNoChange(cell.text) && { fixes: [write(cell, `“${cell.text.trim()}”改为 0`, '0')] }),
  };
}

function noChange(form: Form, found: Some<Cell>): RuleFinding {
  const [first] = found;
  return {
    message: `有${found.length}格用文字表示没有增减：${listed(
      found.map((cell) => cellName(form, cell.key)),
      '格',
    )}。统计表只填数字，没有增减的填0。请改为0。`,
    span: first.span,
    cells: found.map((cell) => cell.key),
    related: found.slice(1).map((cell) => ({ message: `填的是“${quoted(cell.text, MAX_CELL_QUOTED)}”`, span: cell.span })),
    fixes: [{ title: `${found.length}格改为 0`, kind: 'value', preferred: false, edits: found.map((cell) => ({ span: cell.span, newText: '0' })) }],
  };
}

function shown(cell: Cell): string {
  return quoted(cell.text, MAX_CELL_QUOTED);
}

/** `559.` at the end of a line and `5029` on the next. */
const BROKEN_AT_POINT = /^[0-9０-９]+[.．]\s+[0-9０-９]+$/u;

function brokenAtPoint(form: Form, cell: Cell): RuleFinding {
  const joined = fold(cell.text).replaceAll(/\s/gu, '');
  return {
    message: `${cellName(form, cell.key)}应为 ${joined}（断成了两行）。这一格未核对。请接成一个数。`,
    span: cell.span,
    cells: [cell.key],
    fixes: [write(cell, titled(`改为 ${joined}（两行相连）`, `改为 ${quoted(joined, MAX_LABEL_QUOTED)}`), joined)],
  };
}

/** Only the person knows which number is meant; each fix says what it makes of the comma. */
function misplacedComma(form: Form, cell: Cell, { asPoint, joined }: DoubtfulComma): RuleFinding {
  const isAmount = cell.type === 'money';
  const doubt = isAmount ? '无法确定是小数点还是多写的' : '可能是多写的，也可能隔开了两个数';
  return {
    message: `${cellName(form, cell.key)}填的“${shown(cell)}”逗号位置不对。${doubt}，这一格未核对。请对照原表改正。`,
    span: cell.span,
    cells: [cell.key],
    fixes: [
      ...(isAmount ? [write(cell, `改为 ${asPoint}（逗号作小数点）`, asPoint)] : []),
      ...(joined === null ? [] : [write(cell, `改为 ${joined}（去掉逗号）`, joined)]),
    ],
  };
}

function write(cell: Cell, title: string, newText: string): Fix {
  return { title, kind: 'value', preferred: false, edits: [{ span: cell.span, newText }] };
}

function together(form: Form, found: Some<Cell>): RuleFinding {
  const [first] = found;
  const names = found.map((cell) => cellName(form, cell.key));
  const head = headed(`${tableName(first.table)}有${found.length}格不是数字：`, names);
  return {
    message: `${head}。${allOf(head, names, '格')}这些格未核对。请改为数字，需要说明的写在正文中。`,
    span: first.span,
    cells: found.map((cell) => cell.key),
    related: found.slice(1).map((cell) => ({ message: `现为“${shown(cell)}”`, span: cell.span })),
  };
}
