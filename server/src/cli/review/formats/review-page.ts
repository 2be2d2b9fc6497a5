// The review as a page to print: HTML that loads nothing, and Markdown; each finding stands once.

import { SEVERITY_WORDS } from '../../formats/paint.ts';
import { STATE_WORDS, UNIT_STATES, type Review, type ReviewedUnit } from '../../../units/review.ts';
import type { ReviewFinding } from '../../../units/rules/review-finding.ts';
import { lookLines } from '../../../units/look-words.ts';
import { explanations, nameOfRule, summaryWords, unitsByState, unitTable, whereWords } from './review-tables.ts';

const STYLE = `
body{font:15px/1.7 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","WenQuanYi Zen Hei",sans-serif;color:#1f2328;max-width:90rem;margin:2rem auto;padding:0 1.5rem}
h1{font-size:1.6rem}h2{font-size:1.25rem;border-bottom:1px solid #d0d7de;padding-bottom:.3rem;margin-top:2.2rem}h3{font-size:1.05rem;margin:1.6rem 0 .4rem}
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{border:1px solid #d0d7de;padding:.3rem .5rem;text-align:left;vertical-align:top}th{background:#f6f8fa}td.n{text-align:right}td:nth-child(4),td:nth-child(6){white-space:nowrap}
ol{padding-left:1.8rem}li{margin:.5rem 0}.where,.note{color:#57606a;font-size:.88rem}.tag{display:inline-block;border-radius:.3rem;padding:0 .45rem;font-size:.82rem;margin-right:.4rem;border:1px solid}
.error{color:#a40e26}.warning{color:#7d4e00}.information,.hint{color:#0550ae}
@media print{body{margin:0;max-width:none;font-size:12px}h3{break-after:avoid}li,tr{break-inside:avoid}}
`;

export function reviewHtml(review: Review): string {
  const units = unitsByState(review).filter(hasWords);
  const tables = unitTable(review);
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(titleOf(review))}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(titleOf(review))}</h1>
<p>${escapeHtml(summaryWords(review))}</p>
<ul>${explanations(review)
    .map((line) => `<li class="note">${escapeHtml(line)}</li>`)
    .join('')}</ul>
<h2>各机关</h2>
<table><thead><tr>${tables.header.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('')}</tr></thead><tbody>
${tables.rows.map((row) => `<tr>${row.map((cell) => `<td${typeof cell === 'number' ? ' class="n"' : ''}>${escapeHtml(cell === 0 ? '' : String(cell ?? ''))}</td>`).join('')}</tr>`).join('\n')}
</tbody></table>
${UNIT_STATES.map((state) => sectionHtml(state, units)).join('\n')}
</body>
</html>
`;
}

function sectionHtml(state: ReviewedUnit['state'], units: readonly ReviewedUnit[]): string {
  const own = units.filter((unit) => unit.state === state);
  if (own.length === 0) return '';
  return `<h2>${STATE_WORDS[state]}（${own.length}）</h2>\n${own.map(unitHtml).join('\n')}`;
}

function unitHtml({ entry, findings, look }: ReviewedUnit): string {
  const items = findings.map((finding) => `<li>${findingHtml(finding)}</li>`).join('\n');
  const lines = look === null ? [] : lookLines(look, entry.current);
  return `<section><h3>${escapeHtml(entry.unit.name)}</h3>
${entry.current === null ? '' : `<p class="where">${escapeHtml(entry.current.path)}</p>`}
${lines.length === 0 ? '' : `<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`}
<ol>${items}</ol></section>`;
}

function findingHtml(finding: ReviewFinding): string {
  const where = whereWords(finding);
  return `<span class="tag ${finding.severity}">${SEVERITY_WORDS[finding.severity]}</span>${escapeHtml(finding.message)}
<div class="where">${escapeHtml(nameOfRule(finding.rule))} ${escapeHtml(finding.rule)}${where.map((words) => `<br>${escapeHtml(words)}`).join('')}</div>`;
}

export function reviewMarkdown(review: Review): string {
  const units = unitsByState(review).filter(hasWords);
  const sections = UNIT_STATES.flatMap((state) => {
    const own = units.filter((unit) => unit.state === state);
    return own.length === 0 ? [] : [`## ${STATE_WORDS[state]}（${own.length}）\n`, ...own.map(unitMarkdown)];
  });
  return [
    `# ${escapeMarkdown(titleOf(review))}\n`,
    `${escapeMarkdown(summaryWords(review))}。\n`,
    `${explanations(review)
      .map((line) => `- ${escapeMarkdown(line)}`)
      .join('\n')}\n`,
    ...sections,
  ].join('\n');
}

function unitMarkdown({ entry, findings, look }: ReviewedUnit): string {
  const items = findings.map((finding, index) => {
    const where = whereWords(finding);
    return [
      `${index + 1}. **${SEVERITY_WORDS[finding.severity]}** ${escapeMarkdown(finding.message)} \`${finding.rule}\``,
      ...where.map((words) => `   - ${escapeMarkdown(words)}`),
    ].join('\n');
  });
  const lines =
    look === null
      ? []
      : [
          lookLines(look, entry.current)
            .map((line) => `- ${escapeMarkdown(line)}`)
            .join('\n'),
          '',
        ];
  return [
    `### ${escapeMarkdown(entry.unit.name)}\n`,
    ...(entry.current === null ? [] : [`${escapeMarkdown(entry.current.path)}\n`]),
    ...lines,
    ...items,
    '',
  ].join('\n');
}

function hasWords({ findings, look }: ReviewedUnit): boolean {
  return findings.length > 0 || look !== null;
}

function titleOf({ year }: Review): string {
  return `${year ?? ''}年度政府信息公开工作年度报告审核结果`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}]/gu, ' ').replaceAll(/[&<>"']/gu, (character) => ENTITIES[character] ?? character);
}

/** On one line, and every mark of Markdown as it stands. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .replaceAll(/[\\`*_{}[\]<>#|~!&]/gu, (character) => (character === '<' ? '&lt;' : character === '&' ? '&amp;' : `\\${character}`));
}
