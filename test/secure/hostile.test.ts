// Words of a draft or a file name give no orders: to a terminal, a log, a Markdown view, a viewer of SARIF.

import { expect, it } from 'vitest';
import { hover } from '../../server/src/features/hover/hover.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { checkLines, draft, folderWith, gouji } from '../cli/support.ts';
import { wellFormed } from '../cli/well-formed.ts';
import { changeOf, NAME, written } from '../suppressions/support.ts';

/** What terminals, browsers, log collectors and Markdown give a meaning, each as a word that a draft may hold. */
const ORDERS = [
  '\u001b[2J\u001b[31m',
  '\u001b]8;;https://evil.example\u0007点我\u001b]8;;\u0007',
  '\u009b31m',
  '\u202e反\u202c',
  '[点我](https://evil.example)',
  '![x](https://evil.example/x.png)',
  '<img src=x onerror=alert(1)>',
  '<a href="command:gouji.x">点</a>',
  '`code`**粗**_斜_',
  '::error file=x::假的',
  '%0A::stop-commands::x',
  '{0}{{1}}',
  ']]>&lt;!--',
  'www.evil.example',
];

/** The words in a row that is not the form's, in a cell, in a heading and in a sentence. */
function draftWith(words: string): string {
  return draft({ 'enforcement/penalties/decisions': `3${words}`, 'issued/normative/effective': '0' })
    .replace('\n五、', `\n五、${words}`)
    .replace('办结', `${words}办结99件，办结`)
    .replace('行政强制', `${words} 5\n行政强制`);
}

/** A folder for each, with the words in a note of its `.gouji.json` too, which the message of the finding repeats. */
const FILES = Object.fromEntries(
  ORDERS.flatMap((words, index) => {
    const text = draftWith(words);
    const note = written(null, changeOf(text, 'stock-below-flow', words));
    // Two digits: folders are walked in the order of code points.
    const folder = String(index + 10);
    return [
      [`${folder}/${NAME}`, text],
      [`${folder}/.gouji.json`, note],
    ];
  }),
);

it('the findings quote the words', async () => {
  const { stdout } = await gouji({ cwd: folderWith(FILES) }, 'check', '.');
  const messages = checkLines(stdout).map(({ findings }) => findings.map(({ message }) => message).join());
  expect(messages).toHaveLength(ORDERS.length);
  for (const words of ['[点我](https://evil.example)', '<img src=x onerror=alert(1)>', '::error file=x::假的', '{0}{{1}}']) {
    expect(messages[ORDERS.indexOf(words)]).toContain(words);
  }
});

it.each([
  ...['pretty', 'json', 'ndjson', 'sarif', 'github', 'junit'].map((format) => ['check', format] as const),
  ...['pretty', 'json', 'ndjson'].map((format) => ['parse', format] as const),
])('%s --format %s gives a terminal no order', async (command, format) => {
  const { stdout, stderr } = await gouji({ cwd: folderWith(FILES) }, command, '--format', format, '.');
  expect(stdout.length).toBeGreaterThan(1000);
  expect(`${stdout}${stderr}`).not.toMatch(/[^\P{Cc}\n]/u);
  // JSON may keep what turns the reading order: a program reads it. What a person reads has none.
  if (['pretty', 'github', 'junit'].includes(format)) expect(stdout).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}]/u);
});

it('github: each line is one command of ours', async () => {
  const { stdout } = await gouji({ cwd: folderWith(FILES) }, 'check', '--format', 'github', '.');
  for (const line of stdout.trimEnd().split('\n'))
    expect(line).toMatch(/^::(?:error|warning|notice) file=\d+\/[^,:]+,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=勾稽 [a-z-]+::/u);
});

it('junit stays well-formed and holds no element of the draft', async () => {
  const { stdout } = await gouji({ cwd: folderWith(FILES) }, 'check', '--format', 'junit', '.');
  expect(wellFormed(stdout)).toBeNull();
  const elements = [...stdout.matchAll(/<([a-z][\w-]*)/gu)].map(([, name]) => name);
  expect([...new Set(elements)].sort()).toEqual(['failure', 'properties', 'property', 'system-out', 'testcase', 'testsuite', 'testsuites']);
});

it('sarif: no message holds an embedded link or a placeholder', async () => {
  const { stdout } = await gouji({ cwd: folderWith(FILES) }, 'check', '--format', 'sarif', '.');
  const messages: string[] = [];
  JSON.parse(stdout, (key, value: unknown) => {
    if (key === 'message' || key === 'description') messages.push((value as { readonly text: string }).text);
    return value;
  });
  expect(messages.some((text) => text.includes('evil.example'))).toBe(true);
  for (const text of messages) {
    expect(text).not.toMatch(/(?<!\\)\[[^[\]]*(?<!\\)\]\(/u);
    expect(text.replaceAll(/\{\{|\}\}/gu, '')).not.toMatch(/[{}]/u);
  }
});

it.each(ORDERS)('a hover over a draft with %j holds only our own markup', (words) => {
  const text = draftWith(words);
  const report = parseReport(text);
  const spots = Array.from({ length: Math.ceil(text.length / 3) }, (_, index) => index * 3);
  const said = spots.flatMap((offset) => hover(report, offset, 'markdown') ?? []);
  expect(said.length).toBeGreaterThan(10);
  for (const { contents } of said) {
    const { value } = contents as { readonly value: string };
    expect(value).not.toMatch(/(?<!\\)[[\]<>`@]/u);
    expect(value).not.toMatch(/www\.|https?:\/|command:/u);
    expect(value).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u);
  }
});
