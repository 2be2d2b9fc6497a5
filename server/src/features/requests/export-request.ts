// Export of a report as a file in the official layout: Word, HTML or Markdown.

import type { PrintedDocument } from '../../documents/printed.ts';
import type { Report } from '../../parse/model.ts';
import { printedReport } from '../../rewrite/export/printed-report.ts';
import { htmlPage } from '../../rewrite/export/to-html.ts';
import { markdown } from '../../rewrite/export/to-markdown.ts';

/** What is written, as bytes or as text, and what was not written as it should. */
export interface ExportedFile {
  readonly content: Uint8Array | string;
  readonly notes: readonly string[];
}

/** `writeWord` is the host's: the writer of documents is a bundle of its own. */
export function exportedFile(report: Report, kind: 'docx' | 'html' | 'md', writeWord: (printed: PrintedDocument) => Uint8Array): ExportedFile {
  const printed = printedReport(report);
  const writers = { docx: () => writeWord(printed), html: () => htmlPage(printed), md: () => markdown(printed) };
  return { content: writers[kind](), notes: printed.notes };
}
