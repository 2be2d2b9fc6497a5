// The check of a text that is not open says what the command line says of the same file.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BROKEN, checkLines, folderWith, gouji, NO_REPORT, UNBALANCED, WIDE } from '../cli/support.ts';
import { SHARED } from '../corpus/shared.ts';
import { changeOf, NAME, written } from '../suppressions/support.ts';
import { PULLING, shared, start, type Diagnostic } from './session.ts';

const server = shared({ capabilities: PULLING });
const SEVERITIES = ['error', 'warning', 'information', 'hint'];

interface Checked {
  readonly kind: string;
  readonly equations?: unknown;
  readonly diagnostics?: readonly Diagnostic[];
}

function check(uri: string, text: string): Promise<Checked> {
  return server().request('gouji/checkText', { uri, text });
}

/** Both answers for every file of a folder, in the same shape. */
async function both(cwd: string, names: readonly string[]) {
  const lines = checkLines((await gouji({ cwd }, 'check', ...names)).stdout);
  const expected = lines.map(({ recognised, equations, findings }) =>
    recognised
      ? { kind: 'report', equations, findings: findings.map(({ rule, severity, message, range }) => ({ rule, severity, message, range })) }
      : { kind: 'other' },
  );
  const actual: unknown[] = [];
  for (const name of names) {
    const file = path.join(cwd, name);
    const { kind, equations, diagnostics = [] } = await check(pathToFileURL(file).href, readFileSync(file, 'utf8'));
    const findings = diagnostics.map(({ code, severity, message, range }) => ({ rule: code, severity: SEVERITIES[severity - 1], message, range }));
    actual.push(kind === 'report' ? { kind, equations, findings } : { kind });
  }
  return { expected, actual };
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => /\.(?:txt|html)$/u.test(name));
}

const samples = path.resolve(import.meta.dirname, '../samples');
const folders = [samples, ...(SHARED === null ? [] : [path.join(SHARED, 'seeds')])];

describe('the same is found as by the command line', () => {
  it.each(folders)('in the files of %s', async (folder) => {
    const { expected, actual } = await both(folder, filesIn(folder));
    expect(actual.length).toBeGreaterThan(3);
    expect(actual).toEqual(expected);
  });

  it('where something is wrong, in a web page, and beside a .gouji.json', async () => {
    const cwd = folderWith({
      'broken.txt': BROKEN,
      'wide.md': WIDE,
      'page.html': `<html><body><pre>${UNBALANCED}</pre></body></html>`,
      'other.txt': NO_REPORT,
      [NAME]: UNBALANCED,
      '.gouji.json': written(null, changeOf(UNBALANCED, 'wrong-cell', null)),
    });
    const { expected, actual } = await both(cwd, ['broken.txt', 'wide.md', 'page.html', 'other.txt', NAME]);
    expect(actual).toEqual(expected);
    expect(actual.map((each) => JSON.stringify(each).includes('"rule"'))).toEqual([true, true, true, false, false]);
  });
});

it('heeds the settings', async () => {
  const off = await start({ capabilities: PULLING, initializationOptions: { gouji: { enable: false } } });
  expect(await off.request('gouji/checkText', { uri: 'file:///a.txt', text: BROKEN })).toEqual({ kind: 'off' });
  const quiet = await start({ capabilities: PULLING, initializationOptions: { gouji: { rules: { 'cell-negative': 'off' } } } });
  expect(await quiet.request('gouji/checkText', { uri: 'file:///a.txt', text: BROKEN })).toMatchObject({ kind: 'report', diagnostics: [] });
});

it('a cancelled question is an error', async () => {
  expect(await server().ask('gouji/checkText', { uri: 'file:///a.txt', text: BROKEN }, { cancel: true })).toMatchObject({ error: { code: -32800 } });
});
