// Rule: placeholders of the template left unfilled.

import { matchesIn } from './shared/prose.ts';
import type { Rule } from './rule.ts';
import { allOf, headed, quoted } from '../findings/wording.ts';
import { MAX_LABEL_QUOTED, MAX_LISTED, MAX_RELATED } from '../findings/limits.ts';

/** Crosses behind a surname hide a person's name, where the words around them speak of a person: 申请人张××, 李××诉. */
const SURNAME =
  '[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤]';
const PERSON_BEFORE = `(?:申请人|原告|被告|第三人|当事人|上诉人|居民|村民|公民|市民|群众)${SURNAME}`;
const PERSON_BEHIND = '(?:诉|不服|先生|女士|同志|等[0-9一二三四五六七八九十两]+人)';

/** A run of crosses that is no person's name. */
function crosses(sign: string, around: { readonly before: string; readonly behind: string }): RegExp {
  const run = `${sign}{2,}(?!${sign})${around.behind}`;
  return new RegExp(`(?<!${sign})${around.before}(?<!${PERSON_BEFORE})(?:(?<!${SURNAME})${run}|${run}(?!${PERSON_BEHIND}))`, 'u');
}

/** What templates leave where something is to be put in; brackets as the folded text has them. */
const RESIDUES: readonly RegExp[] = [
  // A letter or a cross where one number is due: 发布会N场.
  /(?<=[\u4e00-\u9fff])[XxN×](?=(?:件|条|次|场|期|个|份|项|篇|家|处|人次|人|万元|元)(?![A-Za-z]))/u,
  // 2024年X月X日, 2024年__月__日
  /20[0-9]{2}年(?:[Xx×](?![Xx×])|[ _]{1,8})月(?:(?:[Xx×](?![Xx×])|[ _]{1,8})日)?/u,
  // XX局, ××市
  crosses('[Xx]', { before: '(?<![A-Za-z])', behind: '(?![A-Za-z])' }),
  crosses('[×✕]', { before: '', behind: '' }),
  // ____
  /(?<![_\w])_{3,}(?![_\w])/u,
  // （单位名称）, [年份], 【请填写】
  /\((?:单位名称|机关名称|单位全称|文字描述|此处填写|请填写|填写|待补充|待填)[^()\n]{0,30}\)/u,
  /\[(?:单位名称|年份|数字|此处|请填写|待)[^[\]\n]{0,20}\]/u,
  /【(?:单位|机关|年份|数字|此处|请填写|待)[^【】\n]{0,20}】/u,
  /(?<![\u4e00-\u9fff])TODO(?![A-Za-z])/u,
];
/** Each of them begins with one of these; nearly all of a text is passed over so. */
const BEGINNING = '(?=[XxN×✕2_([【T])';
const RESIDUE = new RegExp(`${BEGINNING}(?:${RESIDUES.map(({ source }) => source).join('|')})`, 'gu');

export const placeholder: Rule = {
  id: 'placeholder',
  name: '占位文字',
  class: '强制',
  summary: '文中留有模板的占位文字，例如XX、××、____、（单位名称）。',
  check({ report }) {
    const found = matchesIn(report, RESIDUE);
    const [first] = found;
    if (first === undefined) return [];
    const words = [...new Set(found.map(({ span }) => report.text.slice(span.start, span.end)))];
    const shown = words.map((each) => `“${quoted(each, MAX_LABEL_QUOTED)}”`);
    const head = headed(`文中有${found.length}处没有填写：`, shown);
    return [
      {
        key: [`文中有${found.length}处没有填写`, ...words.slice(0, MAX_LISTED)],
        message: `${head}。${allOf(head, shown, '处')}这是模板留下的占位文字。请换成实际内容。`,
        span: first.span,
        related: found.slice(1, MAX_RELATED).map(({ span }) => ({ message: '没有填写', span })),
      },
    ];
  },
};
