// Converts an LSP range to a VS Code range.

import { Range } from 'vscode';
import type { Range as WireRange } from '../../../server/src/text/span.ts';

export function rangeOf({ start, end }: WireRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
