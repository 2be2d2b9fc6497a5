// What stands in a report outside its tables, as paragraphs: lines that a copy broke are joined, marks of Markdown are taken off.

import type { PrintedParagraph } from '../../documents/printed.ts';
import { filledLines } from '../../parse/prose/words/prose-spans.ts';
import { isPageMark } from '../../parse/tables/lines/noise.ts';
import type { Report } from '../../parse/model.ts';
import { fold, radicalTarget } from '../../text/fold.ts';
import { hanOf } from '../../text/han.ts';
import type { Span } from '../../text/span.ts';
import { tablesOfSection } from '../../forms/index.ts';
import type { SectionId } from '../../forms/form.ts';

/** A line of so many characters was broken by the width of a page, a shorter one by its writer. */
const MIN_BROKEN_LINE = 26;
/** The page of a PDF ends within a sentence: its end leaves an empty line. */
const MAX_BREAKS = 2;
/** A line of a header that a narrow column broke. */
const MAX_HEADER_PIECE = 14;
const MAX_SUB_HEADING = 40;
const MAX_SIGNATURE = 40;

/** Paragraphs of a stretch that is prose. */
export function proseParagraphs(report: Report, span: Span): readonly PrintedParagraph[] {
  return joined(report, filledLines(report.folded, span)).map((text) => ({ kind: 'paragraph', role: roleOf(text), text }));
}

/** Lines of a stretch in which nobody knows what is a table: each as it stands. */
export function plainLines(report: Report, span: Span): readonly PrintedParagraph[] {
  return filledLines(report.folded, span).map((line) => ({ kind: 'paragraph', role: 'body', text: lineText(report, line) }));
}

/** Header rows of a table stand directly before its first label, often broken within words; the table brings its own. */
export function withoutHeaders<Paragraph extends { readonly text: string }>(
  { detectedForm: { form } }: Pick<Report, 'detectedForm'>,
  section: SectionId,
  paragraphs: readonly Paragraph[],
): readonly Paragraph[] {
  const specs = tablesOfSection(form, section);
  const words = specs.flatMap(({ heading, corner, columns, rows }) => [
    heading ?? '',
    corner,
    ...columns.flatMap(({ label, aliases, groups = [] }) => [label, ...aliases, ...groups]),
    ...rows.flatMap(({ enumerator, label, groups }) => [enumerator, label, ...groups]),
  ]);
  const known = words
    .map((word) => hanOf(word))
    .filter((word) => word !== '')
    .toSorted((one, other) => other.length - one.length);
  const whole = known.join('\n');
  const characters = new Set(whole);
  const isHeader = ({ text }: Paragraph) => {
    const han = hanOf(fold(text));
    if (isDelimited(text)) return true;
    if (/[0-9a-z。]/iu.test(fold(text))) return false;
    const rest = known.reduce((left, word) => left.replaceAll(word, ''), han);
    return whole.includes(han) || (rest.length <= MAX_HEADER_PIECE && [...rest].every((character) => characters.has(character)));
  };
  const last = paragraphs.findLastIndex((paragraph) => !isHeader(paragraph));
  return paragraphs.slice(0, last + 1).filter(({ text }) => !isDelimited(text));
}

/** Behind bars and tabs nobody writes sentences. */
function isDelimited(text: string): boolean {
  return /[|\t]/u.test(text);
}

/** The organ and the date that close a report stand at the right. */
export function withSignature(paragraphs: readonly PrintedParagraph[]): readonly PrintedParagraph[] {
  const date = paragraphs.findLastIndex(({ text }) =>
    /^[0-9〇一二三四五六七八九十]{4}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日$/u.test(fold(text)),
  );
  if (date === -1 || date !== paragraphs.length - 1) return paragraphs;
  const organ = paragraphs[date - 1];
  const isOrgan = organ !== undefined && organ.role === 'body' && organ.text.length <= MAX_SIGNATURE && !/[，。；：]/u.test(fold(organ.text));
  return paragraphs.map((paragraph, index) => (index === date || (isOrgan && index === date - 1) ? { ...paragraph, role: 'signature' as const } : paragraph));
}

function joined(report: Report, lines: readonly Span[]): readonly string[] {
  const texts: string[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const text = lineText(report, line);
    if (text === '' || isPageMark(text)) return;
    if (before !== undefined && texts.length > 0 && goesOn(report, before, line)) texts[texts.length - 1] += text;
    else texts.push(text);
  });
  return texts;
}

function goesOn({ folded }: Report, before: Span, line: Span): boolean {
  const between = folded.slice(before.end, line.start);
  if (before.end - before.start < MIN_BROKEN_LINE || (between.match(/\r\n|[\r\n]/gu)?.length ?? 0) > MAX_BREAKS) return false;
  // Whoever indents begins a paragraph.
  if (/[\r\n]\s{2,}$/u.test(between)) return false;
  const [end, start] = [folded.slice(Math.max(before.start, before.end - 1), before.end), folded.slice(line.start, line.start + 8)];
  return !/[。!?;:.”"]/u.test(end) && !/^(?:\(?[一二三四五六七八九十]{1,3}[、)]|[0-9]{1,2}[.、]|第[一二三四五六七八九十])/u.test(start);
}

/** As written; of markup what is left when its tags are taken for blanks. */
export function lineText({ text, folded }: Pick<Report, 'text' | 'folded'>, { start, end }: Span): string {
  const source = text.includes('<t') ? folded : text;
  return (
    source
      .slice(start, end)
      .replaceAll(/\s+/gu, (blanks) => (blanks.length > 1 ? ' ' : blanks))
      // Radicals look like the characters they stand for, and are not found by whoever searches.
      .replaceAll(/[\u2e80-\u2fdf]/gu, (character) => radicalTarget(character) ?? character)
      .replace(/^#{1,6}\s+/u, '')
      .replaceAll('**', '')
      .trim()
  );
}

function roleOf(text: string): PrintedParagraph['role'] {
  return /^[（(][一二三四五六七八九十]{1,3}[）)]/u.test(text) && text.length <= MAX_SUB_HEADING && !/[。；]/u.test(text) ? 'sub-heading' : 'body';
}
