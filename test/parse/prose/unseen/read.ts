// Reads sentences marked as a clerk judges them: what is right is to be left alone, what is wrong reported at its number.
//
// `{17}` is right and is to be read; `{17?}` is right, read or not; `{27>17}` is wrong and 17 is right; `{无>}` is wrong, whatever is offered.
// Numbers without braces are about something else. ` ⇒ any` at the end: some finding is due, wherever it stands.
// `% world=… part=…` as in held-out. A line with a wrong number is a false sentence, one with braces only a true one, one without is about something else.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Part, type World, WORLDS } from '../held-out/worlds.ts';

export interface Mark {
  /** Into the sentence. */
  readonly start: number;
  readonly end: number;
  readonly wrong: boolean;
  readonly optional: boolean;
  /** What is to be offered for a wrong number; empty where it does not matter. */
  readonly right: string;
}

export interface Sentence {
  /** `file:line`. */
  readonly name: string;
  readonly kind: 'true' | 'false' | 'other';
  readonly world: World;
  readonly part: Part;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly anywhere: boolean;
}

const MARK = /\{(?<words>[^{}>?]+)(?<wrong>>(?<right>[^{}?]*))?(?<optional>\?)?\}/u;

export function readUnseen(folder: string): readonly Sentence[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort();
  return files.flatMap((file) => readFile(file, readFileSync(join(folder, file), 'utf8')));
}

function readFile(file: string, content: string): readonly Sentence[] {
  let scene: Readonly<Record<string, string>> = {};
  return content.split('\n').flatMap((line, index) => {
    if (line.startsWith('%'))
      scene = Object.fromEntries(
        line
          .slice(1)
          .trim()
          .split(/\s+/u)
          .map((pair) => pair.split('=', 2)),
      );
    if (line.trim() === '' || line.startsWith('#') || line.startsWith('%')) return [];
    const world = WORLDS[scene['world'] ?? ''];
    if (world === undefined) throw new Error(`${file}:${index + 1}: no world`);
    return [{ name: `${file}:${index + 1}`, world, part: (scene['part'] ?? 'applications') as Part, ...readSentence(line) }];
  });
}

function readSentence(line: string): Pick<Sentence, 'kind' | 'text' | 'marks' | 'anywhere'> {
  const [body = '', rules] = line.split(' ⇒ ');
  const marks: Mark[] = [];
  let text = '';
  let rest = body;
  for (let found = MARK.exec(rest); found !== null; found = MARK.exec(rest)) {
    const { words = '', wrong, right = '', optional } = found.groups ?? {};
    text += rest.slice(0, found.index);
    marks.push({ start: text.length, end: text.length + words.length, wrong: wrong !== undefined, optional: optional !== undefined, right });
    text += words;
    rest = rest.slice(found.index + found[0].length);
  }
  const anywhere = rules !== undefined;
  const isFalse = anywhere || marks.some(({ wrong }) => wrong);
  return { kind: isFalse ? 'false' : marks.length > 0 ? 'true' : 'other', text: text + rest, marks, anywhere };
}
