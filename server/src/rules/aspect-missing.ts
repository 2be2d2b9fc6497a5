// Rule: part one leaves out one of the five aspects, under every name.

import { isInForce } from '../forms/index.ts';
import { bodyOf } from './shared/prose.ts';
import type { Rule } from './rule.ts';
import { allOf, headed } from '../findings/wording.ts';

/** 国办公开办函〔2021〕30号: 主动公开、依申请公开、政府信息管理、平台建设、监督保障; any of the words stands for the aspect. */
const ASPECTS: readonly (readonly [name: string, words: RegExp])[] = [
  ['主动公开', /主动公开|主动发布|公开政府信息|发布(?:各类)?信息/u],
  ['依申请公开', /依申请|公开申请|申请公开/u],
  ['政府信息管理', /信息管理|资讯管理|信息资源|规范性文件|三审|审核|审查|公开属性|清理|目录/u],
  ['政府信息公开平台建设', /平台|网站|新媒体|公众号|专栏|公开栏|专区|查阅点/u],
  ['监督保障', /监督|保障|考核|培训|评议|责任追究|问责/u],
];
/** The characters of those words that have another shape in traditional writing. */
const TRADITIONAL = '動開請發佈規範審屬錄網體眾號專欄區閱點監訓評議責問臺資訊';
const SIMPLIFIED = '动开请发布规范审属录网体众号专栏区阅点监训评议责问台资讯';

const ANY_TRADITIONAL = new RegExp(`[${TRADITIONAL}]`, 'gu');

function inSimplified(text: string): string {
  return text.replaceAll(ANY_TRADITIONAL, (character) => SIMPLIFIED[TRADITIONAL.indexOf(character)] ?? character);
}

/** Less is a draft that has only begun. */
const MIN_LENGTH = 40;

export const aspectMissing: Rule = {
  id: 'aspect-missing',
  name: '总体情况的方面',
  class: '提示',
  summary: '第一部分没有写到五个方面中的某一个（主动公开、依申请公开、政府信息管理、平台建设、监督保障）。',
  check({ report }) {
    if (!isInForce({ since: '2021' }, report.detectedForm.form)) return [];
    const body = bodyOf(report, 'overview');
    if (body === null || body.text.length < MIN_LENGTH) return [];
    const unmet = ASPECTS.filter(([, words]) => !words.test(body.text));
    const text = unmet.length === 0 ? '' : inSimplified(body.text);
    const missing = unmet.filter(([, words]) => !words.test(text)).map(([name]) => `“${name}”`);
    if (missing.length === 0) return [];
    const head = headed('第一部分没有写到', missing);
    return [
      {
        key: missing,
        message: `${head}。${allOf(head, missing, '个方面')}国办公开办函〔2021〕30号列出总体情况主要包括的五个方面。请补写。`,
        span: body.section.heading,
      },
    ];
  },
};
