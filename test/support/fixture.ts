// How does a fixture state only what differs from a valid draft, with the expected findings marked inside?
//
//   base 2021 space          the draft to start from
//     a line                 context: stays, and tells where the change belongs (two blanks before it)
//   - a line                 goes
//   + a line                 comes; `«rule|words»` marks a finding, `→` stands for a tab
//
// An empty line ends a change, a line of `=====` ends a case.

import { readFileSync } from 'node:fs';
import { composeDraft, DRAFT_FORMS, type DraftForm, type DraftLayout } from './draft.ts';

interface Mark {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

export interface FixtureCase {
  readonly text: string;
  readonly marks: readonly Mark[];
}

export function readFixture(url: URL): readonly FixtureCase[] {
  const source = readFileSync(url, 'utf8').replaceAll('→', '\t');
  return source.split(/^=====.*\n/mu).map((body) => expand(body, url.pathname));
}

function expand(body: string, name: string): FixtureCase {
  const lines = body.split('\n');
  const [, form = '', layout = ''] = /^base (\S+) (\S+)$/u.exec(lines.shift() ?? '') ?? [];
  if (!isForm(form) || !isLayout(layout)) throw new Error(`${name}: first line of a case has to be "base FORM LAYOUT"`);
  let draft = composeDraft({ form, layout });
  for (const change of changesOf(lines)) draft = apply(draft, change, name);
  return unmark(draft);
}

function isForm(word: string): word is DraftForm {
  return word in DRAFT_FORMS;
}

function isLayout(word: string): word is DraftLayout {
  return word === 'space' || word === 'tab' || word === 'pipe';
}

function changesOf(lines: readonly string[]): readonly (readonly string[])[] {
  const changes: string[][] = [[]];
  for (const line of lines) {
    if (line === '') changes.push([]);
    else changes.at(-1)?.push(line);
  }
  return changes.filter((change) => change.length > 0);
}

function apply(draft: string, change: readonly string[], name: string): string {
  const keep = (marks: string) => change.filter((line) => marks.includes(line.charAt(0))).map((line) => `${line.slice(2)}\n`).join('');
  const before = keep(' -');
  const pieces = `\n${draft}`.split(`\n${before}`);
  if (pieces.length !== 2) throw new Error(`${name}: found ${pieces.length - 1} times: ${before}`);
  return pieces.join(`\n${keep(' +')}`).slice(1);
}

function unmark(marked: string): FixtureCase {
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
