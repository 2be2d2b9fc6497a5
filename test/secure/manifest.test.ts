// An untrusted workspace can make the extension do nothing but switch checks off and set severities.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

interface Setting {
  readonly type: string;
  readonly scope?: string;
  readonly enum?: readonly string[];
  readonly additionalProperties?: { readonly enum?: readonly string[] };
}

interface Manifest {
  readonly capabilities: unknown;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies?: unknown;
  readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, Setting>> } };
}

const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as Manifest;

it('works in untrusted and in virtual workspaces, without limits', () => {
  expect(manifest.capabilities).toEqual({ untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
});

it('takes no free text from the settings of a workspace: no path, no command, no address', () => {
  for (const [name, { type, scope, enum: values, additionalProperties }] of Object.entries(manifest.contributes.configuration.properties)) {
    const closed = type === 'boolean' || (type === 'string' && values !== undefined) || (type === 'object' && additionalProperties?.enum !== undefined);
    // Of the person alone: the workspace has no say.
    expect(closed || scope === 'application', name).toBe(true);
  }
});

it('brings nothing along and runs nothing when it is installed', () => {
  expect(manifest.dependencies).toBeUndefined();
  expect(Object.keys(manifest.scripts).filter((name) => /^(?:pre|post)|^(?:install|prepare)$/u.test(name))).toEqual([]);
});
