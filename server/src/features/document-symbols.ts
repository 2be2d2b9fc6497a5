// textDocument/documentSymbol: title, parts, their headings, tables and rows with totals, nested or flat.

import type { DocumentSymbol, SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { Report } from '../parse/model.ts';
import { rangeOf } from '../text/lines.ts';
import type { NodeKind, OutlineNode } from './outline/nest.ts';
import { outlineOf } from './outline/outline.ts';

/** LSP's numbers: File, String, String, Struct, Enum, Field. VS Code draws `{}` for Namespace and Object; parts are headings, as in Markdown. */
const KINDS: Readonly<Record<NodeKind, SymbolKind>> = { title: 1, part: 15, heading: 15, table: 23, group: 10, row: 8 };

export function documentSymbols(report: Report): DocumentSymbol[] {
  return outlineOf(report).map((node) => symbolOf(report, node));
}

/** For clients that know no hierarchy: every node in the order of the text, its parent's name beside it. */
export function flatDocumentSymbols(report: Report, uri: string): SymbolInformation[] {
  const flatten = (node: OutlineNode, container?: string): SymbolInformation[] => [
    {
      name: node.detail === '' ? node.name : `${node.name}  ${node.detail}`,
      kind: KINDS[node.kind],
      location: { uri, range: rangeOf(report.lines, node.span) },
      ...(container !== undefined && { containerName: container }),
    },
    ...node.children.flatMap((child) => flatten(child, node.name)),
  ];
  return outlineOf(report).flatMap((node) => flatten(node));
}

function symbolOf(report: Report, node: OutlineNode): DocumentSymbol {
  return {
    name: node.name,
    ...(node.detail !== '' && { detail: node.detail }),
    kind: KINDS[node.kind],
    range: rangeOf(report.lines, node.span),
    selectionRange: rangeOf(report.lines, node.selection),
    ...(node.children.length > 0 && { children: node.children.map((child) => symbolOf(report, child)) }),
  };
}
