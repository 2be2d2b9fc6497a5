// Edits that fill a report into the text of another document of its form: numbers by cell, the title, and the prose of each part.

import type { CellKey } from '../../forms/form.ts';
import type { Report } from '../../parse/model.ts';
import { filledLines, proseSpans } from '../../parse/prose/words/prose-spans.ts';
import { reportEnd } from '../../parse/model.ts';
import type { Edit } from '../../text/edits.ts';
import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import { tablesOfSection } from '../../forms/index.ts';
import { proseParagraphs } from './printed-prose.ts';

export interface IntoDocument {
  readonly numbers: readonly Edit[];
  readonly title: Edit | null;
  /** For each part whose words differ; `heading` names it for a person. */
  readonly prose: readonly { readonly heading: string; readonly edit: Edit }[];
  /** Numbers of the report for which the document has no cell. */
  readonly homeless: readonly CellKey[];
}

/** Both must be recognised. A cell that is blank in the report becomes blank in the document. */
export function intoDocument(source: Report, target: Report): IntoDocument {
  const numbers = [...target.cells.values()].flatMap(({ key, span, text }) => {
    const newText = fold(source.cells.get(key)?.text ?? '').trim();
    return newText === fold(text).trim() || !source.cells.has(key) ? [] : [{ span, newText }];
  });
  const homeless = [...source.cells.values()].filter(({ key, text }) => text.trim() !== '' && !target.cells.has(key)).map(({ key }) => key);
  return { numbers, title: titleEdit(source, target), prose: proseEdits(source, target), homeless };
}

function titleEdit({ title }: Report, target: Report): Edit | null {
  if (title === null || target.title === null) return null;
  const { span } = target.title;
  const written = target.text.slice(span.start, span.end);
  const newText = inLinesOf(written, title.text);
  return newText === written ? null : { span, newText };
}

/** A title that the document prints over lines is broken before the same words, whatever their year. */
function inLinesOf(written: string, title: string): string {
  const lines = written.split('\n');
  let text = title.trim();
  for (let index = lines.length - 1; index > 0; index--) {
    const tail = lines.slice(index).join('\n');
    const at = text.length - tail.length;
    if (at > 0 && withoutDigits(text.slice(at)) === withoutDigits(tail)) text = `${text.slice(0, at).trimEnd()}\n${text.slice(at)}`;
  }
  return text;
}

function withoutDigits(text: string): string {
  return text.replaceAll(/[0-9]/gu, '0');
}

function proseEdits(source: Report, target: Report): IntoDocument['prose'] {
  return target.sections.flatMap((section) => {
    const own = source.sections.find(({ id }) => id === section.id);
    if (own === undefined || tablesOfSection(target.detectedForm.form, section.id).length > 0) return [];
    const newText = linesIn(source, own.span, own.heading.end).join('\n');
    const lines = proseSpans(sourceOf(target))
      .filter(({ start, end }) => start >= section.heading.end && end <= section.span.end)
      .flatMap((span) => filledLines(target.folded, span));
    const [first, last] = [lines[0], lines.at(-1)];
    const heading = target.text.slice(section.heading.start, section.heading.end);
    if (first === undefined || last === undefined) return newText === '' ? [] : [{ heading, edit: { span: at(section.heading.end), newText: `\n${newText}` } }];
    const span = { start: first.start, end: last.end };
    return target.text.slice(span.start, span.end) === newText ? [] : [{ heading, edit: { span, newText } }];
  });
}

function linesIn(report: Report, { end }: Span, start: number): readonly string[] {
  return proseSpans(sourceOf(report))
    .filter((span) => span.start >= start && span.end <= end)
    .flatMap((span) => proseParagraphs(report, span))
    .map(({ text }) => text);
}

function sourceOf(report: Report): Parameters<typeof proseSpans>[0] {
  return { folded: report.folded, sections: report.sections, tables: report.tables, end: reportEnd(report) };
}

function at(offset: number): Span {
  return { start: offset, end: offset };
}
