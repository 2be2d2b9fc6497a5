// Flags of V8 that the command line sets: each version is given only what it knows, or it would complain on standard error.

import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { v8FlagsOf } from '../../server/src/cli/pool.ts';

test('the V8 that runs us knows every flag it is given', () => {
  const known = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  const given = v8FlagsOf(process.versions.v8)?.split(' ') ?? [];
  expect(given.filter((flag) => !known.includes(`  ${flag.split('=')[0] ?? ''} (`))).toEqual([]);
});

test.each([
  ['Node.js 20', '11.3.244.8-node.38', '--interrupt-budget=300000'],
  ['Node.js 22', '12.4.254.21-node.57', undefined],
  ['Node.js 24', '13.6.233.17-node.53', undefined],
])('%s', (_name, version, flags) => {
  expect(v8FlagsOf(version)).toBe(flags);
});
