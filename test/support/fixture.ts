// Reads rule fixtures, which state only what differs from a valid draft, with the expected findings marked inside:
//
//   base 2021 space          the draft to start from
//     a line                 context: stays, and tells where the change belongs (two blanks before it)
//   < table/row/column 40    what `.gouji.json` keeps of last year's report; a second number is what its file says now
//   % revisions 2            what the Word document behind it still holds
//   - a line                 goes
//   + a line                 comes; `«rule|words»` marks a finding, `→` stands for a tab
//   ! a line                 what the findings say and offer, each kind in full where it first occurs (`said.ts`); `npm run generate` writes it
//
// An empty line ends a change, a line of `=====` ends a case.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DocumentRemains, RemainKind } from '../../server/src/documents/document.ts';
import type { CellKey } from '../../server/src/forms/form.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { NO_SUPPRESSIONS, type FileSuppressions } from '../../server/src/suppressions/suppression.ts';
import { composeDraft, DRAFT_FORMS, type DraftForm, type DraftLayout } from './draft.ts';

interface Mark {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

export interface FixtureCase {
  /** File, number and first line, for whoever has to find it again: `term.fail.txt, case 2 (base 2021 tab)`. */
  readonly name: string;
  readonly text: string;
  readonly marks: readonly Mark[];
  /** What the findings of the fixture's own rule say and offer, as `createTeller` writes it. */
  readonly said: readonly string[];
  /** What `.gouji.json` holds of it. */
  readonly suppressions: FileSuppressions;
  /** What the document behind it holds; empty for text. */
  readonly remains: DocumentRemains;
}

/** Several tests look at one fixture. */
const read = new Map<string, readonly FixtureCase[]>();

export function readFixture(url: URL): readonly FixtureCase[] {
  const file = fileURLToPath(url);
  const cases = read.get(file) ?? bodiesOf(url).map((body, index) => expand(body, `${basename(file)}, case ${index + 1}`));
  read.set(file, cases);
  return cases;
}

/** The lines a case is about, as they are in its text and as they were in the draft it starts from; without marks. */
export interface FixtureExcerpt {
  readonly written: string;
  readonly valid: string;
  /** The whole draft it starts from. */
  readonly draft: string;
}

/** One for each case, in the order of `readFixture`; empty where a case changes nothing. */
export function readExcerpts(url: URL): readonly FixtureExcerpt[] {
  return bodiesOf(url).map((body) => {
    const [head = '', ...lines] = body.split('\n');
    const changes = changesOf(lines);
    const excerpt = (marks: string) => unmark(changes.map((change) => linesOf(change, marks)).join('')).text;
    return { written: excerpt(' +'), valid: excerpt(' -'), draft: draftOf(head, fileURLToPath(url)) };
  });
}

function bodiesOf(url: URL): readonly string[] {
  return readFileSync(url, 'utf8')
    .replaceAll('→', '\t')
    .split(/^=====.*\n/mu);
}

function expand(body: string, name: string): FixtureCase {
  const [head = '', ...lines] = body.split('\n');
  let draft = draftOf(head, name);
  for (const change of changesOf(lines)) draft = apply(draft, change, name);
  return {
    name: `${name} (${head})`,
    ...unmark(draft),
    suppressions: suppressionsOf(lines),
    remains: remainsIn(lines),
    said: lines.filter(isSaid).map((line) => line.slice(2).replaceAll('\t', '→')),
  };
}

function draftOf(head: string, name: string): string {
  const [, form = '', layout = ''] = /^base (\S+) (\S+)$/u.exec(head) ?? [];
  if (!isForm(form) || !isLayout(layout)) throw new Error(`${name}: first line of a case has to be "base FORM LAYOUT"`);
  return composeDraft({ form, layout });
}

function isForm(word: string): word is DraftForm {
  return word in DRAFT_FORMS;
}

function isLayout(word: string): word is DraftLayout {
  return word === 'space' || word === 'tab' || word === 'pipe';
}

function changesOf(lines: readonly string[]): readonly (readonly string[])[] {
  const changes: string[][] = [[]];
  for (const line of lines.filter((each) => !isSaid(each) && !isFigure(each) && !isRemain(each))) {
    if (line === '') changes.push([]);
    else changes.at(-1)?.push(line);
  }
  return changes.filter((change) => change.length > 0);
}

/** The path is the same for all; last year's file is a draft with those numbers. */
function suppressionsOf(lines: readonly string[]): FileSuppressions {
  const figures = lines.filter(isFigure).map((line) => line.slice(2).split(' '));
  if (figures.length === 0) return NO_SUPPRESSIONS;
  const cells = new Map(figures.map(([key = '', kept]) => [key as CellKey, Number(kept)]));
  const now = figures.filter(([, , number]) => number !== undefined);
  const linked =
    now.length === 0
      ? undefined
      : parseReport(composeDraft({ form: '2021', layout: 'tab', cells: new Map(now.map(([key = '', , number = '']) => [key as CellKey, number])) }));
  return { ...NO_SUPPRESSIONS, previous: { path: '../2022/年报.txt', cells, ...(linked !== undefined && { linked }) } };
}

function isFigure(line: string): boolean {
  return line.startsWith('< ');
}

function remainsIn(lines: readonly string[]): DocumentRemains {
  return new Map(
    lines.filter(isRemain).map((line) => {
      const [kind = '', count] = line.slice(2).split(' ');
      return [kind as RemainKind, Number(count)];
    }),
  );
}

function isRemain(line: string): boolean {
  return line.startsWith('% ');
}

function isSaid(line: string): boolean {
  return line.startsWith('! ');
}

function apply(draft: string, change: readonly string[], name: string): string {
  const before = linesOf(change, ' -');
  const pieces = `\n${draft}`.split(`\n${before}`);
  if (pieces.length !== 2) throw new Error(`${name}: found ${pieces.length - 1} times: ${before}`);
  return pieces.join(`\n${linesOf(change, ' +')}`).slice(1);
}

function linesOf(change: readonly string[], marks: string): string {
  return change
    .filter((line) => marks.includes(line.charAt(0)))
    .map((line) => `${line.slice(2)}\n`)
    .join('');
}

function unmark(marked: string): Pick<FixtureCase, 'text' | 'marks'> {
  const marks: Mark[] = [];
  const open: { readonly rule: string; readonly start: number }[] = [];
  let text = '';
  for (const token of marked.split(/(«[a-z-]+\||»)/u)) {
    const rule = /^«([a-z-]+)\|$/u.exec(token)?.[1];
    if (rule !== undefined) open.push({ rule, start: text.length });
    else if (token === '»') marks.push({ ...(open.pop() ?? { rule: 'unopened', start: 0 }), end: text.length });
    else text += token;
  }
  return { text, marks };
}
