// Words for readiness and its obstacles: one table for the command line, the status and the folder check.

import type { ObstacleKind, Readiness } from './judge.ts';

export type Tongue = 'zh' | 'en';

/** `#` is the count; of two the first is for one. */
const WORDS: Readonly<Record<ObstacleKind, Readonly<Record<Tongue, readonly [string, string]>>>> = {
  errors: { zh: ['错误#处', '错误#处'], en: ['# error', '# errors'] },
  broken: { zh: ['勾稽关系#条不成立', '勾稽关系#条不成立'], en: ['# broken equation', '# broken equations'] },
  'to-verify': { zh: ['待核实#处', '待核实#处'], en: ['# to verify', '# to verify'] },
  unchecked: { zh: ['勾稽关系#条未核对', '勾稽关系#条未核对'], en: ['# equation not checked', '# equations not checked'] },
  unread: { zh: ['#格未读取', '#格未读取'], en: ['# cell not read', '# cells not read'] },
  blanks: { zh: ['未填#格', '未填#格'], en: ['# cell blank', '# cells blank'] },
  'empty-parts': { zh: ['#个部分没有内容', '#个部分没有内容'], en: ['# part empty', '# parts empty'] },
  silenced: { zh: ['不再提示的问题#处', '不再提示的问题#处'], en: ['# problem hidden', '# problems hidden'] },
  waiting: {
    zh: ['正在输入，#处稍后提示', '正在输入，#处稍后提示'],
    en: ['# problem to be shown when typing ends', '# problems to be shown when typing ends'],
  },
};

const READY: Readonly<Record<Tongue, string>> = { zh: '可以报送', en: 'Ready' };
const NOT_YET: Readonly<Record<Tongue, string>> = { zh: '暂不可报送', en: 'Not ready' };
const SEPARATOR: Readonly<Record<Tongue, readonly [string, string]>> = { zh: ['：', '，'], en: [': ', ', '] };

/** 错误2处 */
export function obstacleWords({ kind, count }: { readonly kind: ObstacleKind; readonly count: number }, tongue: Tongue = 'zh'): string {
  const [one, more] = WORDS[kind][tongue];
  return (count === 1 ? one : more).replace('#', String(count));
}

/** 可以报送, or 暂不可报送：错误2处，未填3格. */
export function readinessWords({ ready, obstacles }: Pick<Readiness, 'ready' | 'obstacles'>, tongue: Tongue = 'zh'): string {
  if (ready) return READY[tongue];
  const [colon, comma] = SEPARATOR[tongue];
  return [NOT_YET[tongue], obstacles.map((each) => obstacleWords(each, tongue)).join(comma)].filter((words) => words !== '').join(colon);
}
