// Both manuals of the command line name every option, format and exit status that `--help` names.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { HELP } from '../../server/src/cli/arguments.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const OPTIONS = [...HELP.matchAll(/--[a-z][a-z-]+/gu)].map(([option]) => option);
const FORMATS = /--format 格式 +(.+)$/mu.exec(HELP)?.[1]?.match(/[a-z]+/gu) ?? [];
const STATUSES = [...HELP.matchAll(/^ {2}(\d+) {2}/gmu)].map(([, status = '']) => status);

it.each(['docs/cli.md', 'docs/cli.en.md'])('%s', (manual) => {
  const text = readFileSync(path.join(ROOT, manual), 'utf8');
  expect([OPTIONS.length, FORMATS.length, STATUSES.length].every((count) => count > 3)).toBe(true);
  expect([...OPTIONS, ...FORMATS].filter((word) => !text.includes(word))).toEqual([]);
  expect(STATUSES.filter((status) => !text.includes(`\n| ${status} |`))).toEqual([]);
});
