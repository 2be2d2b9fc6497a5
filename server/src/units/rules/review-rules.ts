// Rules that speak of many reports; they have pages like any other, and no check of one report finds them.

import type { RuleInfo } from '../../rules/rule.ts';

export const REVIEW_RULES: readonly RuleInfo[] = [
  { id: 'unit-absent', name: '未报送', class: '强制', summary: '名单中的机关没有报送本年度年报。' },
  { id: 'unit-twice', name: '重复报送', class: '强制', summary: '一个机关报送了两份不同的年报。' },
  { id: 'unit-late', name: '迟报', class: '核实', summary: '年报在期限以后报送。' },
  { id: 'unit-unknown', name: '名单外机关', class: '核实', summary: '年报标题中的机关不在名单中。' },
  { id: 'report-stale', name: '往年年报', class: '核实', summary: '报送的是往年的年报，或者表格与上年年报完全相同。' },
  { id: 'outlier', name: '数值异常', class: '提示', summary: '一个数与上年、与同级机关相比，可能多写了一位。' },
  { id: 'similar-text', name: '正文雷同', class: '提示', summary: '正文大部分与其他机关的年报，或者与本机关上年年报相同。' },
];
