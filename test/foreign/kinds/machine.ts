// What an editor opens all day: source code, data, logs, Markdown; some of it about this very form.

import type { Rng } from '../../generator/rng.ts';
import { fill, some, type ForeignKind } from '../kind.ts';

/** Labels of the form, as a program that deals with it names them. */
const LABELS = [
  '本年新收政府信息公开申请数量',
  '上年结转政府信息公开申请数量',
  '予以公开',
  '部分公开',
  '属于国家秘密',
  '其他法律行政法规禁止公开',
  '保护第三方合法权益',
  '属于三类内部事务信息',
  '属于四类过程性信息',
  '属于行政执法案卷',
  '属于行政查询事项',
  '本机关不掌握相关政府信息',
  '没有现成信息需要另行制作',
  '补正后申请内容仍不明确',
  '信访举报投诉类申请',
  '重复申请',
  '要求提供公开出版物',
  '无正当理由大量反复申请',
  '结转下年度继续办理',
  '总计',
];
const COLUMNS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const SECTIONS = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];

function labels(rng: Rng): readonly string[] {
  return some(LABELS, rng, 0.8);
}

const typescript: ForeignKind = {
  name: 'TypeScript that knows the form',
  write: (rng) =>
    [
      "import { readFile } from 'node:fs/promises';",
      '',
      `export const SECTIONS = [${SECTIONS.map((title) => `'${title}'`).join(', ')}];`,
      'export const ROWS = [',
      ...labels(rng).map((label, index) => `  { id: ${index}, label: '${label}', width: ${rng.int(1, 9)} },`),
      '];',
      `const COLUMNS = ${JSON.stringify(COLUMNS)} as const;`,
      'export function total(row: number[]): number {',
      '  return row.reduce((sum, value) => sum + value, 0);',
      '}',
    ].join('\n'),
};

const python: ForeignKind = {
  name: 'Python that scrapes reports',
  write: (rng) =>
    [
      '# -*- coding: utf-8 -*-',
      'import re, csv',
      '',
      'LABELS = {',
      ...labels(rng).map((label, index) => `    "${label}": ${index},`),
      '}',
      `HEADINGS = """\n${SECTIONS.map((title, index) => `${'一二三四五六'.charAt(index)}、${title}`).join('\n')}\n"""`.slice(
        0,
        rng.chance(0.3) ? undefined : 40,
      ) + (rng.chance(0.5) ? '\n' : '"""\n'),
      'def parse(text):',
      '    for line in text.splitlines():',
      `        m = re.match(r"(\\S+)\\s+(\\d+)(\\s+\\d+){${rng.int(1, 6)}}", line)`,
      '        if m: yield m.group(1), [int(x) for x in line.split()[1:]]',
    ].join('\n'),
};

const code: ForeignKind = {
  name: 'other source code',
  write: (rng) =>
    rng.pick([
      `#include <stdio.h>\nint table[${rng.int(2, 99)}][7] = {\n${Array.from({ length: rng.int(3, 30) }, () => `  {${Array.from({ length: 7 }, () => rng.int(0, 99)).join(', ')}},`).join('\n')}\n};\nint main(void) { printf("总计 %d\\n", table[0][6]); return 0; }`,
      `SELECT organ AS 单位, SUM(new) AS 本年新收, SUM(carried) AS 上年结转, SUM(total) AS 总计\nFROM applications\nWHERE year = ${rng.int(2019, 2025)}\nGROUP BY organ\nHAVING SUM(total) > ${rng.int(0, 50)}\nORDER BY 总计 DESC;`,
      `package cn.example;\n\npublic enum Result {\n${some(LABELS, rng)
        .map((label, index) => `    R${index}("${label}", ${rng.int(0, 99)}),`)
        .join('\n')};\n    Result(String label, int code) {}\n}`,
      `body { margin: 0 }\n.total::before { content: "总计"; width: ${rng.int(1, 99)}px }\n@media (max-width: ${rng.int(300, 900)}px) { .row > td { display: block } }`,
      `FROM node:20\nRUN apt-get update && apt-get install -y curl=${rng.int(1, 9)}.0\nCOPY 年报 /data/年报\nCMD ["node", "index.js", "--year", "${rng.int(2019, 2025)}"]`,
    ]),
};

const json: ForeignKind = {
  name: 'JSON of a report',
  write: (rng) =>
    JSON.stringify(
      {
        title: fill('{organ}{year}年政府信息公开工作年度报告', rng),
        sections: SECTIONS,
        rows: Object.fromEntries(labels(rng).map((label) => [label, Object.fromEntries(COLUMNS.map((column) => [column, rng.int(0, 40)]))])),
      },
      null,
      rng.pick([0, 1, 2]),
    ),
};

const csv: ForeignKind = {
  name: 'CSV over many organs',
  write: (rng) => {
    const header = ['单位', '年份', '新收', '结转', '予以公开', '部分公开', '不予公开', '总计'];
    const separator = rng.pick([',', ';', '\t']);
    return [
      header,
      ...Array.from({ length: rng.int(3, 60) }, () => [fill('{organ}', rng), fill('{year}', rng), ...Array.from({ length: 6 }, () => String(rng.int(0, 99)))]),
    ]
      .map((cells) => cells.join(separator))
      .join('\r\n');
  },
};

const log: ForeignKind = {
  name: 'log',
  write: (rng) =>
    Array.from({ length: rng.int(5, 80) }, (_, index) =>
      fill(
        `{year}-01-{n} 0${rng.int(0, 9)}:${rng.int(10, 59)} ${rng.pick(['INFO', 'WARN', 'ERROR'])} [{n}] ${rng.pick(['GET /xxgk/nb/{year} 200 {N}', '年报提交：{organ} 表三 总计 {n}', '校验失败：收到和处理政府信息公开申请情况 第{n}行', 'session closed', '导出政府信息公开工作年度报告.docx {n} KB'])} #${index}`,
        rng,
      ),
    ).join('\n'),
};

const markdown: ForeignKind = {
  name: 'Markdown documentation',
  write: (rng) =>
    [
      '# 年报校验工具说明',
      '',
      '## 一、总体情况',
      '',
      `工具读取政府信息公开工作年度报告，支持 ${rng.int(2, 30)} 种版式。`,
      '',
      '## 二、规则',
      '',
      '| 编号 | 规则 | 级别 | 说明 |',
      '| --- | --- | --- | --- |',
      ...labels(rng).map((label, index) => `| ${index + 1} | ${label} | ${rng.pick(['强制', '核实', '提示'])} | 总计应为 ${rng.int(0, 40)} |`),
      '',
      '## 三、存在的问题',
      '',
      '- [ ] 行政复议、行政诉讼表的表头',
      `- [x] 修复 #${rng.int(1, 999)}`,
    ].join('\n'),
};

const little: ForeignKind = {
  name: 'almost nothing',
  write: (rng) =>
    rng.pick([
      '',
      ' ',
      '\n\n',
      '0',
      '总计',
      '一、总体情况',
      '政府信息公开工作年度报告',
      '二、主动公开政府信息情况\n',
      '第二十条第（一）项',
      '予以公开 0 0 0 0 0 0 0',
      '\ufeff',
      '\u0000\u0001',
      '\ud83d',
    ]),
};

export const MACHINE: readonly ForeignKind[] = [typescript, python, code, json, csv, log, markdown, little];
