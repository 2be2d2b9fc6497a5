// Reviewer's notes on places of reports: where each belongs in a text as it is now, and how the file that keeps them changes.

import { cellName } from '../findings/describe.ts';
import { isCellKey } from '../forms/form.ts';
import type { Report } from '../parse/model.ts';
import { isBlank, readSuppressions } from '../suppressions/read-config.ts';
import { CONFIG_VERSION, fileKey } from '../suppressions/suppression.ts';
import { nodeAt } from '../text/json.ts';
import { appendJson, putJson, removeJson, rootOf, writeJson, type JsonValue } from '../text/json-edit.ts';
import type { Span } from '../text/span.ts';
import { MAX_ANCHOR_LENGTH, MAX_NOTE_LENGTH, MAX_NOTES, MAX_SENTENCES_SEARCHED } from './limits.ts';
import { readReviewConfig, type ReviewNote } from './review-config.ts';

/** What a note stands at: a cell, or a sentence without its blanks. `text` is for whoever reads the file, too. */
export type Anchor = Pick<ReviewNote, 'cell' | 'text'>;

export interface PlacedNote {
  readonly note: ReviewNote;
  /** The beginning of the text where nothing is left of its place. */
  readonly span: Span;
  /** `changed`: the sentence reads otherwise now. `lost`: neither cell nor sentence is there any more. */
  readonly state: 'there' | 'changed' | 'lost';
}

/** Each says what is to be, so that to do it twice is to do it once. */
export type NoteChange =
  | { readonly kind: 'add'; readonly note: ReviewNote }
  | { readonly kind: 'done'; readonly id: string; readonly done: boolean }
  | { readonly kind: 'words'; readonly id: string; readonly note: string }
  | { readonly kind: 'remove'; readonly id: string };

const BREAK = /[。！？；\r\n]/u;
/** Rulings and marks at the edge of a sentence are no part of it. */
const EDGES = /^[\s|#*>]+|[\s|]+$/gu;

export function anchorAt(report: Report, chosen: Span): Anchor {
  const { form } = report.detectedForm;
  const cell = [...report.cells.values()]
    .filter(({ span }) => span.start <= chosen.end && chosen.start <= span.end)
    .toSorted((one, other) => one.span.start - other.span.start)[0];
  if (cell !== undefined) return { cell: cell.key, text: cellName(form, cell.key) };
  // A whole line was chosen, mostly: its first sentence that says something.
  const sentence = sentencesOf(report.folded, chosen.start).find(({ span }) => span.end >= chosen.start);
  return { cell: null, text: sentence?.text.slice(0, MAX_ANCHOR_LENGTH) ?? '' };
}

/** The notes on one report; answers stand where the note does that they answer. */
export function placeNotes(report: Report, notes: readonly ReviewNote[]): readonly PlacedNote[] {
  let sentences: readonly Sentence[] | null = null;
  const byId = new Map(notes.map((note) => [note.id, note]));
  return notes.slice(0, MAX_NOTES).map((note) => {
    const first = byId.get(note.replyTo ?? '') ?? note;
    const key = first.cell ?? '';
    const cell = isCellKey(key) ? report.cells.get(key) : undefined;
    if (cell !== undefined) return { note, span: cell.span, state: 'there' };
    sentences ??= sentencesOf(report.folded, 0);
    return { note, ...(first.cell === null && first.text !== '' ? placeOfText(first.text, sentences) : LOST) };
  });
}

const LOST = { span: { start: 0, end: 0 }, state: 'lost' } as const;
/** Of the pairs of characters: below that it is another sentence. */
const ALIKE = 0.5;
/** So much more than any other, or nobody knows which of them it is. */
const AHEAD = 0.1;

function placeOfText(text: string, sentences: readonly Sentence[]): Pick<PlacedNote, 'span' | 'state'> {
  const same = sentences.find((sentence) => sentence.text.slice(0, MAX_ANCHOR_LENGTH) === text);
  if (same !== undefined) return { span: same.span, state: 'there' };
  const pairs = pairsOf(text);
  const ranked = sentences
    .map((sentence) => ({ sentence, share: likeness(pairs, pairsOf(sentence.text.slice(0, MAX_ANCHOR_LENGTH))) }))
    .toSorted((one, other) => other.share - one.share);
  const [best, next] = ranked;
  if (best === undefined || best.share < ALIKE || best.share - (next?.share ?? 0) < AHEAD) return LOST;
  return { span: best.sentence.span, state: 'changed' };
}

interface Sentence {
  readonly span: Span;
  /** Without blanks. */
  readonly text: string;
}

/** From the one that holds `from`; what says nothing is left out. */
function sentencesOf(folded: string, from: number): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = from;
  while (start > 0 && !BREAK.test(folded.charAt(start - 1))) start--;
  for (let at = start; at <= folded.length && sentences.length < MAX_SENTENCES_SEARCHED; at++) {
    if (at < folded.length && !BREAK.test(folded.charAt(at))) continue;
    const raw = folded.slice(start, at);
    const words = raw.replace(EDGES, '');
    const begins = start + raw.indexOf(words);
    if (words !== '') sentences.push({ span: { start: begins, end: begins + words.length }, text: words.replaceAll(/\s/gu, '') });
    start = at + 1;
  }
  return sentences;
}

function pairsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}

/** Dice's measure. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((pair) => other.has(pair)).length;
  return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size);
}

/** Those on one report, in the order of the file. */
export function notesOn(config: string | null, file: string): readonly ReviewNote[] {
  const reading = readReviewConfig(config ?? '');
  return 'problem' in reading ? [] : reading.notes.filter((note) => fileKey(note.file) === fileKey(file));
}

/** The text of `.gouji.json` after the change, to the letter the same where that has been done; what is damaged is never changed. */
export function rewriteNotes(text: string | null, change: NoteChange): { readonly text: string } | { readonly problem: string } {
  const before = text === null || isBlank(text) ? writeJson({ version: CONFIG_VERSION }) : text;
  const general = readSuppressions(before);
  if ('problem' in general) return { problem: general.problem };
  const list = nodeAt(rootOf(before), ['notes']);
  if (list !== undefined && list.kind !== 'array') return { problem: 'notes 应写在一对方括号 [ ] 中' };
  const ids = (list?.items ?? []).map((item) => idOf(nodeAt(item, ['id'])));
  const index = ids.indexOf(change.kind === 'add' ? change.note.id : change.id);
  if (change.kind === 'add') {
    if (index >= 0) return { text: before };
    if (ids.length >= MAX_NOTES) return { problem: `审核批注已有${MAX_NOTES}条，请先删去不用的` };
    return { text: appendJson(before, ['notes'], dataOf(change.note)) };
  }
  // Another reviewer took it away meanwhile.
  if (index < 0) return { text: before };
  switch (change.kind) {
    case 'remove':
      return { text: removeJson(before, ['notes'], index) };
    case 'done':
      return { text: putUnlessSo(before, ['notes', index, 'done'], change.done) };
    case 'words':
      return { text: putUnlessSo(before, ['notes', index, 'note'], change.note.slice(0, MAX_NOTE_LENGTH)) };
    default:
      return change satisfies never;
  }
}

function idOf(node: ReturnType<typeof nodeAt>): string | null {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : null;
}

function putUnlessSo(text: string, path: Parameters<typeof putJson>[1], value: string | boolean): string {
  const present = nodeAt(rootOf(text), path);
  return present?.kind === 'scalar' && present.value === value ? text : putJson(text, path, value);
}

function dataOf({ id, file, cell, text, note, author, date, done, replyTo }: ReviewNote): { readonly [key: string]: JsonValue } {
  return {
    id,
    file: fileKey(file),
    ...(cell !== null && { cell }),
    text,
    note: note.slice(0, MAX_NOTE_LENGTH),
    author,
    date,
    ...(replyTo !== null && { replyTo }),
    ...(done && { done }),
  };
}
