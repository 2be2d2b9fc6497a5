// Steps in which a report is typed: key by key in the tables, word by word in the text, tag by tag in markup.

/** Where tables begin and end: the headings of parts two and five. */
const TABLES_BEGIN = /主动公开政府信息情况/u;
const TABLES_END = /存在的主要问题及改进情况/u;
/** An input method commits words; tags, rulings and padding are completed by the editor. */
const WORD = /<[^>]*>|\r\n|\d|[\u4e00-\u9fff]{1,6}|[^]/gu;
const KEY = /<[^>]*>|\r\n| +|-+|[^]/gu;

/** The lengths of the text after each step, from the first to the whole. */
export function stepsOf(text: string): readonly number[] {
  const begin = TABLES_BEGIN.exec(text)?.index ?? text.length;
  const end = TABLES_END.exec(text)?.index ?? text.length;
  const steps: number[] = [];
  const type = (from: number, to: number, unit: RegExp): void => {
    for (const match of text.slice(from, to).matchAll(unit)) steps.push(from + match.index + match[0].length);
  };
  type(0, begin, WORD);
  type(begin, end, KEY);
  type(end, text.length, WORD);
  return steps;
}
