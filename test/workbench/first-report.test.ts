// `npm start -- FOLDER` opens what there is to see.

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { draftWith } from '../support/draft.ts';
import { firstReport } from './first-report.mjs';

const CLI = path.resolve(import.meta.dirname, '../../dist/cli.js');

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'gouji-first-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

const right = draftWith({}, { form: '2021', layout: 'tab' });
const wrong = draftWith({ 'applications/granted/total': '99' }, { form: '2021', layout: 'tab' });
const doubtful = draftWith({ 'issued/normative/effective': '0' }, { form: '2021', layout: 'tab' });

it.each([
  ['the first with an error, in a folder within too', { '甲.txt': right, '乙/丙.txt': wrong, '说明.txt': '会议通知' }, '乙/丙.txt'],
  ['without errors, the first with a finding', { '甲.txt': right, '乙.txt': doubtful }, '乙.txt'],
  ['without findings, the first', { '甲.txt': right, '说明.txt': '会议通知' }, '甲.txt'],
  ['without reports, none', { '说明.txt': '会议通知' }, undefined],
])('%s', async (_, files, expected) => {
  expect(await firstReport(folderWith(files), CLI)).toBe(expected);
});

it('is not waited for longer than it may take', async () => {
  expect(await firstReport(folderWith({ '甲.txt': wrong }), CLI, 0)).toBeUndefined();
});
