// Order of files in the list of a folder check, and where each entry leads.

import type { Diagnostic, Uri } from 'vscode';
import { expect, it } from 'vitest';
import type { CheckedFile } from '../../client/src/workspace/folder-check/results.ts';
import { firstOf, inOrder } from '../../client/src/workspace/folder-check/results.ts';

const [ERROR, WARNING, INFORMATION] = [0, 1, 2];
const uri = {} as Uri;

function report(path: string, ...severities: readonly number[]): CheckedFile & { readonly kind: 'report' } {
  const diagnostics = severities.map((severity, index) => ({ severity, message: String(index) }) as Diagnostic);
  const ready = severities.every((severity) => severity > WARNING);
  return {
    uri,
    path,
    kind: 'report',
    readiness: { ready, words: { zh: '', en: '' }, restingOnBlanks: 0, obstacles: [] },
    equations: { total: 42, holding: 42, broken: 0, unchecked: 0 },
    diagnostics,
  };
}

it('errors first, then what was not read, then what is to be looked at, each in the order of the folder', () => {
  const files: readonly CheckedFile[] = [
    report('干净'),
    report('提示', INFORMATION),
    report('核实', INFORMATION, WARNING),
    { uri, path: '其他', kind: 'other' },
    { uri, path: '定稿.docx', kind: 'document', advice: '' },
    report('错误二', WARNING, ERROR),
    { uri, path: '坏', kind: 'unreadable', problem: '' },
    report('错误一', ERROR),
  ];
  expect(inOrder(files).map(({ path }) => path)).toEqual(['错误二', '错误一', '坏', '定稿.docx', '核实', '干净', '提示', '其他']);
});

it('a line leads to the first of the heaviest findings', () => {
  expect(firstOf(report('甲', INFORMATION, WARNING, ERROR, ERROR))?.message).toBe('2');
  expect(firstOf(report('甲'))).toBeUndefined();
});
