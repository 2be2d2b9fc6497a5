// Completes at the cursor of a marked text: the items offered, and the text after taking one.

import type { CompletionItem } from 'vscode-languageserver';
import { completions } from '../../server/src/features/completion/completions.ts';
import type { CompletionOptions } from '../../server/src/features/completion/completions.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import type { Range } from '../../server/src/text/span.ts';
import { atCursor, edited } from './texts.ts';

export const OPTIONS: CompletionOptions = { layout: 'tabs', snippets: true, year: 2024 };

/** In the order of the answer. */
export function offered(marked: string, options: Partial<CompletionOptions> = {}): readonly CompletionItem[] {
  const { text, offset } = atCursor(marked);
  return completions(parseReport(text), offset, { ...OPTIONS, ...options }).items;
}

/** The text after taking the first item with `label`. */
export function taken(marked: string, label: string, options: Partial<CompletionOptions> = {}): string {
  return takenOf(offered(marked, options), marked, label);
}

/** The same out of items in an order of the test's own. */
export function takenOf(items: readonly CompletionItem[], marked: string, label: string): string {
  const edit = items.find((item) => item.label === label)?.textEdit;
  if (edit === undefined || !('range' in edit)) throw new Error(`not offered: ${label}`);
  const { range, newText }: { range: Range; newText: string } = edit;
  return edited(atCursor(marked).text, [{ range, newText }]);
}
