// TextMate grammar: headings, labels, numbers and notes as tokenized by the engine that editors use.

import { expect, it } from 'vitest';
import { loadGrammar } from './grammar.ts';

const grammar = await loadGrammar();

/** The marked pieces of a line: text and innermost scope, plain text left out. */
function marked(line: string): readonly string[] {
  return grammar
    .tokenizeLine(line, null)
    .tokens.filter(({ scopes }) => scopes.length > 1)
    .map(({ startIndex, endIndex, scopes }) => `${line.slice(startIndex, endIndex)} ${scopes.at(-1)?.split('.')[0]}`);
}

it.each([
  ['某县人民政府2024年政府信息公开工作年度报告', ['某县人民政府2024年政府信息公开工作年度报告 entity']],
  ['一、总体情况', ['一、总体情况 entity']],
  ['## 四、政府信息公开⾏政复议、⾏政诉讼情况', ['四、政府信息公开⾏政复议、⾏政诉讼情况 entity']],
  ['（一）主动公开。全年发布12条。', ['（一）主动公开 markup', '12 constant']],
  ['（七）总计\t3\t-1\t0.5', ['（七）总计 entity', '3 constant', '-1 constant', '0.5 constant']],
  ['| 1.属于国家秘密 | １２ |', ['| punctuation', '1.属于国家秘密  entity', '| punctuation', '１２ constant', '| punctuation']],
  ['第二十条第（一）项', ['第二十条第（一）项 entity']],
  ['规章 0 0 0', ['规章 entity', '0 constant', '0 constant', '0 constant']],
  ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） comment']],
  ['依照《条例》第50条', ['《条例》 string', '50 constant']],
  ['四、五是排比', []],
  ['自然人\t法人或其他组织\t\t总计', ['自然人 support', '法人或其他组织 support', '总计 support']],
  ['信息内容 本年新制作数量 本年新公开数量 对外公开总数量', ['信息内容 support', '本年新制作数量 support', '本年新公开数量 support', '对外公开总数量 support']],
  ['其中自然人申请12件，总计13件。', ['12 constant', '13 constant']],
  ['全年（一）予以公开的3件，1.属于国家秘密的0件。', ['3 constant', '1 constant', '0 constant']],
])('marks %s', (line, expected) => {
  expect(marked(line)).toEqual(expected);
});

it('takes hostile lines in its stride', () => {
  const line = '（'.repeat(20_000) + '一'.repeat(20_000);
  expect(grammar.tokenizeLine(line, null, 2_000).stoppedEarly).toBe(false);
});
