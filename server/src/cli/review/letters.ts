// Return letters: what a unit has to mend, courteous and numbered, by a template that an office may replace.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Review, ReviewedUnit } from '../../units/review.ts';
import { errorCode, whyNot } from '../system-errors.ts';
import { lookLines } from '../../units/look-words.ts';
import { escapeHtml, escapeMarkdown } from './formats/review-page.ts';
import { whereWords } from './formats/review-tables.ts';

export interface Letter {
  /** Without its extension. */
  readonly name: string;
  readonly markdown: string;
  readonly html: string;
}

/** A template of the office's own, in the root of the review. */
const TEMPLATE_FILE = join('.gouji', 'letter.md');

const TEMPLATE = `# 关于{{机关}}{{年度}}年度政府信息公开工作年度报告的审核意见

{{机关}}：

{{来文}}

{{必须修改}}

{{请予核实}}

{{供参考}}

{{复核}}

{{结语}}

{{日期}}
`;

const CLOSING = '请对照登记台账逐项核实，改正后重新报送；经核实无误的，请附说明。如有疑问，请与我们联系。感谢支持配合。';
const REMINDER = '请抓紧编制并报送；已经报送或者机关撤并的，请告知我们。感谢支持配合。';

/** The office's template, or ours; a problem where it is there and cannot be read. */
export function letterTemplate(root: string): { readonly text: string } | { readonly problem: string } {
  try {
    return { text: readFileSync(join(root, TEMPLATE_FILE), 'utf8') };
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? { text: TEMPLATE } : { problem: `${TEMPLATE_FILE}：${whyNot(error)}` };
  }
}

/** For every unit that has something to do; who is done gets none. */
export function lettersOf(review: Review, template: string): readonly Letter[] {
  return review.units.flatMap((unit) => {
    if (unit.state === 'done' || (unit.entry.current === null && unit.findings.length === 0)) return [];
    return [letterOf(unit, review, template)];
  });
}

function letterOf(unit: ReviewedUnit, review: Review, template: string): Letter {
  const { entry, findings, look } = unit;
  // That nothing came is said above, in words for the unit.
  const of = (severities: readonly string[]) => findings.filter(({ severity, rule }) => severities.includes(severity) && rule !== 'unit-absent');
  const isAbsent = entry.current === null;
  const year = String(review.year ?? '');
  const fields: Readonly<Record<string, string>> = {
    机关: escapeMarkdown(entry.unit.name),
    年度: year,
    期限: review.due ?? '',
    日期: chineseDay(review.asOf),
    来文: isAbsent
      ? `截至${chineseDay(review.asOf)}，尚未收到你单位${year}年度政府信息公开工作年度报告${review.due === null ? '' : `（报送期限为${chineseDay(review.due)}）`}。`
      : `你单位报送的${year}年度政府信息公开工作年度报告收悉。经审核，有关意见如下：`,
    必须修改: listOf(isAbsent ? '情况如下：' : '请修改以下内容：', of(['error'])),
    请予核实: listOf('请核实以下内容：', of(['warning'])),
    供参考: listOf('以下内容供修改时参考：', of(['information', 'hint'])),
    复核:
      look === null
        ? ''
        : lookLines(look, entry.current)
            .map((line) => `- ${escapeMarkdown(line)}`)
            .join('\n'),
    结语: isAbsent ? REMINDER : CLOSING,
  };
  const markdown = filled(template, fields);
  return { name: entry.unit.name, markdown, html: htmlOf(markdown, entry.unit.name) };
}

/** Blocks whose fields say nothing fall away with their blank lines; fields that nobody knows stay, to be seen. */
function filled(template: string, fields: Readonly<Record<string, string>>): string {
  const text = template.replaceAll('\r\n', '\n').replaceAll(/\{\{([^{}\n]+)\}\}/gu, (whole, name: string) => fields[name.trim()] ?? whole);
  return `${text.replaceAll(/\n{3,}/gu, '\n\n').trim()}\n`;
}

function listOf(opening: string, findings: ReviewedUnit['findings']): string {
  if (findings.length === 0) return '';
  const items = findings.map((finding, index) => {
    const where = whereWords(finding);
    return `${index + 1}. ${escapeMarkdown(finding.message)}${where.length === 0 ? '' : `（${where.map(escapeMarkdown).join('；')}）`}`;
  });
  return [opening, '', ...items].join('\n');
}

/** 2026年1月31日 */
function chineseDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}

/** A line that is a date is where a letter is signed; nothing of it is matched. */
export const DAY = /^(?=\d{4}年\d{1,2}月\d{1,2}日$)/u;

/** Whom a letter is to, under its title: it stands at the margin, the paragraphs below it two characters in. */
export function isSalutation(blocks: readonly string[], at: number): boolean {
  return at === 1 && blocks[0]?.startsWith('# ') === true && blocks[1]?.trimEnd().endsWith('：') === true;
}

/** What the letter consists of and nothing else: headings, numbered and plain lists, paragraphs. */
function htmlOf(markdown: string, title: string): string {
  const blocks = markdown
    .split(/\n{2,}/u)
    .filter((block) => block.trim() !== '')
    .map((block, at, blocks) => {
      const lines = block.split('\n').map((line) => plain(line));
      const [first = ''] = lines;
      if (first.startsWith('# ')) return `<h1>${escapeHtml(first.slice(2))}</h1>`;
      if (/^\d+\. /u.test(first)) return `<ol>${lines.map((line) => `<li>${escapeHtml(line.replace(/^\d+\. /u, ''))}</li>`).join('')}</ol>`;
      if (first.startsWith('- ')) return `<ul>${lines.map((line) => `<li>${escapeHtml(line.slice(2))}</li>`).join('')}</ul>`;
      const role = isSalutation(blocks, at) ? ' class="to"' : DAY.test(first) ? ' class="day"' : '';
      return `<p${role}>${lines.map(escapeHtml).join('<br>')}</p>`;
    });
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>body{font:16px/1.9 "FangSong","STFangsong","Noto Serif CJK SC",serif;max-width:44rem;margin:3rem auto;padding:0 1.5rem}h1{font-size:1.4rem;text-align:center;line-height:1.5}p{text-indent:2em}.to{text-indent:0}.day{text-align:right}li{margin:.4rem 0}@media print{body{margin:0;max-width:none}}</style>
</head>
<body>
${blocks.join('\n')}
</body>
</html>
`;
}

/** Without the marks that keep Markdown from taking a sign for its own. */
export function plain(markdown: string): string {
  return markdown
    .replaceAll(/\\([\\`*_{}[\]<>#|~!])/gu, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}
