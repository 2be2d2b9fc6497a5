// What a machine can tell of the words people read: terms of docs/glossary.md, lengths, spacing, quotation marks.
// Part of `npm run check`; `npm run words` measures.

import { strings } from './strings.mjs';

const MAX_FIRST_SENTENCE = 40;
const MAX_TITLE = 40;

/** Words that were given up, and what stands for them. */
const TERMS = [
  ['嫌疑', '疑点'],
  ['平衡', '成立'],
  ['不平', '不成立'],
  ['行名', '项目名称'],
  ['格子', '单元格'],
  ['版面', '排版'],
  ['排法', '排版'],
  ['插件', '扩展'],
  ['语言服务(?!器)', '检查服务'],
  ['读不懂', '格式有误，无法读取'],
  ['说得通', '口径'],
  ['旁边', '同一文件夹'],
  ['联动', '一并修改'],
  ['不再报告', '不再提示'],
  ['申请办理情况表', '表三'],
  ['复议诉讼情况表', '表四'],
  ['没有读到|没有读取|读不到', '未读取'],
  ['「|」', '“ ”'],
  ['”、“', '”“'],
  [
    '(?<!改为|应为|现为|补填|写作|保留|合为|拆成|漏了|和|的|为|由|因) \\d+(?=[\\u4e00-\\u9fff])|[\\u4e00-\\u9fff](?<!改为|应为|现为|补填|写作|保留|合为|拆成|漏了|和|的|为|由|填|值|约) (?=\\d+(?:[\\u4e00-\\u9fff]|$))',
    '汉字与数字之间不空格',
  ],
].map(([pattern, instead]) => [new RegExp(pattern, 'u'), instead]);

/** Why a first sentence or a title may be longer: what it quotes cannot be cut. */
const LONGER = [];

const problems = strings().flatMap(({ kind, where, text }) => {
  const found = TERMS.flatMap(([pattern, instead]) => (pattern.test(text) ? [`${pattern.source} → ${instead}`] : []));
  const [first = ''] = text.split('。');
  if (kind === 'message' && first.length > MAX_FIRST_SENTENCE && !LONGER.some((why) => why.test(first))) found.push(`first sentence of ${first.length}`);
  if (kind === 'title' && text.length >= MAX_TITLE) found.push(`title of ${text.length}`);
  if (kind === 'title' && (text.match(/改为/gu) ?? []).length > 2) found.push('more than two cells in a title');
  return found.map((problem) => `${where}: ${problem}: ${text}`);
});

const told = [...new Set(problems)];
for (const problem of told) console.error(problem);
if (told.length > 0) process.exitCode = 1;
