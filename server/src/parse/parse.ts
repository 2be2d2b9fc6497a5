// Text → Report. The one entrance to the parser; each step is a file of its own.

import { FORMS, NEWEST_FORM } from '../forms/index.ts';
import type { CellKey } from '../forms/form.ts';
import type { Span } from '../text/span.ts';
import { stallCount } from '../text/turns.ts';
import { readApplications, type ApplicationsReading } from './tables/applications.ts';
import { NO_STATEMENTS } from './prose/claim-model.ts';
import { readStatements } from './prose/read-claims.ts';
import { readDisputes, type DisputesReading } from './tables/disputes.ts';
import { weighEvidence } from './document/evidence.ts';
import { findHeadings, type Heading } from './document/headings.ts';
import type { Cell, FormEvidence, Report, Section, Table } from './model.ts';
import { formsOfHeaders, readProactive, type ProactiveReading } from './tables/proactive.ts';
import { recallTable, type ReportMemory } from './report-memory.ts';
import { isRecognised } from './document/detection.ts';
import { findRegions, type Regions } from './document/regions.ts';
import { withRelocatedTables } from './document/relocated-tables.ts';
import { readSurface, type Surface } from './document/surface.ts';
import { identify, type Identity } from './document/title.ts';

/**
 * Parses any text; never throws, linear in its length. Half-written and broken reports are read as far as they go. `memory` is
 * that of the document the text is a version of: what did not change is not read again, and the report is the same.
 */
export function parseReport(text: string, memory?: ReportMemory): Report {
  const stallsBefore = stallCount();
  memory?.turn();
  const surface = readSurface(text);
  const all = findHeadings(surface, memory?.headings);
  const secondReport = findSecondReport(all, text.length);
  const end = secondReport?.start ?? text.length;
  const headings = all.filter((heading) => heading.span.start < end);
  const identity = identify(surface, headings, end);
  const { proactive, applications, disputes, form } = readTables(text, surface, { headings, end, identity, memory });
  const { interleaved } = applications;
  const tables = [...proactive.tables, applications.table, disputes.table].map((table) => (interleaved ? unread(table) : table));
  const cells = interleaved ? [] : [...proactive.cells, ...applications.cells, ...disputes.cells];
  const known = new Set((form.id === null ? NEWEST_FORM : FORMS[form.id]).tables.map((table) => table.id));
  const recognised = isRecognised({ headings, tables, titled: identity.title !== null });
  const tablesAndIdentity = {
    text,
    folded: surface.text,
    lines: surface.originalLines,
    recognised,
    detectedForm: form,
    title: identity.title,
    unit: identity.unit,
    year: identity.year,
    period: identity.period,
    sections: sectionsOf(headings, end),
    tables: tables.filter((table) => known.has(table.id) || table.state !== 'missing'),
    cells: new Map<CellKey, Cell>(cells.map((cell) => [cell.key, cell])),
    equationsUsedToSplit: [...applications.spent, ...disputes.spent],
    interleaved,
    conflicts: surface.conflicts.filter((conflict) => conflict.start < end),
    secondReport,
  };
  const statements = recognised && !interleaved ? readStatements(tablesAndIdentity, memory?.sentences) : NO_STATEMENTS;
  const halted = stallCount() > stallsBefore;
  if (halted) memory?.forget();
  return { ...tablesAndIdentity, ...statements, halted };
}

interface Tables {
  readonly proactive: ProactiveReading;
  readonly applications: ApplicationsReading;
  readonly disputes: DisputesReading;
  readonly form: FormEvidence;
}

interface Whole {
  readonly headings: readonly Heading[];
  readonly end: number;
  readonly identity: Identity;
  readonly memory: ReportMemory | undefined;
}

/** Each in its own part; those of which nothing is there, where else they stand. */
function readTables(text: string, surface: Surface, { headings, end, identity, memory }: Whole): Tables {
  const readIn = (regions: Regions): Tables => {
    const applications = recallTable(memory?.applications, { surface, region: regions.applications }, () =>
      readApplications(text, surface, regions.applications),
    );
    const disputes = recallTable(memory?.disputes, { surface, region: regions.disputes }, () => readDisputes(text, surface, regions.disputes));
    const form = weighEvidence(applications.byRows, formsOfHeaders(surface, regions.proactive), identity.year);
    const read = form.byHeaders ?? form.id ?? NEWEST_FORM.id;
    const proactive = recallTable(memory?.proactive, { surface, region: regions.proactive, form: read }, () =>
      readProactive(text, surface, regions.proactive, read),
    );
    return { proactive, applications, disputes, form };
  };
  const regions = findRegions(surface, headings, end);
  const own = readIn(regions);
  const found = { proactive: own.proactive.tables, applications: [own.applications.table], disputes: [own.disputes.table] };
  const lost = TABLE_PARTS.filter((part) => found[part].every(({ state }) => state === 'missing'));
  const elsewhere = lost.length === 0 ? null : withRelocatedTables(surface, { headings, end }, regions, lost);
  if (elsewhere === null) return own;
  const moved = readIn(elsewhere);
  // Labels without their numbers are a table of a report where there is a report; in other texts they are a list.
  return identity.title !== null || cellCount(moved) > cellCount(own) ? moved : own;
}

function cellCount({ proactive, applications, disputes }: Tables): number {
  return proactive.cells.length + applications.cells.length + disputes.cells.length;
}

const TABLE_PARTS = ['proactive', 'applications', 'disputes'] as const;

/** What was found of a table whose numbers belong to two reports. */
function unread(table: Table): Table {
  return { ...table, state: 'unreadable', rows: [], headers: [], problems: [] };
}

function sectionsOf(headings: readonly Heading[], end: number): readonly Section[] {
  return headings.map((heading, index) => ({
    id: heading.section,
    heading: heading.span,
    numeral: heading.numeral,
    titleSpan: heading.titleSpan,
    match: heading.grade === 'printed' ? 'printed' : heading.grade === 'alias' ? 'alias' : 'typo',
    span: { start: heading.span.start, end: headings[index + 1]?.span.start ?? end },
  }));
}

/** A second 一、总体情况 behind the later parts of the first report. */
function findSecondReport(headings: readonly Heading[], length: number): Span | null {
  const seen = new Set<string>();
  for (const heading of headings) {
    if (heading.section === 'overview' && seen.has('overview') && (seen.has('problems') || seen.has('other') || seen.has('disputes'))) {
      return { start: heading.span.start, end: length };
    }
    seen.add(heading.section);
  }
  return null;
}
