// What does `--fix` make of a text? Layout only; if a number were to change, nothing is done at all.

import type { CheckOptions } from '../check.ts';
import type { RuleLevel } from '../findings/finding.ts';
import { RULES } from '../rules/registry.ts';
import { cellNotation } from '../rules/cell-notation.ts';
import { fixLayout, type FixedText } from '../fixes/fix-all.ts';
import { keepsNumbers } from '../fixes/same-values.ts';
import type { Report } from '../parse/model.ts';
import { isHtmlFile } from '../text/files.ts';

/** The one rule whose fixes touch nothing but the inside of a cell. */
const SAFE_IN_HTML = cellNotation.id;
/** Text that is a web page under another name. Single line breaks in a Markdown table make none. */
const HTML = /<(?:!doctype|html|body|table|div)[\s/>]/iu;

/** The text with its layout fixed; null where nothing is to be done. */
export function fixText(report: Report, path: string, options: CheckOptions): FixedText | null {
  if (!report.recognised) return null;
  const html = isHtmlFile(path) || HTML.test(report.text);
  const fixed = fixLayout(report.text, html ? { levels: onlySafeInHtml(options) } : options);
  if (fixed.text === report.text || !keepsNumbers(report, fixed.report)) return null;
  return html && tagsOf(fixed.text) !== tagsOf(report.text) ? null : fixed;
}

/** In a web page a character outside a cell may belong to an address or a script. */
function onlySafeInHtml({ levels }: CheckOptions): ReadonlyMap<string, RuleLevel> {
  const others = RULES.filter((rule) => rule.id !== SAFE_IN_HTML).map((rule): [string, RuleLevel] => [rule.id, 'off']);
  return new Map([...others, [SAFE_IN_HTML, levels?.get(SAFE_IN_HTML) ?? 'warning']]);
}

/** A number may be written in pieces, each in tags of its own; making one of it would tear the tags apart. */
function tagsOf(html: string): string {
  return html.match(/<[^>]*>/gu)?.join('') ?? '';
}
