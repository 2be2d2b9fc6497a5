// Writes the pages in docs/rules out of each rule: its data, the words beside it, and its fixtures, carried out.

import { readFileSync } from 'node:fs';
import { checkReport, defaultSeverity } from '../../server/src/check.ts';
import type { Finding, RuleClass, Severity } from '../../server/src/findings/finding.ts';
import { EDIT_REFUSED_RULE } from '../../server/src/features/edit-refused.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import type { Rule, RuleInfo } from '../../server/src/rules/rule.ts';
import { REVIEW_RULES } from '../../server/src/units/rules/review-rules.ts';
import { plantedFindings } from '../units/in-memory.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { readExcerpts, readFixture } from '../support/fixture.ts';

const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', information: '信息', hint: '轻微提示' };
/** The sections somebody wrote, in `server/src/rules/ID.md`; the examples come before the limits. */
export const SECTIONS = ['检查内容', '理由', '依据', '处理办法', '适用范围'];
const CLASSES: readonly RuleClass[] = ['强制', '核实', '提示'];
const ADVICE: Readonly<Record<RuleClass, string>> = {
  强制: '强制性规则不建议调低级别。',
  核实: '经核实无误的，请用“填写核实说明…”写明原因，此后只作为信息显示。',
  提示: '',
};
/** More lines of an example would be a page of their own. */
const MAX_LINES = 12;
const MAX_SILENT = 2;
const MAX_FIXES = 3;

/** File name → text, of all the pages and of their list. */
export function rulePages(root: URL): ReadonlyMap<string, () => string> {
  return new Map([
    ['README.md', listOfRules],
    ...RULES.map((rule) => [`${rule.id}.md`, () => rulePage(rule, root)] as const),
    [`${EDIT_REFUSED_RULE.id}.md`, () => editRefusedPage(root)],
    ...REVIEW_RULES.map((rule) => [`${rule.id}.md`, () => reviewRulePage(rule, root)] as const),
  ]);
}

function listOfRules(): string {
  const groups = CLASSES.map((name) => {
    const rows = [...RULES, EDIT_REFUSED_RULE, ...REVIEW_RULES]
      .filter((rule) => rule.class === name)
      .map(({ id, summary }) => `| [${id}](${id}.md) | ${summary} |`);
    return `## ${name}\n\n| 规则 | 检查内容 |\n|---|---|\n${rows.join('\n')}\n`;
  });
  return `# 规则说明\n\n共${RULES.length + 1 + REVIEW_RULES.length}条规则，每条一页：${SECTIONS.slice(0, -1).join('、')}、示例、${SECTIONS.at(-1)}。第二、三、四部分的表格，下称表二、表三、表四。\n\n**强制**性规则检查统一格式的勾稽关系和结构、正文与表格的矛盾，应当改正；**核实**性规则提示需要核实之处，属实的可以不改；**提示**性规则只涉及写法。\n\n${groups.join('\n')}\n<!-- \`npm run generate\` -->\n`;
}

function rulePage(rule: Rule, root: URL): string {
  const written = readFileSync(new URL(`server/src/rules/${rule.id}.md`, root), 'utf8');
  const limits = written.indexOf(`## ${SECTIONS.at(-1)}`);
  return [
    `# ${rule.id}\n`,
    `${rule.class} · 默认显示为“${SEVERITY_WORDS[defaultSeverity(rule)]}”\n`,
    `${rule.summary}\n`,
    written.slice(0, limits),
    examples(rule.id, root),
    written.slice(limits),
    level(rule),
    `<!-- \`npm run generate\`; words: server/src/rules/${rule.id}.md; examples: test/rules/${rule.id}.fail.txt, ${rule.id}.pass.txt -->\n`,
  ]
    .map((part) => part.trimEnd())
    .join('\n\n')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .concat('\n');
}

