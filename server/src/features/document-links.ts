// textDocument/documentLink: articles of 条例 lead to our own page, never to the network. Only articles whose points are
// confirmed are linked.

import { ARTICLES } from '../forms/law.ts';
import type { Report } from '../parse/model.ts';
import type { Span } from '../text/span.ts';
import { ZERO_WIDTH_SPACE } from '../text/fold.ts';
import { MAX_LINKS } from './limits.ts';

export interface ArticleLink {
  readonly span: Span;
  /** As cited: 第十四条. */
  readonly article: string;
}

const NUMERAL = '[一二三四五六七八九十]';
const ARTICLE = `第${NUMERAL}{1,4}条(?:第${NUMERAL}款)?(?:第\\(?${NUMERAL}{1,3}\\)?项)?`;
/** By name, so that 第十四条 of another law is left alone: a longer title in 《》 is another law. */
const LAW = '(?:《(?:中华人民共和国)?(?:政府信息公开)?条例》|(?:中华人民共和国)?政府信息公开条例|本条例)';
const CITED = new RegExp(`${LAW}(?:\\([^()]{1,30}\\))?${ARTICLE}(?:(?:、|,|和|及|或|与|以及)${ARTICLE})*`, 'gu');
/** The blocks of table two are named after the article alone. */
const BLOCK = new RegExp(`(?<!》)第二十条第\\(?[一五六八九]\\)?项`, 'gu');

const known: ReadonlySet<string> = new Set(ARTICLES.map(({ name }) => name));

/** In the order of the text. */
export function articleLinks(report: Report): readonly ArticleLink[] {
  const proactive = report.sections.find(({ id }) => id === 'proactive')?.span;
  const cited = cutBetween(report, { start: 0, end: report.text.length }, CITED).flatMap((stream) => articlesIn(stream));
  const blocks = proactive === undefined ? [] : cutBetween(report, proactive, BLOCK).flatMap((stream) => articlesIn(stream));
  const links = [...cited, ...blocks.filter(({ span }) => !cited.some((other) => other.span.start === span.start))];
  return links.toSorted((one, other) => one.span.start - other.span.start).slice(0, MAX_LINKS);
}

/** Text without blanks and line breaks, each character with its offset: citations are broken over lines and cells. */
interface Stream {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** The matches of a pattern in a part of the report. */
function cutBetween({ folded }: Report, { start, end }: Span, pattern: RegExp): readonly Stream[] {
  const offsets: number[] = [];
  let text = '';
  for (let offset = start; offset < end; offset++) {
    const character = folded.charAt(offset);
    if (character === ZERO_WIDTH_SPACE || /\s/u.test(character)) continue;
    text += character;
    offsets.push(offset);
  }
  return [...text.matchAll(pattern)].map((match) => ({
    text: match[0],
    offsets: offsets.slice(match.index, match.index + match[0].length),
  }));
}

function articlesIn({ text, offsets }: Stream): readonly ArticleLink[] {
  return [...text.matchAll(new RegExp(ARTICLE, 'gu'))].flatMap((match) => {
    const article = /^第.+?条/u.exec(match[0])?.[0] ?? '';
    const start = offsets[match.index];
    const last = offsets[match.index + match[0].length - 1];
    return known.has(article) && start !== undefined && last !== undefined ? [{ span: { start, end: last + 1 }, article }] : [];
  });
}
