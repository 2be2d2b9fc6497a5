// Generates `docs/law.md` from the forms (`npm run generate`), and finds the line of an article in it.

import { BASIS } from '../forms/basis.ts';
import { printedLabel } from '../forms/form.ts';
import { FORMS_NEWEST_FIRST } from '../forms/index.ts';
import { ARTICLES } from '../forms/law.ts';

const HEAD = `# 《中华人民共和国政府信息公开条例》要点

本页摘编与年度报告有关的要点，并非条文原文，也未收全。引用条文，请以国务院公布的文本为准（国务院令第711号，2019年5月15日起施行）。

本页与悬停提示出自同一份数据。
`;

export function lawPage(): string {
  const articles = ARTICLES.map(({ name, points }) => {
    const items = [...points, ...rowsOn(name)].map((point) => `- ${point}`);
    return `## ${name}\n\n${items.join('\n')}\n`;
  });
  return [HEAD, ...articles].join('\n');
}

/** Article → the line of its heading, 1-based. */
export function articleLines(): ReadonlyMap<string, number> {
  const lines = lawPage().split('\n');
  return new Map(ARTICLES.map(({ name }) => [name, lines.indexOf(`## ${name}`) + 1]));
}

/** What the rows of the report count that rest on the article, one line a row or block. */
function rowsOn(article: string): readonly string[] {
  return Object.entries(BASIS).flatMap(([id, { counts, articles }]) =>
    articles
      .map((cited) => cited.replace('《条例》', ''))
      .filter((cited) => cited.startsWith(article))
      .map((cited) => `年报中${namesOf(id)}：${counts}${cited === article ? '' : `（${cited}）`}。`),
  );
}

/** “1.属于国家秘密”; a block of table two by its rows. */
function namesOf(basis: string): string {
  const rows = FORMS_NEWEST_FIRST.flatMap((form) => form.tables.flatMap((table) => table.rows)).filter((row) => row.basis.includes(basis));
  return [...new Set(rows.map((row) => `“${printedLabel(row).replace(/“(.+?)”/u, '‘$1’')}”`))].join('');
}
