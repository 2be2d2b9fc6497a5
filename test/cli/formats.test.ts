// Each output format is valid, complete, and safe whatever a file is called.

import { expect, test } from 'vitest';
import { RULES } from '../../server/src/rules/registry.ts';
import { BROKEN, checkLines, CLEAN, draft, folderWith, gouji, NO_REPORT, WIDE } from './support.ts';
import { wellFormed } from './well-formed.ts';

/** A terminal order, a line break, and every character some format gives a meaning. */
const NASTY = 'a\u001b[31m\n"<&>\',:%25\u009b1m\u202e.txt';
const FILES = { 'clean.txt': CLEAN, 'broken.txt': BROKEN, 'wide.txt': WIDE, [NASTY]: BROKEN, 'notice.txt': NO_REPORT };
const ALL = ['clean.txt', 'broken.txt', NASTY, 'notice.txt', 'lost.txt', 'wide.txt'];

async function written(format: string, ...paths: readonly string[]): Promise<string> {
  const { stdout } = await gouji({ cwd: folderWith(FILES) }, 'check', '--format', format, ...(paths.length === 0 ? ALL : paths));
  return stdout;
}

test('json is one array of what ndjson has line by line', async () => {
  const lines = checkLines(await written('ndjson'));
  expect(JSON.parse(await written('json'))).toEqual(lines);
  expect(lines.map(({ path }) => path)).toEqual(['clean.txt', 'broken.txt', NASTY, 'notice.txt', 'wide.txt']);
  expect(await written('json', 'lost.txt')).toBe('[]\n');
});

test('ndjson off a terminal, pretty on one', async () => {
  const cwd = folderWith(FILES);
  expect((await gouji({ cwd }, 'check', 'broken.txt')).stdout).toMatch(/^\{"path":"broken.txt"/u);
  expect((await gouji({ cwd, terminal: true, env: { NO_COLOR: '1' } }, 'check', 'broken.txt')).stdout).toMatch(
    /^broken\.txt {2}暂不可报送：错误2处 {2}勾稽关系42条/u,
  );
});

test('pretty: place, severity, message, rule, fixes, a summary, and whether each can be handed in', async () => {
  const text = await written('pretty', 'clean.txt', 'broken.txt', 'wide.txt');
  expect(text).toMatch(
    /^clean\.txt {2}可以报送 {2}勾稽关系42条：成立42，不成立0，未核对0\n\nbroken\.txt {2}暂不可报送：错误2处 {2}勾稽关系42条：成立42，不成立0，未核对0\n {2}21:6 +错误 {2}“行政处罚·本年处理决定数量”为-5.* {2}cell-negative\n/u,
  );
  expect(text).toMatch(/\nwide\.txt .*\n.*警告.*cell-notation\n +建议：.*\n\n检查年报3份：错误2处，警告1处，可以报送1份\n$/u);
  expect(await written('pretty', 'clean.txt')).toMatch(/可以报送.*\n\n检查年报1份：没有发现问题，可以报送\n$/u);
  expect(await written('pretty', 'lost.txt')).toBe('没有检查任何年报；1个路径未完成\n');
});

test('colour on a terminal or where FORCE_COLOR asks for it, and not where NO_COLOR asks for none', async () => {
  const cwd = folderWith(FILES);
  const coloured = async (env: Readonly<Record<string, string>>, terminal: boolean) =>
    (await gouji({ cwd, terminal, env }, 'check', '--format', 'pretty', 'broken.txt')).stdout.includes('\u001b[');
  expect(await coloured({}, true)).toBe(true);
  expect(await coloured({ NO_COLOR: '' }, true)).toBe(true);
  expect(await coloured({ NO_COLOR: '1' }, true)).toBe(false);
  expect(await coloured({ TERM: 'dumb' }, true)).toBe(false);
  expect(await coloured({}, false)).toBe(false);
  expect(await coloured({ FORCE_COLOR: '1' }, false)).toBe(true);
  expect(await coloured({ FORCE_COLOR: '0' }, true)).toBe(false);
  expect(await coloured({ FORCE_COLOR: '1', NO_COLOR: '1' }, true)).toBe(false);
});

test.each(['pretty', 'ndjson', 'json', 'sarif', 'github', 'junit'])('%s: no file name and no text gives the terminal orders', async (format) => {
  const cwd = folderWith({ ...FILES, 'text.txt': draft({ 'enforcement/penalties/decisions': '1\u001b]0;x\u00072' }) });
  const { stdout, stderr } = await gouji({ cwd }, 'check', '--format', format, ...ALL, 'text.txt', `lost${NASTY}`);
  expect(stdout).not.toMatch(/[^\P{Cc}\n]/u);
  expect(stderr).not.toMatch(/[^\P{Cc}\n]/u);
  expect(stderr).toContain('losta\\u001b[31m\\u000a');
});

test('github: one command a finding, everything escaped', async () => {
  const lines = (await written('github')).trimEnd().split('\n');
  expect(lines).toHaveLength(6);
  expect(lines[0]).toMatch(/^::error file=broken\.txt,line=21,endLine=21,col=6,endColumn=8,title=勾稽 cell-negative::“行政处罚·本年处理决定数量”为-5/u);
  expect(lines[2]).toContain('file=a\\u001b[31m%0A"<&>\'%2C%3A%2525\\u009b1m\\u202e.txt,line=');
  expect(lines[4]).toMatch(/^::error file=lost\.txt,title=无法完成::找不到/u);
  expect(lines[5]).toMatch(/^::warning file=wide\.txt,/u);
});

test('github and sarif name files as they lie in the folder of the run', async () => {
  const cwd = folderWith({ 'd/a b.txt': BROKEN });
  for (const path of [`${cwd}/d/a b.txt`, './d/a b.txt', 'd']) {
    expect((await gouji({ cwd }, 'check', '--format', 'github', path)).stdout).toContain('::error file=d/a b.txt,');
    expect((await gouji({ cwd }, 'check', '--format', 'sarif', path)).stdout).toContain('"uri":"d/a%20b.txt"');
  }
  expect((await gouji({ cwd: '/' }, 'check', '--format', 'sarif', `${cwd}/d`)).stdout).toContain(`"uri":"${cwd.slice(1)}/d/a%20b.txt"`);
  expect((await gouji({ cwd: `${cwd}/d` }, 'check', '--format', 'sarif', `${cwd}/d/../d`)).stdout).toContain('"uri":"a%20b.txt"');
});

test('junit: well-formed, a suite a file, failures by --fail-on', async () => {
  const text = await written('junit');
  expect(wellFormed(text)).toBeNull();
  expect(text).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="gouji">\n/u);
  const suites = [...text.matchAll(/<testsuite name="[^"]*" tests="(\d+)" failures="(\d+)" errors="(\d+)" skipped="(\d+)">/gu)].map((match) =>
    match.slice(1).join(' '),
  );
  expect(suites).toEqual(['1 0 0 0', '2 2 0 0', '2 2 0 0', '1 0 0 1', '1 0 1 0', '1 0 0 0']);
  const readiness = [...text.matchAll(/<property name="readiness" value="([^"：]*)/gu)].map(([, words]) => words);
  expect(readiness).toEqual(['可以报送', '暂不可报送', '暂不可报送', '暂不可报送']);
  expect(text.match(/<failure type="cell-negative" message="/gu)).toHaveLength(4);
  expect(text).toContain('classname="a\\u001b[31m\\u000a&quot;&lt;&amp;&gt;\',:%25');
  const cwd = folderWith(FILES);
  const strict = await gouji({ cwd }, 'check', '--format', 'junit', '--fail-on', 'warning', 'wide.txt');
  expect(strict.stdout).toContain('tests="1" failures="1"');
});

