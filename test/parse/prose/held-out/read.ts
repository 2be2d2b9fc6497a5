// Reads the held-out corpus: sentences with their claims marked in place, in the `.txt` files beside this one.
//
// A line is a sentence; `#` begins a comment; `% world=town part=applications unit=… self=…` holds for the lines below it.
// `{17|received}`  the number 17 is a claim with the readings of that topic (topics.ts); several topics: `{1|review,litigation}`
// `{17|received!}` the same, and the table contradicts it   `{20|received>}` at least   `{20|received~}` about
// `{460|infoFee?}` may be read or left alone                `{未收到|received=0}` words that claim a zero
// `{134|-population}` a trap: nothing may bind this number, for the reason named; unmarked numbers are traps as well
// `⏎` is a line break of a PDF; ` ⇒ prose-complete` at the end names findings that no number carries.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOPICS, TRAPS } from './topics.ts';
import { type Part, type World, WORLDS } from './worlds.ts';

export interface Marked {
  /** Into the sentence. */
  readonly start: number;
  readonly end: number;
  readonly labels: readonly string[];
  readonly bound: 'exact' | 'atLeast' | 'about';
  /** The table contradicts it. */
  readonly contradicted: boolean;
  readonly optional: boolean;
  readonly zero: boolean;
}

interface Trap {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

export interface Sentence {
  /** `file:line`. */
  readonly name: string;
  readonly world: World;
  readonly part: Part;
  readonly text: string;
  readonly claims: readonly Marked[];
  readonly traps: readonly Trap[];
  /** Findings due beside those of contradicted claims. */
  readonly rules: readonly string[];
}

const MARK = /\{([^|{}]+)\|([^{}]+)\}/u;
const LABEL = /^(?<labels>[\w.,-]+?)(?<zero>=0)?(?<bound>[>~])?(?<contradicted>!)?(?<optional>\?)?$/u;

export function readHeldOut(folder: string): readonly Sentence[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort();
  return files.flatMap((file) => readFile(file, readFileSync(join(folder, file), 'utf8')));
}

function readFile(file: string, content: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let scene: Scene = { world: 'town', part: 'applications' };
  content.split('\n').forEach((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return;
    if (line.startsWith('%')) scene = readScene(line, `${file}:${index + 1}`);
    else sentences.push(readSentence(line, scene, `${file}:${index + 1}`));
  });
  return sentences;
}

type Scene = Readonly<Record<string, string>>;

function readScene(line: string, name: string): Scene {
  const scene = Object.fromEntries(
    line
      .slice(1)
      .trim()
      .split(/\s+/u)
      .map((pair) => pair.split('=', 2)),
  );
  if (WORLDS[scene['world']] === undefined) throw new Error(`${name}: unknown world`);
  return scene;
}

function readSentence(line: string, scene: Scene, name: string): Sentence {
  const world = WORLDS[scene['world'] ?? ''];
  if (world === undefined) throw new Error(`${name}: no world`);
  const [body = '', rules = ''] = line.split(' ⇒ ');
  const claims: Marked[] = [];
  const traps: Trap[] = [];
  let text = '';
  let rest = body.replaceAll('⏎', '\n');
  for (let mark = MARK.exec(rest); mark !== null; mark = MARK.exec(rest)) {
    const [whole, words = '', label = ''] = mark;
    text += rest.slice(0, mark.index);
    const place = { start: text.length, end: text.length + words.length };
    text += words;
    rest = rest.slice(mark.index + whole.length);
    if (label.startsWith('-')) traps.push({ ...place, reason: known(TRAPS, label.slice(1), name) });
    else claims.push({ ...place, ...readLabel(label, name) });
  }
  return {
    name,
    world: { ...world, unit: scene['unit'] ?? world.unit, self: scene['self'] ?? world.self },
    part: (scene['part'] ?? 'applications') as Part,
    text: text + rest,
    claims,
    traps,
    rules: rules === '' ? [] : rules.trim().split(' '),
  };
}

function readLabel(label: string, name: string): Omit<Marked, 'start' | 'end'> {
  const groups = LABEL.exec(label)?.groups;
  const labels = groups?.['labels']?.split(',') ?? [];
  if (labels.length === 0 || labels.some((each) => TOPICS[each] === undefined)) throw new Error(`${name}: unknown label ${label}`);
  return {
    labels,
    bound: groups?.['bound'] === '>' ? 'atLeast' : groups?.['bound'] === '~' ? 'about' : 'exact',
    contradicted: groups?.['contradicted'] !== undefined,
    optional: groups?.['optional'] !== undefined,
    zero: groups?.['zero'] !== undefined,
  };
}

function known(names: readonly string[], name: string, place: string): string {
  if (!names.includes(name)) throw new Error(`${place}: unknown reason ${name}`);
  return name;
}
