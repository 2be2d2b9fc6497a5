// The nearest neighbours of a report: summaries, minutes of its figures, drills with a piece of the form in them.

import type { Rng } from '../../generator/rng.ts';
import { fill, some, type ForeignKind } from '../kind.ts';

const PARTS = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];
const COLUMNS = '自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计';

/** A few rows quoted as an example, as a notice does. */
const EXAMPLES = [
  '例：一、本年新收政府信息公开申请数量 {n} 0 0 0 0 0 {n}',
  '例：（一）予以公开 {n} 1 0 0 0 0 {n}',
  '错误示例：（七）总计 {n} {n} 0 0 0 0 {n}，与各项之和不符',
  '第二十条第（一）项\n规章 0 0 0\n规范性文件 {n} 0 {n}',
];

const notice: ForeignKind = {
  name: 'notice with rows as examples',
  write: (rng) =>
    fill(
      [
        '关于规范{year}年政府信息公开年报表格填写的{通知/提示/工作提示}',
        '各单位：近期审核发现一些共性问题，现举例说明，请对照修改。',
        rng.chance(0.5) ? COLUMNS : '',
        ...some(EXAMPLES, rng),
        '请于{n}日前完成。',
      ].join('\n'),
      rng,
    ),
};

const summary: ForeignKind = {
  name: 'work summary under the same headings',
  write: (rng) =>
    fill(
      [
        '{organ}{year}年政务公开工作{总结/要点落实情况/自查报告}',
        ...PARTS.flatMap((title, index) => [`${'一二三四五六'.charAt(index)}、${title}`, '{self}发布信息{N}条，收到申请{n}件，办结{n}件，行政复议{n}件。']),
      ].join('\n'),
      rng,
    ),
};

const explanation: ForeignKind = {
  name: 'explanation of a published report',
  write: (rng) =>
    fill(
      [
        '关于《{organ}{year}年政府信息公开工作年度报告》的{说明/更正说明/编制说明}',
        ...PARTS.map((title, index) => rng.pick([`${'一二三四五六'.charAt(index)}、关于“${title}”`, `${'一二三四五六'.charAt(index)}、${title}`])).flatMap(
          (heading) => [heading, '由原来的{n}件更正为{n}件，特此说明。'],
        ),
      ].join('\n'),
      rng,
    ),
};

const contents: ForeignKind = {
  name: 'table of contents',
  write: (rng) =>
    fill(
      [
        '{year}年政府信息公开工作年度报告汇编',
        '目录',
        ...Array.from({ length: rng.int(2, 12) }, () => fill('{organ}{year}年政府信息公开工作年度报告', rng)).flatMap((title) => [
          `${title}……{n}`,
          ...(rng.chance(0.3) ? PARTS.map((part, index) => `  ${'一二三四五六'.charAt(index)}、${part}……{n}`) : []),
        ]),
      ].join('\n'),
      rng,
    ),
};

const exercise: ForeignKind = {
  name: 'training slides',
  write: (rng) => {
    const quiz = [
      '哪一项不属于不予公开？ A.属于国家秘密 B.重复申请 C.危及“三安全一稳定” D.保护第三方合法权益',
      '表三的总计等于哪几列之和？',
      '结转下年度继续办理的{n}件应当填在哪里？',
      '第一项加第二项之和，等于第三项加第四项之和，{n}+{n}={n}+{n}，对吗？',
    ];
    return fill(
      ['政府信息公开年报编制{培训/辅导/讲座}', ...some(PARTS, rng).map((title, index) => `P${index + 2} ${title}`), ...some(quiz, rng)].join('\n'),
      rng,
    );
  },
};

const search: ForeignKind = {
  name: 'list of search results',
  write: (rng: Rng) =>
    Array.from({ length: rng.int(3, 20) }, () =>
      fill(
        '{organ}{year}年政府信息公开工作年度报告\n{next}-01-2{n} 一、总体情况 {year}年，{self}认真贯彻… 二、主动公开政府信息情况 第二十条第（一）项 信息内容 本年制发件数… 三、收到和处理政府信息公开申请情况…\nhttps://www.example.invalid/xxgk/{N}.html',
        rng,
      ),
    ).join('\n\n'),
};

export const NEIGHBOURS: readonly ForeignKind[] = [notice, summary, explanation, contents, exercise, search];