interface Sarif {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly name: string; readonly version: string; readonly rules: readonly { readonly id: string }[] } };
    readonly columnKind: string;
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly { readonly physicalLocation: PhysicalLocation }[];
      readonly fixes: readonly { readonly artifactChanges: readonly { readonly replacements: readonly { readonly deletedRegion: Region }[] }[] }[];
    }[];
    readonly invocations: readonly { readonly executionSuccessful: boolean; readonly toolExecutionNotifications: readonly unknown[] }[];
  }[];
}

interface PhysicalLocation {
  readonly artifactLocation: { readonly uri: string };
  readonly region: Region;
}

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

test('sarif: a log that holds what the standard requires', async () => {
  const log = JSON.parse(await written('sarif')) as Sarif;
  expect(log.version).toBe('2.1.0');
  expect(log.runs).toHaveLength(1);
  const [run] = log.runs;
  expect(run?.tool.driver.name).toBe('gouji');
  expect(run?.tool.driver.version).toBe('9.8.7');
  expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
  expect(run?.columnKind).toBe('utf16CodeUnits');
  expect(run?.results.map(({ ruleId, level }) => `${level} ${ruleId}`)).toEqual([
    ...Array.from({ length: 4 }, () => 'error cell-negative'),
    'warning cell-notation',
  ]);
  for (const { ruleId, ruleIndex, message, locations, fixes } of run?.results ?? []) {
    expect(RULES[ruleIndex]?.id).toBe(ruleId);
    expect(message.text).not.toBe('');
    expect(locations).toHaveLength(1);
    const uri = locations[0]?.physicalLocation.artifactLocation.uri ?? '';
    expect(FILES).toHaveProperty([decodeURIComponent(uri)]);
    expect(uri).toMatch(/^[\w.~%!*'()-]+$/u);
    const regions = fixes.flatMap(({ artifactChanges }) =>
      artifactChanges.flatMap(({ replacements }) => replacements.map(({ deletedRegion }) => deletedRegion)),
    );
    for (const { startLine, startColumn, endLine, endColumn } of [...regions, ...locations.map(({ physicalLocation }) => physicalLocation.region)]) {
      expect(Math.min(startLine, startColumn)).toBeGreaterThan(0);
      expect([endLine, endColumn].every(Number.isInteger)).toBe(true);
      expect(endLine > startLine || endColumn >= startColumn).toBe(true);
    }
  }
  expect(run?.invocations).toMatchObject([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error', locations: [{ physicalLocation: { artifactLocation: { uri: 'lost.txt' } } }] }],
    },
  ]);
  const clean = JSON.parse(await written('sarif', 'clean.txt')) as Sarif;
  expect(clean.runs[0]).toMatchObject({ results: [], invocations: [{ executionSuccessful: true }] });
});

test('parse: pretty shows what was read, json is an array', async () => {
  const cwd = folderWith(FILES);
  const { stdout } = await gouji({ cwd }, 'parse', '--format', 'pretty', 'clean.txt', 'notice.txt');
  expect(stdout).toMatch(/^clean\.txt\n {2}标题 {2}青禾县人民政府办公室2023年.*\n {2}机关 {2}青禾县人民政府办公室\n {2}年度 {2}2023\n {2}格式 {2}2021年\n/u);
  expect(stdout).toContain('    “一、本年新收”  12 3 0 0 1 0 16\n');
  const array = await gouji({ cwd }, 'parse', '--format', 'json', 'clean.txt', 'broken.txt');
  expect(JSON.parse(array.stdout)).toHaveLength(2);
});
