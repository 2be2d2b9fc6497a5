// Steps of a folder's review between our own client, which reads and writes the files, and the server.

import type { Severity } from '../findings/finding.ts';
import type { Range } from '../text/span.ts';
import type { ComparedCell } from '../units/compare-years.ts';
import type { UnitState } from '../units/review.ts';
import type { RelatedPlace } from '../units/rules/review-finding.ts';
import type { ReviewNote } from '../units/review-config.ts';
import type { Anchor, NoteChange, PlacedNote } from '../units/placed-notes.ts';

export type FolderReviewStep =
  /** `config` is the text of the root's `.gouji.json`, null where there is none; `asOf` is today, as 2026-01-31. */
  | { readonly step: 'begin'; readonly config: string | null; readonly asOf: string }
  /** A file, by its path from the root; `hash` is that of its bytes, and `former` that it lies in last year's folder. */
  | {
      readonly step: 'survey';
      readonly path: string;
      readonly former: boolean;
      readonly text: string;
      readonly hash: string;
      readonly date: string | null;
    }
  /** Which of the files are to be checked, and which compared? */
  | { readonly step: 'plan' }
  /** `config`: the `.gouji.json` of the file's own folder, where that is not the root. */
  | { readonly step: 'check'; readonly path: string; readonly text: string; readonly config: string | null }
  /** Two reports whose prose is alike, as the plan has them: which passages do they have in common? */
  | { readonly step: 'passages'; readonly pair: AlikePaths; readonly copy: string; readonly source: string }
  /** The texts of the units' files of versions, as far as there are any. */
  | { readonly step: 'result'; readonly versions: Readonly<Record<string, string>> }
  /** How does a unit's report stand to its last year's? */
  | { readonly step: 'compare'; readonly unit: string }
  | { readonly step: 'record'; readonly unit: string; readonly verdict: 'returned' | 'accepted'; readonly text: string | null };

export type FolderReviewAnswer =
  | { readonly kind: 'done' }
  /** Chinese: what is wrong and what to do. */
  | { readonly kind: 'problem'; readonly message: string }
  | {
      readonly kind: 'plan';
      readonly paths: readonly string[];
      readonly alike: readonly AlikePaths[];
      readonly versionFiles: readonly { readonly unit: string; readonly file: string }[];
    }
  | {
      readonly kind: 'result';
      readonly year: number | null;
      /** Whether it is known who is to hand in a report. */
      readonly hasList: boolean;
      /** Of the folder as a whole. */ readonly notes: readonly string[];
      readonly units: readonly ReviewedUnitView[];
    }
  | { readonly kind: 'comparison'; readonly cells: readonly ComparedCell[] }
  | { readonly kind: 'version'; readonly text: string };

/** Paths of two reports of which one seems to be copied from the other. */
interface AlikePaths {
  readonly copy: string;
  readonly source: string;
}

export interface ReviewedUnitView {
  readonly name: string;
  readonly level: string;
  readonly state: UnitState;
  readonly path: string | null;
  readonly previous: string | null;
  /** The day on which this very file was accepted. */
  readonly accepted: string | null;
  /** The day on which it was returned; null where a new version has come since. */
  readonly returned: string | null;
  /** 可以报送, or what is in the way. */
  readonly readiness: string | null;
  /** Numbers changed since the version that was returned, which nobody asked to change. */
  readonly unasked: number;
  readonly notes: readonly string[];
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: Severity;
    readonly message: string;
    readonly path: string | null;
    readonly range: Range | null;
    readonly related: readonly RelatedPlace[];
  }[];
}

/** About the notes on a report; `config` is the text of the root's `.gouji.json`, and `file` the report's path from there. */
export type ReviewNotesStep =
  | { readonly step: 'place'; readonly config: string | null; readonly file: string; readonly text: string }
  | { readonly step: 'anchor'; readonly text: string; readonly range: Range }
  | { readonly step: 'write'; readonly config: string | null; readonly change: NoteChange };

export type ReviewNotesAnswer =
  | { readonly kind: 'placed'; readonly notes: readonly NoteView[] }
  | { readonly kind: 'anchor'; readonly anchor: Anchor }
  | { readonly kind: 'text'; readonly text: string }
  /** Chinese: what is wrong and what to do. */
  | { readonly kind: 'problem'; readonly message: string };

export interface NoteView {
  readonly note: ReviewNote;
  readonly range: Range;
  readonly state: PlacedNote['state'];
}

export type { ComparedCell, NoteChange, RelatedPlace };
