// Builds one tree of headings, tables and rows, each inside its parent.

import type { Span } from '../../text/span.ts';
import { Turns } from '../../text/turns.ts';

export type NodeKind = 'title' | 'part' | 'heading' | 'table' | 'group' | 'row';

interface Named {
  readonly kind: NodeKind;
  readonly name: string;
  /** What is shown greyed beside the name; may be empty. */
  readonly detail: string;
}

/** Something found in the text; how deep it lies follows from its level, as with headings: a lower number holds a higher one. */
export interface Entry extends Named {
  readonly level: number;
  readonly span: Span;
  readonly selection: Span;
}

export interface OutlineNode extends Named {
  /** Inside the parent's, behind the previous sibling's; never empty. */
  readonly span: Span;
  /** Inside `span`: what is shown when the node is chosen. */
  readonly selection: Span;
  readonly children: readonly OutlineNode[];
}

interface Growing {
  readonly entry: Entry;
  end: number;
  readonly children: Growing[];
}

/**
 * Entries end where one of their own or a lower level begins, and with their parent, whatever their spans say:
 * torn tables give rows that reach into one another.
 */
export function nest(entries: readonly Entry[]): readonly OutlineNode[] {
  const roots: Growing[] = [];
  const open: Growing[] = [];
  for (const entry of entries.toSorted((one, other) => one.span.start - other.span.start || one.level - other.level)) {
    const { start, end } = entry.span;
    let parent = open[open.length - 1];
    const turns = new Turns(open.length);
    while (turns.more() && parent !== undefined && (parent.entry.level >= entry.level || parent.end <= start)) {
      if (parent.end > start) parent.end = start;
      open.pop();
      parent = open[open.length - 1];
    }
    const node: Growing = { entry, end: parent === undefined ? end : Math.min(end, parent.end), children: [] };
    (parent?.children ?? roots).push(node);
    open.push(node);
  }
  return finish(roots);
}

function finish(growing: readonly Growing[]): readonly OutlineNode[] {
  return growing
    .filter(({ entry, end }) => end > entry.span.start)
    .map(({ entry: { kind, name, detail, span, selection }, end, children }) => {
      const within = (offset: number) => Math.min(Math.max(offset, span.start), end);
      return {
        kind,
        name,
        detail,
        span: { start: span.start, end },
        selection: { start: within(selection.start), end: within(selection.end) },
        children: finish(children),
      };
    });
}
