// A folder reviewed through the server, step by step: it says the same as the command line, and what is recorded is compared.

import { expect, it } from 'vitest';
import { gouji } from '../cli/call.ts';
import { bytesOf, folderWith } from '../cli/support.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { offsetAt } from '../../server/src/text/lines.ts';
import type { Range } from '../../server/src/text/span.ts';
import { reportText, twoYears } from '../units/two-years.ts';
import type { TestClient } from './client.ts';
import { PULLING, start } from './session.ts';

const UNITS = twoYears(8);
const FILES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(UNITS.map(({ now }, index) => [`本年/${index}.txt`, reportText(now)])),
  ...Object.fromEntries(UNITS.map(({ before }, index) => [`上年/${index}.txt`, reportText(before)])),
};
const CONFIG = JSON.stringify({ version: 1, units: [...UNITS.map(({ unit }) => ({ name: unit.name, level: unit.level })), '青禾县档案馆'] });

interface Answer {
  readonly kind: string;
  readonly message?: string;
  readonly text?: string;
  readonly hasList?: boolean;
  readonly notes?: readonly string[];
  readonly paths?: readonly string[];
  readonly alike?: readonly { readonly copy: string; readonly source: string }[];
  readonly units?: readonly {
    readonly name: string;
    readonly state: string;
    readonly path: string | null;
    readonly previous: string | null;
    readonly returned: string | null;
    readonly notes: readonly string[];
    readonly findings: readonly {
      readonly message: string;
      readonly related: readonly { readonly path: string; readonly range: Range; readonly here?: Range }[];
    }[];
  }[];
}

function step(client: TestClient, params: object): Promise<Answer> {
  return client.request<Answer>('gouji/folderReview', params);
}

async function reviewed(
  client: TestClient,
  files: Readonly<Record<string, string>>,
  versions: Readonly<Record<string, string>> = {},
  config: string | null = CONFIG,
): Promise<Answer> {
  expect(await step(client, { step: 'begin', config, asOf: '2025-02-10' })).toEqual({ kind: 'done' });
  const formerOf = (path: string) => path.startsWith('../');
  for (const [path, text] of Object.entries(files)) await step(client, { step: 'survey', path, former: formerOf(path), text, hash: text, date: '2025-01-20' });
  const { paths = [], alike = [] } = await step(client, { step: 'plan' });
  for (const pair of alike) await step(client, { step: 'passages', pair, copy: files[pair.copy], source: files[pair.source] });
  for (const path of paths) await step(client, { step: 'check', path, text: files[path], config: null });
  return await step(client, { step: 'result', versions });
}

const wrong = (index: number) => {
  const { now } = UNITS[index] ?? { now: null };
  if (now === null) throw new Error('no such unit');
  return reportText({ ...now, figures: { cells: { ...now.figures.cells, 'applications/total/total': 999 } } });
};

it('says the same as the command line', async () => {
  const files = { ...FILES, '本年/2.txt': wrong(2) };
  const client = await start({ capabilities: PULLING });
  const { units = [] } = await reviewed(client, files);
  const cwd = folderWith({ ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`d/${name}`, text])), 'd/.gouji.json': CONFIG });
  await gouji({ cwd }, 'review', 'd', '--as-of', '2025-02-10', '--out', 'r.json');
  const json = JSON.parse(bytesOf(cwd, 'r.json').toString()) as { readonly units: typeof units };
  const told = (all: typeof units) => all.map(({ name, state, findings }) => [name, state, ...findings.map(({ message }) => message)]);
  expect(told(units)).toEqual(told(json.units));
  expect(units.map(({ state }) => state)).toEqual(['done', 'done', 'errors', 'done', 'done', 'done', 'done', 'done', 'absent']);
  expect(units[2]?.previous).toBe('上年/2.txt');
});

