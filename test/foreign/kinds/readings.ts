// Readings of annual reports (年报解读, 一图读懂): the numbers without the tables.

import type { Rng } from '../../generator/rng.ts';
import { fill, some, type ForeignKind } from '../kind.ts';

const TITLES = [
  '{organ}{year}年政府信息公开工作年度报告解读',
  '《{organ}{year}年政府信息公开工作年度报告》解读',
  '一图读懂{organ}{year}年政府信息公开工作年度报告',
  '{year}年政府信息公开年报图解',
  '数说{year}年政务公开',
];

const BODIES: readonly (readonly [string, readonly string[]])[] = [
  ['总体情况', ['{year}年，{self}共发布信息{N}条，政策解读{n}篇，回应关切{n}次。', '门户网站访问量{N}次，新媒体粉丝{N}人。']],
  ['主动公开政府信息情况', ['全年制发规范性文件{n}件，废止{n}件，现行有效{n}件。', '办理行政许可{N}件，行政处罚{n}件，行政强制{n}件，行政事业性收费{p}万元。']],
  [
    '收到和处理政府信息公开申请情况',
    [
      '新收申请{n}件，上年结转{n}件，其中自然人{n}件，商业企业{n}件，法律服务机构{n}件。',
      '予以公开{n}件，部分公开{n}件，不予公开{n}件，无法提供{n}件，不予处理{n}件，其他处理{n}件，结转下年度继续办理{n}件。',
    ],
  ],
  ['政府信息公开行政复议、行政诉讼情况', ['行政复议{n}件：维持{n}件，纠正{n}件，其他结果{n}件，尚未审结{n}件。', '行政诉讼{n}件，均已审结。']],
  ['存在的主要问题及改进情况', ['存在的问题：解读不够生动。改进情况：增加视频、动漫解读{n}个。']],
  ['其他需要报告的事项', ['{year}年度没有收取信息处理费。']],
];

/** The report's own parts, numbered or not: the reading follows its order. */
function parts(rng: Rng, heading: (index: number, title: string) => string): readonly string[] {
  return BODIES.flatMap(([title, texts], index) => [heading(index, title), ...some(texts, rng)]);
}

const withHeadings: ForeignKind = {
  name: 'reading under the headings of the report',
  write: (rng) => fill([rng.pick(TITLES.slice(0, 3)), ...parts(rng, (index, title) => `${'一二三四五六'.charAt(index)}、${title}`)].join('\n'), rng),
};

const withQuestions: ForeignKind = {
  name: 'reading in questions and answers',
  write: (rng) =>
    fill([rng.pick(TITLES), ...parts(rng, (index, title) => `${rng.pick(['问：', `问题${index + 1}：`, 'Q：'])}报告中“${title}”讲了什么？`)].join('\n'), rng),
};

const inNumbers: ForeignKind = {
  name: 'reading in numbers, one a line',
  write: (rng) =>
    fill(
      [
        rng.pick(TITLES),
        ...some(
          [
            '新收申请\n{n}件',
            '上年结转\n{n}件',
            '予以公开\n{n}件',
            '部分公开\n{n}件',
            '不予公开\n{n}件',
            '无法提供\n{n}件',
            '不予处理\n{n}件',
            '其他处理\n{n}件',
            '结转下年度\n{n}件',
            '总计\n{n}件',
          ],
          rng,
          0.9,
        ),
        '行政复议\n{n}件',
        '结果维持 {n}  结果纠正 {n}  其他结果 {n}  尚未审结 {n}  总计 {n}',
      ].join('\n'),
      rng,
    ),
};

const withYears: ForeignKind = {
  name: 'comparison over the years',
  write: (rng) =>
    fill(
      [
        '{organ}近三年政府信息公开申请情况对比分析',
        '年份\t新收\t结转\t予以公开\t部分公开\t不予公开\t总计',
        ...['2021', '2022', '2023', '2024'].map((year) => `${year}\t{n}\t{n}\t{n}\t{n}\t{n}\t{n}`),
        '从趋势看，申请数量{逐年上升/有升有降/趋于稳定}，自然人申请占{p}%，法律服务机构占{p}%。',
        '不予公开的理由集中在国家秘密、内部事务信息、过程性信息、行政执法案卷。',
      ].join('\n'),
      rng,
    ),
};

export const READINGS: readonly ForeignKind[] = [withHeadings, withQuestions, inNumbers, withYears];
