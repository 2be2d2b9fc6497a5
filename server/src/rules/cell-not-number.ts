// Which cells hold something that is no single number?

import type { Form } from '../forms/form.ts';
import type { Cell } from '../parse/model.ts';
import { fold } from '../text/fold.ts';
import { saysNoChange } from '../text/numbers.ts';
import { doubtfulComma, type DoubtfulComma } from '../text/commas.ts';
import { cellName, tableName } from '../findings/describe.ts';
import type { Fix } from '../findings/finding.ts';
import { byTable, singlyOrTogether, type Some } from '../findings/grouping.ts';
import type { Rule } from './rule.ts';
import type { RuleFinding } from '../findings/finding.ts';
import { listed, quoted } from '../findings/wording.ts';
import { MAX_CELL_QUOTED } from '../findings/limits.ts';

export const cellNotNumber: Rule = {
  id: 'cell-not-number',
  class: '强制',
  summary: '应填数字的单元格里不是数字。',
  check({ report, cells: all }) {
    const { form } = report.form;
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
    message: `${cellName(form, cell.key)}填的是“${quoted(cell.text, MAX_CELL_QUOTED)}”，不是一个数字。统计表只填数字，这一格无法参加核对。请改为数字，说明写在正文里。`,
    span: cell.span,
    cells: [cell.key],
    ...(saysNoChange(cell.text) && { fixes: [write(cell, `“${cell.text.trim()}”改为 0`, '0')] }),
  };
}

function noChange(form: Form, found: Some<Cell>): RuleFinding {
  const [first] = found;
  return {
    message: `有${found.length}格用文字表示没有增减：${listed(found.map((cell) => cellName(form, cell.key)), '格')}。统计表只填数字，没有增减的填0。请改为0。`,
    span: first.span,
    cells: found.map((cell) => cell.key),
    related: found.slice(1).map((cell) => ({ message: `填的是“${quoted(cell.text, MAX_CELL_QUOTED)}”`, span: cell.span })),
    fixes: [{ title: `${found.length}格改为 0`, kind: 'value', preferred: false, edits: found.map((cell) => ({ span: cell.span, newText: '0' })) }],
  };
}

/** `559.` at the end of a line and `5029` on the next. */
const BROKEN_AT_POINT = /^[0-9０-９]+[.．]\s+[0-9０-９]+$/u;

function brokenAtPoint(form: Form, cell: Cell): RuleFinding {
  const joined = fold(cell.text).replaceAll(/\s/gu, '');
  return {
    message: `${cellName(form, cell.key)}在小数点后断成了两行，连起来是${joined}。断开的数会被读成两个数，这一格无法参加核对。请接成一个数。`,
    span: cell.span,
    cells: [cell.key],
    fixes: [write(cell, `接成一个数，改为 ${joined}`, joined)],
  };
}

/** Only the person knows which number is meant; each fix says what it makes of the comma. */
function misplacedComma(form: Form, cell: Cell, { asPoint, joined }: DoubtfulComma): RuleFinding {
  const isAmount = cell.type === 'money';
  const doubt = isAmount ? '分不清是小数点还是多写的' : '可能是多写的，也可能隔开了两个数';
  return {
    message: `${cellName(form, cell.key)}填的是“${cell.text.trim()}”，逗号不在千位上，${doubt}。读法不同，数就不同，这一格无法参加核对。请核对后改正。`,
    span: cell.span,
    cells: [cell.key],
    fixes: [
      ...(isAmount ? [write(cell, `逗号作小数点，改为 ${asPoint}`, asPoint)] : []),
      ...(joined === null ? [] : [write(cell, `去掉逗号，改为 ${joined}`, joined)]),
    ],
  };
}

function write(cell: Cell, title: string, newText: string): Fix {
  return { title, kind: 'value', preferred: false, edits: [{ span: cell.span, newText }] };
}

function together(form: Form, found: Some<Cell>): RuleFinding {
  const [first] = found;
  const names = found.map((cell) => cellName(form, cell.key));
  return {
    message: `${tableName(first.table)}有${found.length}格不是数字：${listed(names, '格')}。统计表只填数字，这些格无法参加核对。请改为数字。`,
    span: first.span,
    cells: found.map((cell) => cell.key),
    related: found.slice(1).map((cell) => ({ message: `填的是“${quoted(cell.text, MAX_CELL_QUOTED)}”`, span: cell.span })),
  };
}
