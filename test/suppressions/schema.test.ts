// The schema that editors complete by, the page that explains the file, and the reader agree.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readSuppressions } from '../../server/src/suppressions/read-config.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import { REVIEW_RULES } from '../../server/src/units/rules/review-rules.ts';
import { changeOf, checked, draft, suppressionsIn, written } from './support.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly propertyNames?: Schema;
  readonly additionalProperties?: Schema;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const SCHEMA = JSON.parse(readFileSync(path.join(ROOT, 'schemas/gouji.schema.json'), 'utf8')) as Schema;

/** As far as the schema goes: the keywords it uses and no others. */
function fits(value: unknown, schema: Schema): boolean {
  if (schema.$ref !== undefined) return fits(value, SCHEMA.definitions?.[schema.$ref.replace('#/definitions/', '')] ?? {});
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  if (schema.type !== undefined && ![schema.type].flat().includes(type)) return false;
  if ('const' in schema && value !== schema.const) return false;
  if (schema.enum?.includes(value) === false) return false;
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(String(value))) return false;
  if (schema.anyOf?.every((one) => !fits(value, one)) === true) return false;
  if (Array.isArray(value)) return value.every((item) => fits(item, schema.items ?? {}));
  if (typeof value !== 'object' || value === null) return true;
  const entries = Object.entries(value);
  if (schema.required?.some((key) => !(key in value)) === true) return false;
  if (schema.propertyNames !== undefined && entries.some(([key]) => !fits(key, schema.propertyNames ?? {}))) return false;
  return entries.every(([key, entry]) => fits(entry, schema.properties?.[key] ?? schema.additionalProperties ?? {}));
}

const TEXT = draft({ 'issued/normative/effective': '0' });
const EXAMPLE = /<!-- example -->\n```json\n(?<json>.*?)```/su.exec(readFileSync(path.join(ROOT, 'docs/gouji-json.md'), 'utf8'))?.groups?.['json'] ?? '';

test('the level of every rule is offered, also of those of a review', () => {
  const offered = Object.keys(SCHEMA.properties?.['rules']?.properties ?? {});
  expect(offered).toEqual([...RULES, ...REVIEW_RULES].map(({ id }) => id));
});

test('the page shows a file that does what it says', () => {
  expect(fits(JSON.parse(EXAMPLE), SCHEMA)).toBe(true);
  expect(checked(TEXT, suppressionsIn(EXAMPLE)).findings).toMatchObject([{ rule: 'stock-below-flow', severity: 'information' }]);
  expect(suppressionsIn(EXAMPLE).previous?.cells.size).toBe(2);
});

test('what is written fits the schema', () => {
  const file = written(null, { kind: 'off', rule: 'term' }, changeOf(TEXT, 'stock-below-flow', null), changeOf(TEXT, 'stock-below-flow', '说明'), {
    kind: 'previous',
    previous: { path: '2022.txt', cells: new Map([['applications/carried-out/total', 1]]) },
  });
  expect(fits(JSON.parse(file), SCHEMA)).toBe(true);
});

const file = (entry: unknown) => ({ version: 1, files: { '甲.txt': entry } });

test.each([
  [[]],
  [{ version: 2, files: {} }],
  [{ version: 1, files: [] }],
  [file([])],
  [file({ off: 'term' })],
  [file({ off: [1] })],
  [file({ findings: [{ cells: [] }] })],
  [file({ findings: [{ rule: 'term' }] })],
  [file({ findings: [{ rule: 'term', cells: ['new/total'] }] })],
  [file({ findings: [{ rule: 'term', text: '', values: { 'applications/new/total': '1' } }] })],
  [file({ findings: [{ rule: 'term', text: '', note: 1 }] })],
  [file({ previous: {} })],
])('neither takes %j', (value) => {
  expect(fits(value, SCHEMA)).toBe(false);
  expect(readSuppressions(JSON.stringify(value))).toHaveProperty('problem');
});
