// Writes down everything a finding says and offers, to be read and compared.

import type { Finding, Fix } from '../../server/src/findings/finding.ts';
import type { Span } from '../../server/src/text/span.ts';

/** One line each: rule, severity and message; cells; figures; related places; fixes with what they replace. */
export function saidOf(text: string, finding: Finding): readonly string[] {
  const { rule, severity, message, cells, actual, expected, related, fixes, deferWhileTyping: completeness } = finding;
  const slice = ({ start, end }: Span) => `【${oneLine(text.slice(start, end))}】`;
  return [
    `${rule} ${severity}${completeness === true ? ', waits' : ''}: ${message}`,
    ...(cells.length === 0 ? [] : [`  cells ${cells.join(' ')}`]),
    ...(actual === undefined && expected === undefined ? [] : [`  is ${actual ?? '?'}, expected ${expected ?? '?'}`]),
    ...related.map((one) => `  at ${slice(one.span)} ${oneLine(one.message)}`),
    ...fixes.flatMap((fix) => [`  ${kindOf(fix)}: ${fix.title}`, ...fix.edits.map((edit) => `    ${slice(edit.span)} to 【${oneLine(edit.newText)}】`)]),
  ];
}

function kindOf({ kind, preferred }: Fix): string {
  return preferred ? `${kind}, preferred` : kind;
}

function oneLine(text: string): string {
  return text.replaceAll('\t', '→').replaceAll('\r', '␍').replaceAll('\n', '⏎');
}
