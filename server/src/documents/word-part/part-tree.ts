// The elements of a part as a tree, each with its place: what whoever changes the part has to find around a word.

import type { Attributes } from '../word/element-handlers.ts';
import { scanXml } from '../word/xml.ts';

export interface Node {
  /** By our prefix: `w:p`. */
  readonly name: string;
  readonly parent: Node | null;
  readonly children: Node[];
  /** Of the opening tag; `content` is where it ends. */
  readonly at: number;
  readonly content: number;
  /** Where the closing tag begins, and where the element ends. An element without content has no closing tag. */
  close: number;
  end: number;
}

/** Elements of unknown namespaces are passed through. */
export function treeOf(xml: string): Node {
  const root: Node = { name: '', parent: null, children: [], at: 0, content: 0, close: xml.length, end: xml.length };
  const state = { top: root };
  const handlers = {
    get: (name: string) => ({
      open: (reader: typeof state, { at, behind }: Attributes) => {
        const node: Node = { name, parent: reader.top, children: [], at, content: behind, close: behind, end: behind };
        reader.top.children.push(node);
        reader.top = node;
      },
      close: (reader: typeof state, { at, behind }: { readonly at: number; readonly behind: number }) => {
        const { top } = reader;
        if (at !== top.at) top.close = at;
        top.end = behind;
        reader.top = top.parent ?? root;
      },
    }),
  };
  scanXml({ xml, handlers, reader: state });
  return root;
}

/** The innermost element around a place. */
export function nodeAt(root: Node, offset: number): Node {
  let node = root;
  for (let next: Node | null = root; next !== null; next = childAt(node, offset)) node = next;
  return node;
}

function childAt({ children }: Node, offset: number): Node | null {
  let low = 0;
  let high = children.length - 1;
  for (let turn = children.length; turn > 0 && low <= high; turn--) {
    const middle = (low + high) >>> 1;
    const child = children[middle];
    if (child === undefined) return null;
    if (offset < child.at) high = middle - 1;
    else if (offset >= child.end) low = middle + 1;
    else return child;
  }
  return null;
}

/** The element itself or the nearest around it of that name. */
export function around(node: Node | null, name: string): Node | null {
  for (let each = node; each !== null; each = each.parent) if (each.name === name) return each;
  return null;
}

export function child({ children }: Node, name: string): Node | null {
  return children.find((each) => each.name === name) ?? null;
}

/** All elements within, in order. The depth of the part bounds how often this calls itself. */
export function* within(node: Node): Generator<Node> {
  for (const each of node.children) {
    yield each;
    yield* within(each);
  }
}

export function rawOf(xml: string, { at, end }: Pick<Node, 'at' | 'end'>): string {
  return xml.slice(at, end);
}

export function contentOf(xml: string, { content, close }: Node): string {
  return xml.slice(content, close);
}

/** `w:`, `x:` or nothing: what the part itself writes before the name of this element. */
export function prefixOf(xml: string, { at, content }: Node): string {
  const name = /^<([^\s/>]+)/u.exec(xml.slice(at, content))?.[1] ?? '';
  return name.slice(0, name.lastIndexOf(':') + 1);
}

export function attributeOf(xml: string, { at, content }: Node, localName: string): string | null {
  return (
    new RegExp(`[\\s:]${localName}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u')
      .exec(xml.slice(at, content))
      ?.slice(1)
      .find((value) => value !== undefined) ?? null
  );
}
