// Generates the extension's snippet files from the skeletons; a test holds the files to this.

import type { TableId } from '../forms/form.ts';
import { FORMS, NEWEST_FORM, sectionOfTable } from '../forms/index.ts';
import { describe, formNote, renderSnippet, type Skeleton, yearFor } from '../forms/skeletons/skeleton.ts';
import { skeletons } from '../forms/skeletons/skeletons.ts';

interface SnippetEntry {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
  /** Listed by “Fill File with Snippet”. */
  readonly isFileTemplate?: true;
}

const FILES: Readonly<Record<Skeleton['kind'], string>> = {
  report: 'report.json',
  part: 'parts.json',
  table: 'tables.json',
  group: 'groups.json',
  row: 'rows.json',
};

/** For plain text, where nothing else is offered: a new document becomes a report by it. */
const START_FILE = 'start.json';
const START_PREFIX = 'nb';

/** File name in `snippets/` → its text. */
export function snippetFiles(): ReadonlyMap<string, string> {
  const entries = inFormOrder().map((skeleton, index) => ({ skeleton, name: nameOf(skeleton, index), entry: entryOf(skeleton) }));
  const files = new Map<string, string>();
  for (const [kind, name] of Object.entries(FILES)) {
    files.set(name, written(entries.filter(({ skeleton }) => skeleton.kind === kind).map((each) => [each.name, each.entry])));
  }
  const start = entries.filter(({ skeleton }) => skeleton.kind === 'report' && isInForce(skeleton));
  return files.set(START_FILE, written(start.map(({ name, entry }, index) => [name, { ...entry, prefix: START_PREFIX + (index === 0 ? '' : String(index)) }])));
}

function written(entries: readonly (readonly [string, SnippetEntry])[]): string {
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

/** As the form prints them: the report, then each part with its tables, their groups and rows; what only an older form has comes last. */
function inFormOrder(): readonly Skeleton[] {
  const sections = NEWEST_FORM.sections.map(({ id }) => id as string);
  const kinds = Object.keys(FILES);
  const placeOf = ({ id, kind, forms }: Skeleton): readonly number[] => {
    const [, first = ''] = id.split('/');
    const section = kind === 'part' ? first : first === 'proactive' ? first : (sectionOfTable(FORMS[forms[0] ?? NEWEST_FORM.id], first as TableId) ?? '');
    return [isInForce({ forms }) ? 0 : 1, kind === 'report' ? -1 : sections.indexOf(section), kinds.indexOf(kind)];
  };
  return skeletons().toSorted((one, other) => {
    const [left, right] = [placeOf(one), placeOf(other)];
    return left.map((place, index) => place - (right[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
  });
}

/** VS Code lists snippets by name: the number keeps them in the order of the form. */
function nameOf(skeleton: Skeleton, index: number): string {
  return `${String(index + 1).padStart(3, '0')} ${skeleton.label}${formNote(skeleton)}`;
}

function entryOf(skeleton: Skeleton): SnippetEntry {
  const body = renderSnippet(skeleton, {
    layout: 'tabs',
    lineBreak: '\n',
    year: { first: (stop) => `\${${stop}:${yearOf(skeleton)}}`, again: (stop) => `\${${stop}}` },
  });
  return {
    prefix: skeleton.label + formNote(skeleton),
    body: body.split('\n'),
    description: describe(skeleton),
    ...(skeleton.kind === 'report' && { isFileTemplate: true }),
  };
}

function isInForce({ forms }: Pick<Skeleton, 'forms'>): boolean {
  return forms.some((form) => FORMS[form].years[1] === null);
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
