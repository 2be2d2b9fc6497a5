// What stands above each table, for those who want it there? How many of its equations hold.

import type { CodeLens } from 'vscode-languageserver';
import type { Report } from '../parse/model.ts';
import { rangeOf } from '../text/lines.ts';
import type { OutlineNode } from './outline/nest.ts';
import { outlineOf } from './outline/outline.ts';

/** One for each table with equations, so that number and place of the lenses do not change while cells are typed. */
export function codeLenses(report: Report): CodeLens[] {
  return outlineOf(report)
    .flatMap(tablesIn)
    .filter(({ detail }) => detail !== '')
    // A command without an id is a text to read, in every client.
    .map(({ selection, detail }) => ({ range: rangeOf(report.lines, selection), command: { title: detail, command: '' } }));
}

function tablesIn(node: OutlineNode): readonly OutlineNode[] {
  return node.kind === 'table' ? [node] : node.children.flatMap(tablesIn);
}
