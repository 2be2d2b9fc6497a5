// Heads of files: each opens with a statement of what it holds, in words that a reader would search for.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
/** A question in the prose of a head; what stands in backquotes, quotation marks or brackets is an example. */
const QUESTION = /\?(?:\s|$)/u;
const EXAMPLES = /`[^`]*`|“[^”]*”|"[^"]*"|\[[^\]]*\]/gu;
const MAX_LINES = 3;

const FILES = ['server/src', 'client/src', 'test'].flatMap((folder) =>
  readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.(?:ts|mjs)$/u.test(name) && !name.includes('/node_modules/')),
);

/** The first paragraph of the comment that opens a file, without its marks. */
function headOf(source: string): readonly string[] {
  const lines = source.replace(/^#!.*\n/u, '').split('\n');
  if (lines[0] === '/**') return [lines[1]?.replace(/^ \* ?/u, '') ?? ''];
  const end = lines.findIndex((line) => !line.startsWith('// '));
  return lines.slice(0, end === -1 ? lines.length : end).map((line) => line.slice(3));
}

/** What is wrong with a head, or null. */
function faultOf(source: string): string | null {
  const head = headOf(source);
  const words = head.join(' ').replaceAll(EXAMPLES, '');
  if (head.length === 0 || words.trim() === '') return 'no head';
  if (QUESTION.test(words)) return 'a question';
  if (/^(?:This|The) (?:file|module)\b/u.test(words)) return 'speaks of the file and not of what it holds';
  if (head.length > MAX_LINES && !source.startsWith('#!')) return `over ${MAX_LINES} lines`;
  return null;
}

describe('the head of a file', () => {
  test('is a statement everywhere', () => {
    expect(FILES.length).toBeGreaterThan(500);
    const faults = FILES.map((name) => ({ name, fault: faultOf(readFileSync(new URL(name, ROOT), 'utf8')) }));
    expect(faults.filter(({ fault }) => fault !== null)).toEqual([]);
  });

  test.each([
    ['// How does a request find its document?\n\ncode', 'a question'],
    ['// Where is it? In the form.\n', 'a question'],
    ['#!/usr/bin/env node\n// Is it fast?\n', 'a question'],
    ['// This file parses tables.\n', 'speaks of the file and not of what it holds'],
    ["import fs from 'node:fs';\n", 'no head'],
    ['// Parses tables; `[a?]` may be absent.\n\n// Why here?\n', null],
    ['/**\n * The engine as a library.\n */\n', null],
  ])('%j: %s', (source, fault) => {
    expect(faultOf(source)).toBe(fault);
  });
});