/** A rule about many reports, with what it says of a planted mistake. */
function reviewRulePage(rule: RuleInfo, root: URL): string {
  const written = readFileSync(new URL(`server/src/units/rules/${rule.id}.md`, root), 'utf8');
  const limits = written.indexOf(`## ${SECTIONS.at(-1)}`);
  const [finding] = plantedFindings(rule.id);
  if (finding === undefined) throw new Error(`${rule.id} does not find its planted mistake`);
  return [
    `# ${rule.id}\n`,
    `${rule.class} · 默认显示为“${SEVERITY_WORDS[finding.severity]}”\n`,
    `${rule.summary}\n`,
    written.slice(0, limits),
    `## 示例\n\n显示为：\n\n> ${quote(finding.message)}`,
    written.slice(limits),
    `## 调整级别\n\n审核文件夹的 \`.gouji.json\` 中 \`"rules": { "${rule.id}": "off" }\`。级别：off（不检查）、hint（轻微提示）、information（信息）、warning（警告）、error（错误）。`,
    `<!-- \`npm run generate\`; words: server/src/units/rules/${rule.id}.md; example: test/units/in-memory.ts -->\n`,
  ]
    .map((part) => part.trimEnd())
    .join('\n\n')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .concat('\n');
}

/** What only the editor says, of what is typed. */
function editRefusedPage(root: URL): string {
  const { id, class: name, summary } = EDIT_REFUSED_RULE;
  const written = readFileSync(new URL(`server/src/features/${id}.md`, root), 'utf8');
  const note = `<!-- \`npm run generate\`; words: server/src/features/${id}.md -->`;
  return `# ${id}\n\n${name} · 默认显示为“${SEVERITY_WORDS.error}”\n\n${summary}\n\n${written.trimEnd()}\n\n${note}\n`;
}

function examples(id: string, root: URL): string {
  const fail = new URL(`test/rules/${id}.fail.txt`, root);
  const pass = new URL(`test/rules/${id}.pass.txt`, root);
  const [excerpt] = readExcerpts(fail);
  const [fixture] = readFixture(fail);
  if (excerpt === undefined || fixture === undefined) throw new Error(`${id} has no failing case`);
  const finding = checkReport(parseReport(fixture.text), { suppressions: fixture.suppressions, remains: fixture.remains }).findings.find(
    ({ rule }) => rule === id,
  );
  if (finding === undefined) throw new Error(`${id} does not find its own example`);
  // What stands beside the text has no wrong words to be shown.
  const isBeside = fixture.remains.size > 0;
  const silent = withoutRepeats([excerpt.valid, ...readExcerpts(pass).map(({ written }) => written)]).slice(1, MAX_SILENT + 1);
  return [
    '## 示例\n',
    isBeside ? '' : `有问题的写法：\n\n${block(excerpt.written)}`,
    said(finding),
    excerpt.valid === '' || isBeside ? '' : `正确的写法：\n\n${block(excerpt.valid)}`,
    silent.length === 0 ? '' : `以下写法不提示：\n\n${silent.map(block).join('\n\n')}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The same words in another layout or form are no further example; the first stays, and empty ones but the first go. */
function withoutRepeats(excerpts: readonly string[]): readonly string[] {
  const seen = new Set(['']);
  return excerpts.filter((excerpt, index) => {
    const words = excerpt
      .replaceAll(/ *[|\t] *| /gu, '\t')
      .replaceAll(/^\t+|\t+$/gmu, '')
      .trim();
    const isNew = !seen.has(words);
    seen.add(words);
    return isNew || index === 0;
  });
}

function said({ message, fixes }: Finding): string {
  const titles = fixes.slice(0, MAX_FIXES).map(({ title }) => `> - ${quote(title)}`);
  const more = fixes.length > MAX_FIXES ? [`> - ……共${fixes.length}条修改建议`] : [];
  const offered = titles.length === 0 ? [] : ['>', '> 修改建议：', '>', ...titles, ...more];
  return [`显示为：\n`, `> ${quote(message)}`, ...offered].join('\n');
}

function quote(words: string): string {
  return words.replaceAll('\n', ' ').replaceAll(/[*_`<>[\]]/gu, String.raw`\$&`);
}

function block(text: string): string {
  const lines = text.trimEnd().split('\n');
  const shown = lines.length > MAX_LINES ? [...lines.slice(0, MAX_LINES), '……'] : lines;
  return `\`\`\`text\n${shown.join('\n')}\n\`\`\``;
}

function level({ id, class: name }: Rule): string {
  return `## 调整级别\n\n设置 \`"gouji.rules": { "${id}": "off" }\`，命令行 \`--rule ${id}=off\`。级别：off（不检查）、hint（轻微提示）、information（信息）、warning（警告）、error（错误）。${ADVICE[name]}`;
}
