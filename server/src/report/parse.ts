// Text → Report. The one entrance to the parser.

import type { Report } from './model.ts';

/** Parses any text; never throws, linear in its length. */
export function parseReport(text: string): Report {
  throw new Error(`not yet: ${text.length}`);
}
