// What a parse leaves of one document to the next: headings by line, tables by region, claims by sentence.

import type { FormId } from '../forms/form.ts';
import type { Span } from '../text/span.ts';
import type { Heading } from './document/headings.ts';
import { isBlank, type Surface } from './document/surface.ts';
import { moved, Recollection } from './memory.ts';
import { movedSentence } from './prose/read-claims.ts';
import type { SentenceResult } from './prose/read-sentence.ts';
import type { ApplicationsReading } from './tables/applications.ts';
import type { DisputesReading } from './tables/disputes.ts';
import type { ProactiveReading } from './tables/proactive.ts';

/** Of one document, from opening to closing; its reports are those of a fresh parse. */
export class ReportMemory {
  readonly headings = new Recollection<readonly Heading[]>(moved);
  readonly sentences = new Recollection<SentenceResult>(movedSentence);
  readonly proactive = new Recollection<ProactiveReading>(moved);
  readonly applications = new Recollection<ApplicationsReading>(moved);
  readonly disputes = new Recollection<DisputesReading>(moved);

  turn(): void {
    for (const each of this.all()) each.turn();
  }

  /** After a parse that was not brought to its end. */
  forget(): void {
    for (const each of this.all()) each.forget();
  }

  private all(): readonly Pick<Recollection<unknown>, 'turn' | 'forget'>[] {
    return [this.headings, this.sentences, this.proactive, this.applications, this.disputes];
  }
}

/** A table is taken over where its region and what is looked at around it stand as they stood, whatever changed elsewhere. */
export function recallTable<Reading>(known: Recollection<Reading> | undefined, place: TablePlace, read: () => Reading): Reading {
  const { surface, region } = place;
  if (known === undefined || region === null || surface.conflicts.length > 0) return read();
  const { asked } = surface.whole;
  const reading = known.recall(keyOf(place, region), region.start, read);
  if (surface.whole.asked !== asked) known.forget();
  return reading;
}

interface TablePlace {
  readonly surface: Surface;
  readonly region: Span | null;
  readonly form?: FormId;
}

/** What stands around a region is looked at so far: for the rest of a row, the foot of a page. */
const AROUND = 160;

function keyOf({ surface, form }: TablePlace, region: Span): string {
  const { text, original, cellStarts } = surface;
  const start = Math.max(0, text.lastIndexOf('\n', region.start - 1) + 1 - AROUND);
  const end = endOfContext(text, region.end);
  const cells = cellStarts.filter((at) => start <= at && at < end).map((at) => at - start);
  return [form, region.start - start, region.end - start, cells.join(), text.slice(start, end), original.slice(start, end)].join('\0');
}

/** Behind the line in which the region ends, and behind the blanks that follow. */
function endOfContext(text: string, regionEnd: number): number {
  const lineEnd = text.indexOf('\n', regionEnd);
  let end = lineEnd < 0 ? text.length : Math.min(text.length, lineEnd + AROUND);
  while (end < text.length && isBlank(text.charCodeAt(end))) end++;
  return end + 1;
}
