// Generates the extension's snippet files from the skeletons; a test holds the files to this.

import { FORMS } from '../forms/index.ts';
import { initialsOf } from './initials.ts';
import { describe, formNote, renderSnippet, type Skeleton } from '../forms/skeletons/skeleton.ts';
import { skeletons, yearFor } from '../forms/skeletons/skeletons.ts';

interface SnippetEntry {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
  readonly description: string;
}

const FILES: Readonly<Record<Skeleton['kind'], string>> = {
  report: 'report.json',
  part: 'parts.json',
  table: 'tables.json',
  row: 'rows.json',
};

/** File name in `snippets/` → its text. */
export function snippetFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [kind, name] of Object.entries(FILES)) {
    const entries = skeletons()
      .filter((skeleton) => skeleton.kind === kind)
      .map((skeleton) => [nameOf(skeleton), entryOf(skeleton)]);
    files.set(name, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
  }
  return files;
}

function nameOf(skeleton: Skeleton): string {
  return skeleton.label + formNote(skeleton);
}

function entryOf(skeleton: Skeleton): SnippetEntry {
  const name = skeleton.names[0] ?? skeleton.label;
  const body = renderSnippet(skeleton, {
    layout: 'tabs',
    lineBreak: '\n',
    year: { first: (stop) => `\${${stop}:${yearOf(skeleton)}}`, again: (stop) => `\${${stop}}` },
  });
  return {
    prefix: [name, initialsOf(name)].map((prefix) => prefix + oldForm(skeleton)),
    body: body.split('\n'),
    description: describe(skeleton),
  };
}

/** Editors list equal prefixes in any order; a longer one comes after the form in force. */
function oldForm({ forms }: Skeleton): string {
  return forms.some((form) => FORMS[form].years[1] === null) ? '' : (forms[0] ?? '');
}

/** A form that is no longer in force keeps its last year. */
function yearOf(skeleton: Skeleton): string {
  const year = yearFor(skeleton, FIRST_YEAR);
  return year === FIRST_YEAR ? LAST_YEAR : String(year);
}

/** A snippet knows this year, a report speaks of the year before; snippets cannot subtract, so the years are listed. */
const FIRST_YEAR = 2025;
const YEARS = Array.from({ length: 16 }, (_, index) => FIRST_YEAR + index);
const LAST_YEAR = `\${CURRENT_YEAR/${YEARS.map((year) => `(${year})`).join('|')}/${YEARS.map((year, index) => `\${${index + 1}:+${year - 1}}`).join('')}/}`;
