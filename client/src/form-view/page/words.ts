// The words of the form view itself. What speaks of the report comes from the server, or is printed on the form.

type Tongue = 'zh' | 'en';

const WORDS = {
  waiting: { zh: '正在读取…', en: 'Reading…' },
  'no-report': {
    zh: '文本未识别为年报：以下为此前读取的内容，暂不能填写',
    en: 'The text is not recognised as a report. What was read before is shown and cannot be filled in',
  },
  'no-server': {
    zh: '检查服务未运行：以下为此前读取的内容，暂不能填写',
    en: 'The checking service is not running. What was read before is shown and cannot be filled in',
  },
  'nothing-read': {
    zh: '没有可以显示的内容：文本未识别为年报，或检查服务未运行',
    en: 'Nothing to show: the text is not recognised as a report, or the checking service is not running',
  },
  readonly: { zh: '只读文稿：可以查看，不能填写', en: 'This document is read-only: it can be viewed and cannot be filled in' },
  blank: { zh: '未填', en: 'blank' },
  unreadable: { zh: '不是数字', en: 'not a number' },
  absent: { zh: '未读取', en: 'not read' },
  expected: { zh: '应为', en: 'expected' },
  total: { zh: '总计', en: 'total' },
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  information: { zh: '信息', en: 'info' },
  hint: { zh: '提示', en: 'hint' },
  'part-missing': { zh: '文稿中没有这一部分', en: 'This part is not in the text' },
  'table-missing': { zh: '文稿中没有这张表。填入第一个数时补上整张表', en: 'This table is not in the text. It is put in with the first number' },
  'table-unreadable': { zh: '这张表未读取：请对照文本中的下列内容', en: 'This table was not read. Compare the text below' },
  'table-empty': { zh: '这张表只有项目名称，没有读取到单元格', en: 'This table has row labels only; no cells were read' },
  'table-unplaced': {
    zh: '这张表的数未能对应到单元格：请在文本中核对',
    en: 'The numbers of this table could not be matched to cells. Check them in the text',
  },
  'take-total': { zh: '填入', en: 'Fill in' },
  'take-hint': { zh: '在单元格中按 = 也可以', en: 'or press = in the cell' },
  equations: { zh: '勾稽', en: 'Equations' },
  colon: { zh: '：', en: ': ' },
  'cell-equations': { zh: '本格的勾稽关系', en: 'Equations of this cell' },
  findings: { zh: '问题', en: 'Problems' },
  'other-findings': { zh: '其他问题', en: 'Other problems' },
  'in-text': { zh: '在文本中查看', en: 'Show in the text' },
  'no-actions': { zh: '没有可以直接应用的修改建议', en: 'No fix to apply here' },
  'last-year': { zh: '上年', en: 'Last year' },
  'show-last-year': { zh: '显示上年的数', en: 'Show last year' },
  larger: { zh: '放大', en: 'Larger' },
  smaller: { zh: '缩小', en: 'Smaller' },
  print: { zh: '打印…', en: 'Print…' },
  'copy-table': { zh: '复制本表', en: 'Copy table' },
  'copy-page': { zh: '复制为 HTML', en: 'Copy as HTML' },
  copied: { zh: '已复制', en: 'Copied' },
  conflict: { zh: '文本中此格已改为', en: 'In the text this cell now says' },
  form: { zh: '年报版式', en: 'Form view of the report' },
  card: { zh: '所在单元格', en: 'Current cell' },
  keys: { zh: '回车向下，Tab 向右，Esc 撤回本格，= 填入总计', en: 'Enter: down; Tab: right; Esc: take back; =: fill in the total' },
  'before-title': { zh: '标题', en: 'Title' },
} as const satisfies Readonly<Record<string, Readonly<Record<Tongue, string>>>>;

export type Word = keyof typeof WORDS;

let tongue: Tongue = 'zh';

/** Chinese where VS Code is, else English. */
export function speak(language: string): void {
  tongue = /^zh\b/iu.test(language) ? 'zh' : 'en';
}

export function word(name: Word): string {
  return WORDS[name][tongue];
}

export function inTongue(words: Readonly<Record<Tongue, string>>): string {
  return words[tongue];
}

/** A blank among the addends. */
export function sumInTongue(sum: string): string {
  return tongue === 'zh' ? sum : sum.replaceAll('空', word('blank'));
}

/** Between parts of a name that is read out. */
export function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(tongue === 'zh' ? '，' : ', ');
}
