// A folder reviewed through the server, step by step: it says the same as the command line, and what is recorded is compared.

import { expect, it } from 'vitest';
import { gouji } from '../cli/call.ts';
import { bytesOf, folderWith } from '../cli/support.ts';
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
  readonly paths?: readonly string[];
  readonly units?: readonly {
    readonly name: string;
    readonly state: string;
    readonly previous: string | null;
    readonly notes: readonly string[];
    readonly findings: readonly { readonly message: string }[];
  }[];
}

function step(client: TestClient, params: object): Promise<Answer> {
  return client.request<Answer>('gouji/folderReview', params);
}

async function reviewed(client: TestClient, files: Readonly<Record<string, string>>, versions: Readonly<Record<string, string>> = {}): Promise<Answer> {
  expect(await step(client, { step: 'begin', config: CONFIG, asOf: '2025-02-10' })).toEqual({ kind: 'done' });
  for (const [path, text] of Object.entries(files)) await step(client, { step: 'survey', path, text, hash: text, date: '2025-01-20' });
  const { paths = [] } = await step(client, { step: 'plan' });
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

it('keeps what was returned, and tells of the new version', async () => {
  const client = await start({ capabilities: PULLING });
  await reviewed(client, { ...FILES, '本年/2.txt': wrong(2) });
  const unit = UNITS[2]?.unit.name ?? '';
  const { text = '' } = await step(client, { step: 'record', unit, verdict: 'returned', text: null });
  const again = await step(client, { step: 'record', unit, verdict: 'returned', text });
  expect(again.text).toBe(text);
  const { units = [] } = await reviewed(client, FILES, { [unit]: text });
  expect(units[2]?.notes.join()).toContain('与2025-02-10退回的版本相比：已改正1处，仍有0处，新出现0处，改动1个数');
});

it('says what is wrong with the list, and that it has to begin', async () => {
  const client = await start({ capabilities: PULLING });
  expect(await step(client, { step: 'plan' })).toMatchObject({ kind: 'problem', message: expect.stringContaining('请重新审核') as unknown });
  expect(await step(client, { step: 'begin', config: '{"version": 1,\n"due": "x"}', asOf: '2025-02-10' })).toMatchObject({
    kind: 'problem',
    message: expect.stringContaining('第2行：due 应为日期') as unknown,
  });
});
