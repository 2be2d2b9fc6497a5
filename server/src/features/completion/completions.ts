// What can be written at a place? In a cell its number; elsewhere what the form wants there and the report lacks,
// and sentences over the tables.

import type { CompletionList } from 'vscode-languageserver';
import type { Report } from '../../parse/model.ts';
import { cellItems } from './cell-items.ts';
import type { CompletionOptions } from './item.ts';
import { sentenceItems } from './sentence-items.ts';
import { skeletonItems } from './skeleton-items.ts';
import { spotAt } from './spot.ts';

/** The list is never final: the next letter may match another name, the next number change every sum. */
export function completions(report: Report, offset: number, options: CompletionOptions): CompletionList {
  const spot = spotAt(report, offset);
  const items =
    spot.cell === null ? [...skeletonItems(report, spot, options), ...sentenceItems(report, spot, options)] : cellItems(report, spot, spot.cell);
  return { isIncomplete: true, items };
}