it('has last year from another folder, and prose in common at its places in both', async () => {
  const [one, other] = [UNITS[1], UNITS[2]];
  if (one === undefined || other === undefined) throw new Error('too few units');
  const files: Readonly<Record<string, string>> = {
    ...Object.fromEntries(Object.entries(FILES).map(([path, text]) => [path.replace('上年/', '../上年/'), text])),
    '本年/1.txt': reportText({ ...one.now, prose: other.now.prose }),
  };
  const client = await start({ capabilities: PULLING });
  const { units = [] } = await reviewed(client, files);
  expect(units[1]?.previous).toBe('../上年/1.txt');
  expect(units.flatMap(({ state }) => (state === 'absent' ? [state] : []))).toEqual(['absent']);
  const [copy] = units.filter(({ findings }) => findings.some(({ message }) => message.startsWith('正文有')));
  const related = copy?.findings.find(({ message }) => message.startsWith('正文有'))?.related ?? [];
  expect(related.length).toBeGreaterThan(0);
  const textAt = (path: string, range: Range | undefined) => {
    const { lines, text } = parseReport(files[path] ?? '');
    return range === undefined ? null : text.slice(offsetAt(lines, range.start), offsetAt(lines, range.end));
  };
  for (const { path, range, here } of related) {
    expect(textAt(path, range)?.length).toBeGreaterThan(20);
    expect(textAt(copy?.path ?? '', here)).toBe(textAt(path, range));
  }
});

it('keeps what was returned, and tells of the new version', async () => {
  const client = await start({ capabilities: PULLING });
  await reviewed(client, { ...FILES, '本年/2.txt': wrong(2) });
  const unit = UNITS[2]?.unit.name ?? '';
  const { text = '' } = await step(client, { step: 'record', unit, verdict: 'returned', text: null });
  const again = await step(client, { step: 'record', unit, verdict: 'returned', text });
  expect(again.text).toBe(text);
  const marked = await reviewed(client, { ...FILES, '本年/2.txt': wrong(2) }, { [unit]: text });
  expect(marked.units?.map(({ returned }) => returned).filter((day) => day !== null)).toEqual(['2025-02-10']);
  const { units = [] } = await reviewed(client, FILES, { [unit]: text });
  expect(units[2]?.returned).toBeNull();
  expect(units[2]?.notes.join()).toContain('与2025-02-10退回的版本相比：已改正1处，仍有0处，新出现0处，改动1个数');
});

it('a number that nobody asked to change is to be verified', async () => {
  const client = await start({ capabilities: PULLING });
  await reviewed(client, { ...FILES, '本年/2.txt': wrong(2) });
  const { unit, now } = UNITS[2] ?? UNITS[0] ?? { unit: { name: '' }, now: null };
  const { text = '' } = await step(client, { step: 'record', unit: unit.name, verdict: 'returned', text: null });
  if (now === null) throw new Error('no such unit');
  const decisions = 'licensing/licences/decisions';
  const changed = reportText({ ...now, figures: { cells: { ...now.figures.cells, [decisions]: (now.figures.cells[decisions] ?? 0) + 1 } } });
  const { units = [] } = await reviewed(client, { ...FILES, '本年/2.txt': changed }, { [unit.name]: text });
  expect([units[2]?.state, units[2]?.notes.join()]).toEqual(['to-verify', expect.stringContaining('没有要求修改而改动的数1个') as unknown]);
});

it('without a list nobody is missing, and that is said; the order is that of the paths', async () => {
  const client = await start({ capabilities: PULLING });
  const result = await reviewed(client, Object.fromEntries(Object.entries(FILES).toReversed()), {}, null);
  expect([result.hasList, result.notes?.[0]]).toEqual([false, expect.stringContaining('没有机关名单') as unknown]);
  expect(result.units?.map(({ path }) => path)).toEqual(UNITS.map((_, index) => `本年/${index}.txt`));
  expect((await reviewed(client, FILES)).hasList).toBe(true);
});

it('says what is wrong with the list, and that it has to begin', async () => {
  const client = await start({ capabilities: PULLING });
  expect(await step(client, { step: 'plan' })).toMatchObject({ kind: 'problem', message: expect.stringContaining('请重新审核') as unknown });
  expect(await step(client, { step: 'begin', config: '{"version": 1,\n"due": "x"}', asOf: '2025-02-10' })).toMatchObject({
    kind: 'problem',
    message: expect.stringContaining('第2行：due 应为日期') as unknown,
  });
});
