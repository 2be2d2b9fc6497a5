// A review and a return letter as Word: their Markdown as paragraphs in the layout of official documents, and a table of the units.

import type { PrintedBlock, PrintedCell, PrintedDocument, PrintedParagraph, PrintedTable } from '../../../documents/printed.ts';
import type { Review } from '../../../units/review.ts';
import { DAY, isSalutation, plain } from '../letters.ts';
import { reviewMarkdown } from './review-page.ts';
import { unitTable } from './review-tables.ts';

/** What fits the width of a page; the sheet has all columns. */
const COLUMNS = ['机关', '状态', '错误', '待核实', '提示', '可否报送'] as const;
const WIDTHS = [34, 12, 8, 8, 8, 30];

export function printedReview(review: Review): PrintedDocument {
  const { title, blocks } = printedMarkdown(reviewMarkdown(review));
  const sections = blocks.findIndex((block) => block.kind === 'paragraph' && block.role === 'heading');
  const at = sections < 0 ? blocks.length : sections;
  return { title, blocks: [...blocks.slice(0, at), { kind: 'paragraph', role: 'heading', text: '各机关' }, printedUnits(review), ...blocks.slice(at)] };
}

function printedUnits(review: Review): PrintedTable {
  const { header, rows } = unitTable(review);
  const columns = COLUMNS.map((name) => header.indexOf(name));
  const cell = (value: unknown, role: PrintedCell['role']): PrintedCell => ({
    text: value === 0 ? '' : String(value ?? ''),
    role,
    columns: 1,
    rows: 1,
  });
  return {
    kind: 'table',
    grid: WIDTHS,
    headerRows: 1,
    rows: [
      COLUMNS.map((name) => cell(name, 'header')),
      ...rows.map((row) => columns.map((column) => cell(row[column], typeof row[column] === 'number' ? 'number' : 'label'))),
    ],
  };
}

/** What we write ourselves and nothing else: headings, lists, paragraphs; a line that is a date is where a letter is signed. */
export function printedMarkdown(markdown: string): PrintedDocument {
  const blocks = markdown
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map<PrintedBlock>((line, at, lines) => ({ kind: 'paragraph', ...paragraphOf(line), ...(isSalutation(lines, at) && { role: 'salutation' }) }));
  const title = blocks.find((block): block is PrintedParagraph => block.kind === 'paragraph' && block.role === 'title');
  return { title: title?.text ?? '', blocks };
}

const ROLES: readonly (readonly [RegExp, PrintedParagraph['role']])[] = [
  [/^# /u, 'title'],
  [/^## /u, 'heading'],
  [/^### /u, 'sub-heading'],
  [DAY, 'signature'],
  // An item keeps its number; what stands under it, and an item without one, is a paragraph.
  [/^\s*- /u, 'body'],
];

function paragraphOf(line: string): Pick<PrintedParagraph, 'role' | 'text'> {
  const [mark, role] = ROLES.find(([pattern]) => pattern.test(line)) ?? [/^\s*/u, 'body' as const];
  return { role, text: plain(line.replace(mark, '').replaceAll(/(?<!\\)(?:\*\*|`)/gu, '')) };
}
