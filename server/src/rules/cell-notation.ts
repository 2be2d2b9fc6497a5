// Rule: numbers that are understood but not written in plain digits.

import type { Cell } from '../parse/model.ts';
import type { CellReading, Notation } from '../text/numbers.ts';
import { cellName, tableName } from '../findings/describe.ts';
import type { Fix, RuleFinding } from '../findings/finding.ts';
import { byTable, singlyOrTogether, type Some } from '../findings/grouping.ts';
import type { Rule, RuleContext } from './rule.ts';
import { allOf, fitting, headed, quoted, titled } from '../findings/wording.ts';
import { MAX_CELL_QUOTED, MAX_LABEL_QUOTED } from '../findings/limits.ts';

type NumberReading = Extract<CellReading, { readonly kind: 'number' }>;

/** Why the number is not plain: for the message. `plus` is no notation of the text layer: 本年增/减 may carry one. */
type Oddity = Notation | 'plus';

const WORDS: Readonly<Record<Oddity, string>> = {
  'full-width': '全角数字',
  separator: '千位分隔符',
  space: '数字中间有空格',
  unit: '单位',
  note: '括注',
  letter: '用字母代替数字',
  'word-sign': '用文字表示增减',
  'trailing-zero-decimals': '多余的小数',
  wrapped: '数字外的撇号、括号或下划线',
  han: '用汉字代替数字',
  stray: '多余的符号',
  plus: '多余的加号',
};

/** Rewriting these neither changes the number nor drops a word; the others take a decision, so their fix is no `layout` fix. */
const LAYOUT: ReadonlySet<Oddity> = new Set(['full-width', 'separator', 'space', 'trailing-zero-decimals', 'wrapped', 'plus']);

interface Odd {
  readonly table: Cell['table'];
  readonly cell: Cell;
  readonly plain: string;
  readonly oddities: readonly Oddity[];
}

export const cellNotation: Rule = {
  id: 'cell-notation',
  name: '数字写法',
  class: '核实',
  summary: '数字的写法不规范：全角、分隔符、空格，或带单位、说明。',
  check(context) {
    const odd = context.cells.flatMap(oddOf);
    const isLayout = ({ oddities }: Odd) => oddities.every((oddity) => LAYOUT.has(oddity));
    const spacing = byTable(odd.filter(isLayout));
    const wording = byTable(odd.filter((one) => !isLayout(one)));
    return singlyOrTogether([...spacing, ...wording], { single: (one) => finding(context, [one]), together: (found) => finding(context, found) });
  },
};

function oddOf(cell: Cell): readonly Odd[] {
  if (cell.reading.kind !== 'number') return [];
  const oddities = odditiesOf(cell, cell.reading);
  if (oddities.length === 0) return [];
  return [{ table: cell.table, cell, plain: plainOf(cell, cell.reading), oddities }];
}

function odditiesOf(cell: Cell, reading: NumberReading): readonly Oddity[] {
  const { notation, unit, sign } = reading;
  // Another unit than the header's changes the number: `amount-unit` speaks of the whole cell.
  if (cell.type === 'money' && unit !== null && unit !== '万元') return [];
  const oddities: Oddity[] = notation.filter((one) => one !== 'trailing-zero-decimals' || cell.type !== 'money');
  if (sign === '+' && cell.type !== 'change' && !notation.includes('word-sign')) oddities.push('plus');
  return oddities;
}

function plainOf(cell: Cell, reading: NumberReading): string {
  const unsigned = cell.type === 'change' ? reading.plain : reading.plain.replace('+', '');
  return cell.type === 'money' ? unsigned : unsigned.replace(/\.0+$/u, '');
}

function finding({ report }: RuleContext, found: Some<Odd>): RuleFinding {
  const [first] = found;
  const { form } = report.detectedForm;
  const reasons = [...new Set(found.flatMap(({ oddities }) => oddities))].map((oddity) => WORDS[oddity]).join('、');
  const names = found.map(({ cell }) => cellName(form, cell.key));
  const single = found.length === 1;
  const written = quoted(first.cell.text, MAX_CELL_QUOTED);
  const head = single
    ? fitting(`${names[0] ?? ''}应写作 ${first.plain}（现为“${written}”）`, `${names[0] ?? ''}应写作 ${first.plain}`)
    : headed(`${tableName(first.table)}有${found.length}格写法不规范：`, names);
  return {
    message: `${head}。${single ? '' : allOf(head, names, '格')}应填半角数字，不规范处：${reasons}。请改为纯数字。`,
    span: first.cell.span,
    cells: found.map(({ cell }) => cell.key),
    related: found.slice(1).map(({ cell, plain }) => ({ message: `应为 ${plain}`, span: cell.span })),
    fixes: [rewrite(found)],
  };
}

function rewrite(found: Some<Odd>): Fix {
  const [first] = found;
  const dropped = found.flatMap(({ oddities }) => oddities).some((oddity) => !LAYOUT.has(oddity));
  return {
    title:
      found.length === 1
        ? titled(`“${quoted(first.cell.text, MAX_CELL_QUOTED)}”改为 ${first.plain}`, `改为 ${quoted(first.plain, MAX_LABEL_QUOTED)}`)
        : `${found.length}格改为半角数字`,
    kind: dropped ? 'value' : 'layout',
    preferred: !dropped,
    edits: found.map(({ cell, plain }) => ({ span: cell.span, newText: plain })),
  };
}
