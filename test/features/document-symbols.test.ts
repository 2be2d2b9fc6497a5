// Document symbols of a report in whatever layout it was pasted.

import { describe, expect, it } from 'vitest';
import type { DocumentSymbol } from 'vscode-languageserver';
import { documentSymbols, flatDocumentSymbols } from '../../server/src/features/document-symbols.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { blocksIn, equationsIn, FORM_IDS, rowsIn, yearIn } from '../support/forms.ts';
import { BETWEEN, PASTED, pasted } from './layouts.ts';
import { draftWith } from '../support/draft.ts';
import { changed, report, ZERO_ROW } from './texts.ts';

/** Name and detail a line, indented by depth. */
function drawn(symbols: readonly DocumentSymbol[], depth = 0): readonly string[] {
  return symbols.flatMap(({ name, detail, children = [] }) => [
    `${'  '.repeat(depth)}${name}${detail === undefined ? '' : `  ${detail}`}`,
    ...drawn(children, depth + 1),
  ]);
}

function outlineOf(text: string): readonly string[] {
  return drawn(documentSymbols(parseReport(text)));
}

/** The lines below one that says `name`, down to the next as deep. */
function below(outline: readonly string[], name: string): readonly string[] {
  const start = outline.findIndex((line) => line.trimStart().startsWith(name));
  const depth = (line: string) => line.length - line.trimStart().length;
  const rest = outline.slice(start + 1);
  const end = rest.findIndex((line) => depth(line) <= depth(outline[start] ?? ''));
  return (end < 0 ? rest : rest.slice(0, end)).map((line) => line.trim());
}

const HEADINGS = {
  overview: ['（一）主动公开', '（二）依申请公开', '（三）政府信息管理', '（四）政府信息公开平台建设', '（五）监督保障'],
  problems: ['（一）存在的主要问题', '（二）改进情况'],
};

it('has no symbol that VS Code draws as `{}`', () => {
  const kinds = (symbols: readonly DocumentSymbol[]): readonly number[] => symbols.flatMap(({ kind, children = [] }) => [kind, ...kinds(children)]);
  // Module, Namespace, Package, Object.
  expect(kinds(documentSymbols(parseReport(pasted('2021', PASTED[0] ?? 'tabs')))).filter((kind) => [2, 3, 4, 19].includes(kind))).toEqual([]);
});

describe.each(FORM_IDS.flatMap((form) => PASTED.map((layout) => ({ form, layout }))))('$form in $layout', ({ form, layout }) => {
  const text = pasted(form, layout);
  const outline = outlineOf(text);
  const depth = (wanted: number) => outline.filter((line) => line.length - line.trimStart().length === 2 * wanted).map((line) => line.trim());

  it('begins with the title and the six parts', () => {
    expect(depth(0)).toEqual([
      `临江市人民政府${yearIn(form, 2024)}年政府信息公开工作年度报告`,
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
    ]);
  });

  it('has headings and tables in the parts', () => {
    const equations = equationsIn(form, 'applications');
    expect(depth(1)).toEqual([
      ...(form === '2019' ? [] : HEADINGS.overview),
      ...blocksIn(form).map(({ heading }) => heading),
      `表三  勾稽 ${equations}/${equations}`,
      '表四  勾稽 3/3',
      ...HEADINGS.problems,
    ]);
  });

  it('has rows with their totals, in their groups', () => {
    const row = ['2.重复申请', ...Array.from({ length: 7 }, () => '0')].join(BETWEEN[layout]);
    const repeated = outlineOf(changed(text, row, row.replace(/0$/u, '13')));
    expect(below(repeated, '（五）不予处理')).toContain('2.重复申请  总计 13');
    expect(repeated.map((line) => line.trim())).toContain('（五）不予处理  共13件');
    expect(below(outline, '（四）无法提供')).toEqual([
      '1.本机关不掌握相关政府信息  总计 0',
      '2.没有现成信息需要另行制作  总计 0',
      '3.补正后申请内容仍不明确  总计 0',
    ]);
    expect(below(outline, '（六）其他处理')).toHaveLength(rowsIn(form, 'applications').filter(({ groups }) => groups.includes('（六）其他处理')).length);
    expect(below(outline, '三、本年度办理结果').slice(-1)).toEqual(['（七）总计  总计 0']);
    expect(below(outline, '表四')).toEqual(['行政复议  总计 0', '行政诉讼·未经复议直接起诉  总计 0', '行政诉讼·复议后起诉  总计 0']);
  });

  it('shows each row where its label stands, radicals and all', () => {
    const find = (symbols: readonly DocumentSymbol[]): readonly DocumentSymbol[] =>
      symbols.flatMap((each) => (each.name.startsWith('7.') ? [each] : find(each.children ?? [])));
    const [found] = find(documentSymbols(parseReport(text)));
    const lines = text.split('\r\n');
    const { start, end } = found?.selectionRange ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    expect(lines[start.line]?.slice(start.character, end.character)).toBe('7.属于⾏政执法案卷');
  });

  it('is the same list for clients without hierarchy', () => {
    const flat = flatDocumentSymbols(parseReport(text), 'file:///a');
    expect(flat.map(({ name }) => name)).toEqual(outline.map((line) => line.trim()));
    expect(flat.find(({ name }) => name.startsWith('1.属于国家秘密'))?.containerName).toBe('（三）不予公开');
  });
});

describe('headings of the prose', () => {
  const within = (prose: string) =>
    below(outlineOf(changed(report(), '五、存在的主要问题及改进情况\n', `五、存在的主要问题及改进情况\n${prose}\n`)), '五、').filter(
      (line) => !/^（[一二]）(?:存在|改进)/u.test(line),
    );

  it.each([
    ['（一）解读不够深入。形式单一。', ['（一）解读不够深入']],
    ['（一）强化组织领导，压实责任\n正文。\n1.健全机制\n正文。', ['（一）强化组织领导，压实责任', '1.健全机制']],
    ['### （三）队伍建设\n正文。', ['（三）队伍建设']],
    ['## 改进的打算\n正文。', ['改进的打算']],
    ['**（四）培训**\n正文。', ['（四）培训']],
  ])('are found in %j', (prose, names) => {
    expect(within(prose)).toEqual(names);
  });

  it.each([
    '1.政策解读不够深入。',
    '2.组织全县各乡镇各部门开展政府信息公开业务培训并逐一考核。',
    '（一）我局高度重视政府信息公开工作，严格按照有关要求，认真组织',
    '一是解读不够深入。',
    '（1',
    '3.14',
  ])('are not seen in %j', (prose) => expect(within(prose)).toEqual([]));
});

it('says of a table that does not balance how far it does', () => {
  const broken = changed(report(), ZERO_ROW, '2.重复申请\t0\t0\t0\t0\t0\t0\t5');
  expect(outlineOf(broken).map((line) => line.trim())).toContain('表三  勾稽 37/39（2条不成立）');
});

it('says of a blank total that it is blank', () => {
  const blank = changed(report(), ZERO_ROW, '2.重复申请\t0\t0\t0\t0\t0\t0\t');
  expect(outlineOf(blank).map((line) => line.trim())).toContain('2.重复申请  总计未填');
});

it('does not count what only holds because blanks read as 0', () => {
  const blank = draftWith({ 'applications/secret/natural': '' }, { form: '2021', layout: 'tab' });
  expect(JSON.stringify(documentSymbols(parseReport(blank)))).toContain('勾稽 37/39（未填1格）');
});
