// Kind of a foreign text: one that is no annual report, however much it speaks of one.

import { drawOrgan } from '../generator/organs.ts';
import type { Rng } from '../generator/rng.ts';

export interface ForeignKind {
  readonly name: string;
  readonly write: (rng: Rng) => string;
}

/**
 * Fills a template of ours: `{n}` a small number, `{N}` a large one, `{p}` a percentage, `{organ}`, `{self}`, `{year}`
 * (the same throughout the text), `{next}`, and `{a/b/c}` one of the words.
 */
export function fill(template: string, rng: Rng): string {
  const organ = drawOrgan(rng);
  const year = rng.int(2019, 2025);
  const fixed: Readonly<Record<string, string>> = { organ: organ.name, self: organ.self, year: String(year), next: String(year + 1) };
  return template.replaceAll(/\{([^{}\n]+)\}/gu, (whole, slot: string) => {
    if (slot === 'n') return String(rng.int(0, 60));
    if (slot === 'N') return String(rng.int(100, 90_000));
    if (slot === 'p') return (rng.int(0, 10_000) / 100).toFixed(rng.int(0, 2));
    if (slot.includes('/')) return rng.pick(slot.split('/'));
    return fixed[slot] ?? whole;
  });
}

/** Some of the paragraphs, in their order: as many texts as there are choices. */
export function some(paragraphs: readonly string[], rng: Rng, share = 0.7): readonly string[] {
  const kept = paragraphs.filter(() => rng.chance(share));
  return kept.length === 0 ? paragraphs : kept;
}

/** Rows of numbers under headings, as a table comes out of a page. */
export function table(header: readonly string[], rows: readonly string[], rng: Rng): string {
  const style = rng.pick(['space', 'tab', 'pipe', 'lines', 'html'] as const);
  const lines = [header, ...rows.map((label) => [label, ...header.slice(1).map(() => String(rng.chance(0.5) ? 0 : rng.int(1, 999)))])];
  switch (style) {
    case 'space':
      return lines.map((cells) => cells.join(' ')).join('\n');
    case 'tab':
      return lines.map((cells) => cells.join('\t')).join('\n');
    case 'pipe':
      return lines.flatMap((cells, index) => [`| ${cells.join(' | ')} |`, ...(index === 0 ? [`|${' --- |'.repeat(cells.length)}`] : [])]).join('\n');
    case 'lines':
      return lines.flat().join('\n');
    case 'html':
      return `<table>\n${lines.map((cells) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('\n')}\n</table>`;
    default:
      return style satisfies never;
  }
}
