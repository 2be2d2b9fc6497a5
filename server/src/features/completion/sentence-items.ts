// Which sentences can be written here? Those of this part, with the numbers of the tables as they stand.

import type { CompletionItem } from 'vscode-languageserver';
import { cellName } from '../../findings/describe.ts';
import { sentencesFor, type Sentence } from '../../rewrite/sentences/compose.ts';
import { knownValue } from '../../equations/solve-cell.ts';
import type { Report } from '../../parse/model.ts';
import { MAX_CELLS_LISTED } from '../limits.ts';
import { itemOf, type CompletionOptions } from './item.ts';
import type { Spot } from './spot.ts';
import { matchTyped, withEnumerator } from './typed.ts';

export function sentenceItems(report: Report, spot: Spot, options: CompletionOptions): CompletionItem[] {
  const { line, offset, part, table } = spot;
  if (part === null || table !== null) return [];
  return sentencesFor(report, part).flatMap((sentence, index) => {
    // A sentence with a gap is no sentence: without tab stops nobody would see what to fill in.
    if (!sentence.complete && !options.snippets) return [];
    const match = matchTyped(line, sentence.names, 'sentence');
    if (match === null) return [];
    const span = { start: withEnumerator(sentence.enumerator, line.text.slice(0, match.start)) + line.start, end: offset };
    const { label, about: detail, lines } = sentence;
    return [
      itemOf(
        report,
        { label, kind: 'sentence', detail, documentation: explain(report, sentence), lines, span, rest: match.rest, rank: 'sentence', index, year: options.year },
        options,
      ),
    ];
  });
}

/** The whole sentence, which a list may cut, and the cells its numbers come from. */
function explain(report: Report, { label, cells }: Sentence): string {
  const lines = cells.map((key) => `${cellName(report.form.form, key)}${knownValue(report, key) ?? '（未填）'}`);
  return [label, ...lines.slice(0, MAX_CELLS_LISTED), ...(lines.length > MAX_CELLS_LISTED ? [`等${lines.length}格`] : [])].join('\n');
}
