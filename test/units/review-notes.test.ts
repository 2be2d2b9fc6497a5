// Reviewer's notes: they follow their cell or sentence through edits, and nothing is lost of what several reviewers write.

import { expect, test } from 'vitest';
import { parseReport } from '../../server/src/parse/parse.ts';
import { readReviewConfig, type ReviewNote } from '../../server/src/units/review-config.ts';
import { anchorAt, notesOn, placeNotes, rewriteNotes, type NoteChange } from '../../server/src/units/placed-notes.ts';
import { reportText, twoYears } from './two-years.ts';

const [, UNIT] = twoYears(2);
if (UNIT === undefined) throw new Error('no unit');
const TEXT = reportText(UNIT.now);
const FILE = '本年/教育局.txt';

function note(more: Partial<ReviewNote>): ReviewNote {
  return { id: 'a', file: FILE, cell: null, text: '', note: '请核实', author: '甲', date: '2025-01-20', done: false, replyTo: null, ...more };
}

/** What stands where a note is placed in a text that was edited after the note was written on `words`. */
function follow(words: string, edit: (text: string) => string): { readonly state: string; readonly text: string } {
  const start = TEXT.indexOf(words);
  const anchor = anchorAt(parseReport(TEXT), { start, end: start + words.length });
  const edited = edit(TEXT);
  const [placed] = placeNotes(parseReport(edited), [note(anchor)]);
  return { state: placed?.state ?? '', text: edited.slice(placed?.span.start, placed?.span.end) };
}

const SENTENCE = /（一）主动公开[^\n]*?([^。\n]+)。/u.exec(TEXT)?.[1] ?? '';
const ROW = /行政许可\s+(?<value>\d+)/u.exec(TEXT);

test('a note on a cell is kept by the key of the cell, and stands at it whatever it says now', () => {
  const start = (ROW?.index ?? 0) + (ROW?.[0] ?? '').length - 1;
  const anchor = anchorAt(parseReport(TEXT), { start, end: start });
  expect(anchor).toMatchObject({ cell: 'licensing/licences/decisions', text: expect.stringContaining('行政许可') });
  const edited = `前言\n\n${TEXT.replace(ROW?.[0] ?? '', '行政许可 98765')}`;
  const [placed] = placeNotes(parseReport(edited), [note(anchor)]);
  expect([placed?.state, edited.slice(placed?.span.start, placed?.span.end)]).toEqual(['there', '98765']);
});

test('a note on a sentence follows it to where it stands now', () => {
  expect(follow(SENTENCE, (text) => `说明。\n${text}`)).toEqual({ state: 'there', text: expect.stringContaining(SENTENCE) });
});

test('a sentence that was reworded a little is told of as changed', () => {
  expect(follow(SENTENCE, (text) => text.replace(SENTENCE, `${SENTENCE.slice(0, -3)}明显`))).toMatchObject({ state: 'changed' });
});

test('a sentence that is gone leaves its note at the beginning; no other is taken for it', () => {
  expect(follow(SENTENCE, (text) => text.replace(SENTENCE, ''))).toEqual({ state: 'lost', text: '' });
});

test('of two sentences that resemble it alike none is chosen', () => {
  const twice = (text: string) => text.replace(SENTENCE, `${SENTENCE}甲。${SENTENCE}乙`);
  expect(follow(SENTENCE, twice).state).toBe('lost');
});

test('an answer stands where the note does that it answers', () => {
  const first = note({ cell: 'licensing/licences/decisions' });
  const [one, two] = placeNotes(parseReport(TEXT), [first, note({ id: 'b', replyTo: 'a' })]);
  expect(two?.span).toEqual(one?.span);
});

const CONFIG = `{
  "version": 1,
  "own": [1, 2],
  "units": ["青禾县教育局"]
}
`;

function written(text: string | null, ...changes: readonly NoteChange[]): string {
  return changes.reduce<string>((before, change) => {
    const result = rewriteNotes(before, change);
    if ('problem' in result) throw new Error(result.problem);
    return result.text;
  }, text ?? '');
}

const ADD = (id: string): NoteChange => ({ kind: 'add', note: note({ id }) });

test('what is written is read back, and everything else in the file stays', () => {
  const text = written(CONFIG, { kind: 'add', note: note({ cell: 'licensing/licences/decisions', replyTo: 'x', done: true }) });
  expect(notesOn(text, FILE)).toEqual([note({ cell: 'licensing/licences/decisions', replyTo: 'x', done: true })]);
  expect(notesOn(text, '别的.txt')).toEqual([]);
  expect(JSON.parse(text)).toMatchObject({ own: [1, 2], units: ['青禾县教育局'] });
  expect(readReviewConfig(text)).not.toHaveProperty('problem');
});

test('two reviewers who read the same file both keep their notes, once each', () => {
  const [mine, theirs] = [written(CONFIG, ADD('mine')), written(CONFIG, ADD('theirs'))];
  // Theirs came last and took ours out; what we see a moment later is put right, and to do so again changes nothing.
  const mended = written(theirs, ADD('mine'));
  expect(notesOn(mended, FILE).map(({ id }) => id)).toEqual(['theirs', 'mine']);
  expect(written(mended, ADD('mine'), ADD('theirs'))).toBe(mended);
  expect(notesOn(mine, FILE)).toHaveLength(1);
});

test('done, reworded and removed: each says what is to be, and a note that is gone stays so', () => {
  const text = written(null, ADD('a'), ADD('b'), { kind: 'done', id: 'a', done: true }, { kind: 'words', id: 'b', note: '已改' }, { kind: 'remove', id: 'c' });
  expect(notesOn(text, FILE).map(({ id, done, note: words }) => [id, done, words])).toEqual([
    ['a', true, '请核实'],
    ['b', false, '已改'],
  ]);
  expect(written(text, { kind: 'done', id: 'a', done: true })).toBe(text);
  const removed = written(text, { kind: 'remove', id: 'a' });
  expect(notesOn(removed, FILE).map(({ id }) => id)).toEqual(['b']);
  expect(written(removed, { kind: 'words', id: 'a', note: '?' })).toBe(removed);
});

test('fields of a note that are not ours stay when it is changed', () => {
  const text = written(CONFIG, ADD('a')).replace('"id": "a",', '"id": "a", "stamp": 7,');
  expect(written(text, { kind: 'done', id: 'a', done: true })).toContain('"stamp": 7');
});

test('a damaged file is told of and never changed', () => {
  expect(rewriteNotes('{ "version": 1, ', ADD('a'))).toHaveProperty('problem');
  expect(rewriteNotes('{ "version": 1, "notes": {} }', ADD('a'))).toHaveProperty('problem');
});
