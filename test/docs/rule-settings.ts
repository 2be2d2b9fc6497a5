// The rule ids in the schemas of the setting `gouji.rules` and of `.gouji.json`, so that an editor offers them; written from the registry. The file
// of a folder also sets the levels of what a review finds.

import { readFileSync } from 'node:fs';
import { RULE_LEVELS } from '../../server/src/findings/finding.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import type { RuleInfo } from '../../server/src/rules/rule.ts';
import { REVIEW_RULES } from '../../server/src/units/rules/review-rules.ts';

interface Schema {
  properties?: Record<string, unknown>;
  items?: unknown;
}

interface Manifest {
  readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, Schema>> } };
}

interface ConfigSchema {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly definitions: Readonly<Record<string, unknown>> & { ruleId?: unknown };
}

/** File name → its text as it has to be. What is written there by hand stays; an unknown id is no error, since rules come and go. */
export function ruleSettings(root: URL): ReadonlyMap<string, string> {
  const manifest = json<Manifest>('package.json', root);
  const setting = manifest.contributes.configuration.properties['gouji.rules'];
  const schema = json<ConfigSchema>('schemas/gouji.schema.json', root);
  const inFile = schema.properties['rules'];
  if (setting === undefined || inFile === undefined) throw new Error('no schema of the rules');
  setting.properties = levelsOf(RULES);
  inFile.properties = levelsOf([...RULES, ...REVIEW_RULES]);
  schema.definitions.ruleId = { anyOf: [{ enum: RULES.map(({ id }) => id) }, { type: 'string' }] };
  return new Map([
    ['package.json', `${JSON.stringify(manifest, null, 2)}\n`],
    ['schemas/gouji.schema.json', `${JSON.stringify(schema, null, 2)}\n`],
  ]);
}

function levelsOf(rules: readonly RuleInfo[]): Record<string, unknown> {
  return Object.fromEntries(rules.map(({ id, name }) => [id, { type: 'string', enum: RULE_LEVELS, description: name }]));
}

function json<T>(name: string, root: URL): T {
  return JSON.parse(readFileSync(new URL(name, root), 'utf8')) as T;
}
