// Fix-all leaves alone what is no layout of words: tags, addresses, what the person silenced. One answer for every entrance.

import { expect, test } from 'vitest';
import { checkReport } from '../../server/src/check.ts';
import { fixAllAction } from '../../server/src/features/code-actions/fixes.ts';
import { fixAll } from '../../server/src/fixes/fix-all.ts';
import { NO_SUPPRESSIONS } from '../../server/src/suppressions/suppression.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { draftWith } from '../support/draft.ts';
import { edited } from './texts.ts';

const DRAFT = draftWith({ 'licensing/licences/decisions': '３６' }, { form: '2021', layout: 'tab' });
const ADDRESS = 'https://www.example.invalid/⽂件/⼀.htm';
const LINKS = [`<p>详见<a href="/⽂件/⼀.htm">公开栏</a></p>`, `详见[公开栏](/⽂件/⼀.htm)`, `网址：${ADDRESS}`];

test.each(LINKS)('the address of %s stays, in a text of any name', (link) => {
  const text = DRAFT.replace('一、总体情况\n', `一、总体情况\n⼀并${link}\n`);
  for (const name of ['a.txt', 'a.md', 'untitled:1']) {
    const fixed = fixAll(parseReport(text), { name, options: {} });
    expect(fixed?.text, name).toContain(link);
    expect(fixed?.text, name).toContain('\t36\n');
    expect(fixed?.text, name).toContain('一并');
  }
});

test('no radical of an address is told of', () => {
  const report = parseReport(DRAFT.replace('一、总体情况\n', `一、总体情况\n${LINKS.join('\n')}\n`));
  expect(checkReport(report).findings.map(({ rule }) => rule)).toEqual(['cell-notation']);
});

test('in a page saved as text only what stands in cells is mended, in the editor as on the command line', () => {
  const page = `<html><body>${DRAFT.split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('\n')}⼀</body></html>`;
  const report = parseReport(page);
  const target = { uri: 'file:///a.txt', version: 1, versioned: false };
  const [action] = fixAllAction(report, {}, target);
  const after = edited(page, action?.edit?.changes?.[target.uri] ?? []);
  expect(after).toBe(fixAll(report, { name: 'a.txt', options: {} })?.text);
  expect(after).toBe(page.replace('３６', '36'));
});

test('what is silenced is not mended', () => {
  const report = parseReport(DRAFT);
  const options = { suppressions: { ...NO_SUPPRESSIONS, off: new Set(['cell-notation']) } };
  expect(fixAll(report, { name: 'a.txt', options })).toBeNull();
  expect(fixAllAction(report, options, { uri: 'file:///a.txt', version: 1, versioned: false })).toEqual([]);
});
