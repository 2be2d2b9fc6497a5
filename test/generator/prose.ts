// Prose of the parts without tables: invented, plausible, and never against the tables of the same report.

import { cellKey } from '../../server/src/forms/form.ts';
import type { Organ } from './organs.ts';
import type { Rng } from './rng.ts';
import type { Values } from './values.ts';

export interface ProseFacts {
  readonly organ: Organ;
  readonly year: number;
  readonly values: Values;
  /** 信息处理费 and the five aspects are asked of 2021 reports only. */
  readonly newerForm: boolean;
}

function applications({ values }: ProseFacts, row: string): number {
  return values.get(cellKey('applications', row, 'total'))?.value ?? 0;
}

/** One sentence about the applications of the year, true to table three. */
export function applicationSentence(facts: ProseFacts, rng: Rng): string {
  const received = applications(facts, 'new');
  const carriedIn = applications(facts, 'carried-in');
  const done = applications(facts, 'total');
  const carriedOut = applications(facts, 'carried-out');
  if (received === 0 && carriedIn === 0) {
    return rng.pick(['全年未收到政府信息公开申请。', '本年度没有收到公民、法人或其他组织提出的政府信息公开申请。']);
  }
  const sentences = [`${facts.year}年，${facts.organ.self}共收到政府信息公开申请${received}件`];
  if (carriedIn > 0) sentences.push(`上年结转${carriedIn}件`);
  sentences.push(`办结${done}件`);
  if (carriedOut > 0) sentences.push(`结转下年度继续办理${carriedOut}件`);
  return `${sentences.join('，')}。`;
}

function aspects(facts: ProseFacts, rng: Rng): readonly (readonly [string, string])[] {
  const news = rng.int(11, 49) * 100;
  return [
    [
      '主动公开',
      `坚持“公开为常态、不公开为例外”，围绕重点领域和群众关切，通过门户网站、政务新媒体和公开栏发布各类信息${news}余条，配发政策图解${rng.int(2, 30)}篇，把政策讲得明白、让群众看得懂。`,
    ],
    ['依申请公开', `进一步规范登记、审核、办理、答复、归档各环节，答复前主动与申请人沟通，努力办成一件、说清一件。${applicationSentence(facts, rng)}`],
    ['政府信息管理', '严格落实信息发布“三审三校”，公文起草时同步确定公开属性，定期清理失效信息，做到底数清、去向明。'],
    ['政府信息公开平台建设', `优化网站检索和栏目设置，办事大厅的政务公开专区全年接待群众${rng.int(3, 90)}0余人次，“码上看政策”小程序上线试运行。`],
    ['监督保障', `把政务公开纳入年度考核，组织业务培训${rng.int(2, 9)}次，邀请群众代表评议，未发生因政府信息公开工作被追究责任的情形。`],
  ];
}

/** Part one: five aspects under headings of one style. */
export function overviewParagraphs(facts: ProseFacts, rng: Rng): readonly string[] {
  const numerals = ['一', '二', '三', '四', '五'];
  const style = rng.pick<(index: number) => string>([(index) => `（${numerals[index]}）`, (index) => `${index + 1}.`, (index) => `（${numerals[index]}）`]);
  const suffix = rng.pick(['。', '情况。', '方面。']);
  const opening = `${facts.year}年，${facts.organ.self}深入贯彻落实《中华人民共和国政府信息公开条例》，聚焦群众关心的急事难事，以公开促规范、促服务，各项工作有序推进。`;
  return [opening, ...aspects(facts, rng).map(([name, text], index) => `${style(index)}${name}${suffix}${text}`)];
}

/** Part one with headings 一、二、三、 of its own, which look like those of the report. */
export function nestedOverviewParagraphs(facts: ProseFacts, rng: Rng): readonly string[] {
  const titles = ['扎实推进主动公开', '依法办理依申请公开', '加强政府信息管理', '优化政府信息公开平台建设', '强化监督保障'];
  const numerals = ['一', '二', '三', '四', '五'];
  const opening = `${facts.year}年，${facts.organ.self}认真落实上级部署，现将本年度政府信息公开工作汇报如下：`;
  return [opening, ...aspects(facts, rng).flatMap(([, text], index) => [`${numerals[index]}、${titles[index]}`, text])];
}

export function preambleParagraphs(facts: ProseFacts, rng: Rng): readonly string[] {
  const { year, organ } = facts;
  const period = rng.pick([
    `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
    `本报告中所列数据的统计期限为${year}年1月1日至12月31日。`,
    `报告所列数据统计期限从 ${year} 年 1 月 1 日至 ${year} 年 12 月 31 日。`,
  ]);
  const contact = `如对本报告有疑问，请与${organ.name}联系（电话：0${rng.int(310, 999)}-${rng.int(2000000, 8999999)}）。`;
  return [`根据《中华人民共和国政府信息公开条例》要求，由${organ.name}编制本报告。${period}`, ...(rng.chance(0.5) ? [contact] : [])];
}

export function problemParagraphs(facts: ProseFacts, rng: Rng): readonly string[] {
  const next = facts.year + 1;
  const gaps = rng.pick([
    '一是政策解读形式还不够活泼，二是基层公开栏更新不够及时，三是业务骨干流动较快。',
    '一是公开内容的针对性有待增强，二是答复文书还需进一步规范。',
  ]);
  const plans = rng.pick([
    '把解读稿先念给窗口的群众听，听不懂就改；每季度抽查公开栏，随到随补；以老带新，编一本答复常见问题手册。',
    '加强培训和案例复盘，请法律顾问提前参与疑难申请的研究，主动听取群众意见。',
  ]);
  if (rng.chance(0.5)) return [`（一）存在的问题`, gaps, '（二）改进情况', `${next}年，${facts.organ.self}将${plans}`];
  return [`对照群众期待，工作还有差距：${gaps}下一步，${facts.organ.self}将${plans}`];
}

export function otherParagraphs(facts: ProseFacts, rng: Rng): readonly string[] {
  if (!facts.newerForm) return [rng.pick(['无', '无。', '暂无其他需要报告的事项。'])];
  return [
    rng.pick([
      `${facts.year}年度，${facts.organ.self}未收取信息处理费。`,
      `按照《政府信息公开信息处理费管理办法》，${facts.organ.self}本年度没有收取政府信息公开信息处理费。无其他需要报告的事项。`,
    ]),
  ];
}
