// Every loop ends: those that step towards a bound do by themselves, all others have to count their turns.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkReport } from '../../server/src/check.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { asInProduct, stallCount, Turns } from '../../server/src/text/turns.ts';
import { composeDraft } from '../support/draft.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

afterEach(() => vi.restoreAllMocks());

describe('loops of the sources', () => {
  const files = ['server/src', 'client/src'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => path.posix.join(folder, file)),
  );

  it('step towards their bound or count their turns', () => {
    expect(files.flatMap((file) => unguarded(readFileSync(path.join(ROOT, file), 'utf8')).map((loop) => `${file}: ${loop}`))).toEqual([]);
  });

  it.each([
    'while ((headings[next]?.span.start ?? end) < line.end) next++;',
    'while (at < end) at += step(at);',
    'while (at < end) { if (text[at] === ")") at++; }',
    'while (at > end) at++;',
    'while (true) next();',
    'while (at < end || more) at++;',
    'for (;;) { if (next()) break; }',
    'for (let at = 0; at < end; ) { at = next(at); }',
    'do { at++; } while (at < end);',
  ])('would be noticed: %s', (loop) => {
    expect(unguarded(loop)).toHaveLength(1);
  });

  it.each([
    "while (at < end && (text.charAt(at) === '(' || isBlank(at))) at++;",
    'while (end > start && isBlank(end - 1)) end--;',
    'while (line + 1 < lines.length && holds(line)) line++;',
    'while (turns.more() && at < end) at = next(at);',
    'for (let at = 0; turns.more() && at < end; ) at = next(at);',
    'for (let at = 0; at < end; at++) look(at);',
    'for (const each of all) look(each);',
  ])('would pass: %s', (loop) => {
    expect(unguarded(loop)).toEqual([]);
  });
});

describe('a loop that stands still', () => {
  const stand = () => {
    const turns = new Turns(10);
    let taken = 0;
    while (turns.more()) taken++;
    return taken;
  };

  it('throws in tests', () => {
    expect(stand).toThrow('stands still');
  });

  it('is ended in the product, and known', () => {
    const before = stallCount();
    expect(asInProduct(stand)).toBe(11);
    expect(stallCount()).toBe(before + 1);
  });

  it('is told as what was not read, and only then', () => {
    const draft = composeDraft({ form: '2021', layout: 'space' });
    const said = (report = parseReport(draft)) =>
      checkReport(report)
        .findings.filter(({ rule }) => rule === 'table-unreadable')
        .map(({ message }) => message);
    expect(said()).toEqual([]);
    const halted = asInProduct(() => {
      vi.spyOn(Turns.prototype, 'more').mockImplementationOnce(() => new Turns(-1).more());
      return parseReport(draft);
    });
    expect(said(halted)).toEqual([expect.stringContaining('没有读完')]);
  });
});

/** Loops whose end depends on what they read. Strings and comments are emptied first, so that brackets can be counted. */
function unguarded(source: string): readonly string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/gu, (found) => ' '.repeat(found.length));
  return [...code.matchAll(/\b(?:(while|for)\s*(?=\()|do\s*(?=\{))/gu)].flatMap((match) => {
    const open = match.index + match[0].length;
    const head = match[1] === undefined ? '' : code.slice(open + 1, closing(code, open));
    const line = source.slice(match.index, source.indexOf('\n', match.index) < 0 ? undefined : source.indexOf('\n', match.index)).trim();
    const body = match[1] === undefined ? '' : code.slice(open + head.length + 2).trimStart();
    // The `while` behind the body of a `do` was told with it.
    if (match[1] === 'while' && body.startsWith(';')) return [];
    const condition = match[1] === 'for' ? conditionOf(head) : head;
    return condition === null || condition.includes('.more()') || stepsToBound(condition, body) ? [] : [line];
  });
}

/** The middle of a `for` that takes its step in its body; null for one that steps in its head, or over a list. */
function conditionOf(head: string): string | null {
  const parts = head.split(';');
  return parts.length === 3 && parts[2]?.trim() === '' ? (parts[1] ?? '') : null;
}

/** `at < end && … ) at++;`: all of the body is the step, and the condition bounds it in that direction. */
function stepsToBound(condition: string, body: string): boolean {
  const step = /^(?<name>[\w.]+)(?<sign>\+\+|--);/u.exec(body)?.groups;
  if (step === undefined || /\|\||\?[^.?]/u.test(topLevel(condition))) return false;
  const bound = new RegExp(`^${step['name']?.replace('.', '\\.')}(?: [-+] \\w+)? ${step['sign'] === '++' ? '<' : '>'}=? `, 'u');
  return topLevel(condition)
    .split('&&')
    .some((part) => bound.test(part.trim()));
}

/** The condition with everything in brackets left out. */
function topLevel(condition: string): string {
  let depth = 0;
  return [...condition]
    .filter((character) => {
      if (character === '(') depth++;
      if (character === ')') depth--;
      return depth === 0;
    })
    .join('');
}

function closing(code: string, open: number): number {
  let depth = 0;
  for (let at = open; at < code.length; at++) {
    if (code[at] === '(') depth++;
    if (code[at] === ')' && --depth === 0) return at;
  }
  return code.length;
}
