// The manifest (package.json): every name exists in both languages, every file it points to is there.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../server/src/lsp/settings.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

interface Manifest {
  readonly contributes: {
    readonly languages: readonly { readonly configuration: string }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly snippets: readonly { readonly path: string }[];
    readonly commands: readonly { readonly command: string }[];
    readonly jsonValidation: readonly { readonly url: string }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly media: { readonly image: string }; readonly completionEvents: readonly string[] }[];
    }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown; readonly scope: string }>> };
  };
}

function text(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

function json<T>(file: string): T {
  return JSON.parse(text(file)) as T;
}

const { contributes } = json<Manifest>('package.json');

function clientSources(): string {
  const folder = path.join(ROOT, 'client/src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n');
}

it('names everything in English and in Chinese', () => {
  const used = [...text('package.json').matchAll(/"%([\w.]+)%"/gu)].map(([, key]) => key ?? '');
  const keys = (file: string) => Object.keys(json<Record<string, string>>(file)).toSorted();
  expect(keys('package.nls.json')).toEqual([...new Set(used)].toSorted());
  expect(keys('package.nls.zh-cn.json')).toEqual(keys('package.nls.json'));
});

it('translates every word the client says', () => {
  const said = [...clientSources().matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/gu)].map(([, message]) => message ?? '');
  expect(Object.keys(json<Record<string, string>>('l10n/bundle.l10n.zh-cn.json')).toSorted()).toEqual([...new Set(said)].toSorted());
});

it('points to files that are there', () => {
  const files = [
    ...contributes.languages.map(({ configuration }) => configuration),
    ...[...contributes.grammars, ...contributes.snippets].map((entry) => entry.path),
    ...contributes.jsonValidation.map(({ url }) => url),
  ];
  expect(files.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
});

it('has a handler for every command and a command for every handler', () => {
  const handled = [...clientSources().matchAll(/^ {4}'(gouji\.\w+)':/gmu)].map(([, id]) => id ?? '');
  expect(contributes.commands.map(({ command }) => command).toSorted()).toEqual(handled.toSorted());
});

it('defaults to what the server assumes, for each resource', () => {
  const { properties } = contributes.configuration;
  const declared = Object.fromEntries(Object.entries(properties).map(([name, { default: value }]) => [name.replace('gouji.', ''), value]));
  expect(declared).toEqual({ ...flattened(DEFAULT_SETTINGS), ...OF_THE_CLIENT });
  // Author and date are the person's, whatever the folder; the library that speaks LSP reads the trace for the window.
  const others = Object.entries(properties).filter(([, { scope }]) => scope !== 'resource');
  expect(others.map(([name]) => name)).toEqual(['gouji.word.author', 'gouji.word.date', 'gouji.trace.server']);
});

/** Settings that the client alone reads, with the default it assumes. */
const OF_THE_CLIENT = { tableKeys: true, 'trace.server': 'off' };

/** By name, as the manifest has them: a dot for what lies within. A map is a value. */
function flattened(settings: object): Readonly<Record<string, unknown>> {
  const entries = Object.entries(settings).flatMap(([name, value]: [string, unknown]): (readonly [string, unknown])[] => {
    if (value instanceof Map) return [[name, Object.fromEntries(value)]];
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[name, value]];
    return Object.entries(flattened(value)).map(([inner, own]) => [`${name}.${inner}`, own]);
  });
  return Object.fromEntries(entries);
}

it('has a picture for each step of the walkthrough, and steps that can be done', () => {
  const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
  expect(steps.map(({ media }) => media.image).filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  const commands = contributes.commands.map(({ command }) => `onCommand:${command}`);
  const contexts = [...clientSources().matchAll(/context: '([\w.]+)'/gu)].map(([, context]) => `onContext:${context}`);
  const events = steps.flatMap(({ completionEvents }) => completionEvents);
  expect(events.filter((event) => !commands.includes(event) && !contexts.includes(event))).toEqual([]);
  const linked = [text('package.nls.json'), text('package.nls.zh-cn.json')].map((nls) =>
    [...nls.matchAll(/command:(gouji\.\w+)/gu)].map(([, command]) => `onCommand:${command}`),
  );
  expect(linked[0]).toEqual(linked[1]);
  expect(linked.flat().filter((command) => !commands.includes(command))).toEqual([]);
});
