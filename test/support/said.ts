// Writes down what findings say and offer, for fixtures: each kind of message, place and fix in full where it first occurs, then counted.

import type { Finding, Fix } from '../../server/src/findings/finding.ts';
import type { Span } from '../../server/src/text/span.ts';

/** More cells than these are counted. */
const MAX_CELLS = 4;

/**
 * Writes one finding after another of a fixture. A kind is what the words are without figures and quoted names: what was
 * written once in full is counted the next time, so that each wording is read once.
 */
export function createTeller(): (text: string, finding: Finding) => readonly string[] {
  const known = new Set<string>();
  const isNew = (words: string) => {
    const before = known.size;
    return known.add(shapeOf(words)).size > before;
  };
  return (text, finding) => {
    const { severity, message, related, fixes, deferWhileTyping } = finding;
    const weight = `${severity}${deferWhileTyping === true ? ', waits' : ''}`;
    const newPlaces = related.filter((place) => isNew(`at ${place.message}`));
    const newFixes = fixes.filter((fix) => isNew(`${kindOf(fix)} ${fix.title}`));
    const inFull = [
      ...newPlaces.map((place) => `  at ${slice(text, place.span)} ${oneLine(place.message)}`),
      ...newFixes.map((fix) => `  ${kindOf(fix)}: ${fix.title} ${editsOf(text, fix)}`),
    ];
    const counted = [
      ...counts(related.length - newPlaces.length, 'place', 'places'),
      ...countedFixes(
        text,
        fixes.filter((fix) => !newFixes.includes(fix)),
      ),
    ];
    if (!isNew(`${weight}: ${message}`)) return [`${weight}, said before: ${[...factsOf(finding), ...counted].join('; ')}`, ...inFull];
    const facts = factsOf(finding);
    return [
      `${weight}: ${message}`,
      ...(facts.length === 0 ? [] : [`  ${facts.join('; ')}`]),
      ...inFull,
      ...(counted.length === 0 ? [] : [`  as before: ${counted.join('; ')}`]),
    ];
  };
}

function factsOf({ cells, actual, expected }: Finding): readonly string[] {
  const keys = cells.length > MAX_CELLS ? `${cells[0]} … ${cells.at(-1)} (${cells.length})` : cells.join(' ');
  return [
    ...(cells.length === 0 ? [] : [`cells ${keys}`]),
    ...(actual === undefined ? [] : [`is ${actual}`]),
    ...(expected === undefined ? [] : [`expected ${expected}`]),
  ];
}

function countedFixes(text: string, fixes: readonly Fix[]): readonly string[] {
  const edit = fixes[0]?.edits[0];
  return counts(fixes.length, 'fix', 'fixes').map((words) => (edit === undefined ? words : `${words}, ${editWords(text, edit)}`));
}

function counts(count: number, one: string, many: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
}

function editsOf(text: string, { edits }: Fix): string {
  const [first, ...rest] = edits;
  if (first === undefined) return '(no edit)';
  return editWords(text, first) + (rest.length === 0 ? '' : `, ${rest.length} more`);
}

function editWords(text: string, { span, newText }: Fix['edits'][number]): string {
  return `${slice(text, span)} to 【${oneLine(newText)}】`;
}

function kindOf({ kind, preferred }: Fix): string {
  return preferred ? `${kind}, preferred` : kind;
}

/** Words without what varies: quoted names, figures, and sums of them. */
function shapeOf(words: string): string {
  return words
    .replaceAll(/“[^“”]*”|‘[^‘’]*’/gu, '“”')
    .replaceAll(/(?:“”[、和]?)+/gu, '“”')
    .replaceAll(/\d[\d.,]*/gu, '#')
    .replaceAll(/#(?:[-+＋]#)+/gu, '#');
}

function slice(text: string, { start, end }: Span): string {
  return `【${oneLine(text.slice(start, end))}】`;
}

function oneLine(text: string): string {
  return text.replaceAll('\t', '→').replaceAll('\r', '␍').replaceAll('\n', '⏎');
}
