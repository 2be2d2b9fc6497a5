// A part being changed: patches of its text, and how elements are written into it with its own prefixes.

import { around, attributeOf, child, contentOf, type Node, prefixOf, within } from './part-tree.ts';
import { escapeXml } from '../word/xml-characters.ts';
import { Refused } from './refusal.ts';

/** Who changed it and when; null where changes are not kept as revisions. */
export type Revision = { readonly author: string; readonly date: string } | null;

interface Patch {
  readonly at: number;
  readonly end: number;
  readonly text: string;
}

const WORDPROCESSING = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

export class PartWriter {
  readonly xml: string;
  readonly root: Node;
  readonly revision: Revision;
  private readonly patches: Patch[] = [];
  private nextId: number | null = null;
  private prefix: { readonly prefix: string; readonly declaration: string } | null = null;

  constructor(xml: string, root: Node, revision: Revision) {
    this.xml = xml;
    this.root = root;
    this.revision = revision;
  }

  replace(at: number, end: number, text: string): void {
    this.patches.push({ at, end, text });
  }

  /** Insertions at one place stay in their order. */
  result(): string {
    const patches = [...this.patches, ...this.inFallbacks()].map((patch, order) => ({ ...patch, order }));
    patches.sort((one, other) => one.at - other.at || one.end - other.end || one.order - other.order);
    let text = '';
    let from = 0;
    for (const patch of patches) {
      if (patch.at < from) throw new Refused('unclear');
      text += this.xml.slice(from, patch.at) + patch.text;
      from = patch.end;
    }
    return text + this.xml.slice(from);
  }

  /** A text box stands there twice, for programs of two ages: where both say the same they go on doing so. */
  private inFallbacks(): readonly Patch[] {
    const twins: { readonly at: number; readonly end: number; readonly shift: number }[] = [];
    for (const node of within(this.root)) {
      if (node.name !== 'mc:AlternateContent') continue;
      const [choice, fallback] = [child(node, 'mc:Choice'), child(node, 'mc:Fallback')];
      const box = choice === null ? null : boxIn(choice);
      const twin = fallback === null ? null : boxIn(fallback);
      if (box === null || twin === null || contentOf(this.xml, box) !== contentOf(this.xml, twin)) continue;
      twins.push({ at: box.content, end: box.close, shift: twin.content - box.content });
    }
    return twins.flatMap(({ at, end, shift }) =>
      this.patches.filter((patch) => patch.at >= at && patch.end <= end).map((patch) => ({ ...patch, at: patch.at + shift, end: patch.end + shift })),
    );
  }

  /** Of a part's own elements, as it writes them: `node` is one near. */
  element(node: Node, name: string, content: string, attributes = ''): string {
    const prefix = prefixOf(this.xml, node);
    const open = `${prefix}${name}${attributes === '' ? '' : ` ${attributes}`}`;
    return content === '' ? `<${open}/>` : `<${open}>${content}</${prefix}${name}>`;
  }

  /** The content as it is put in or taken out as a revision; as it is where none is kept. */
  revised(node: Node, kind: 'ins' | 'del', content: string): string {
    return this.revision === null || content === '' ? content : this.element(node, kind, content, this.revisionAttributes());
  }

  /** The mark of a paragraph or row that is put in or taken out. */
  mark(node: Node, kind: 'ins' | 'del'): string {
    return this.revision === null ? '' : this.element(node, kind, '', this.revisionAttributes());
  }

  private revisionAttributes(): string {
    const { author, date } = this.revision ?? { author: '', date: '' };
    return this.attributes({ id: this.freshId(), author, date });
  }

  /** An element of an id that begins again behind what was put into it: no two have the same id. */
  reopened({ at, content }: Node): string {
    return this.xml.slice(at, content).replace(/(\sid|:id)(\s*=\s*["'])\d+/u, (_, name: string, sign: string) => name + sign + this.freshId());
  }

  private freshId(): string {
    this.nextId ??= Math.max(0, ...[...this.xml.matchAll(/[\s:]id\s*=\s*["'](\d{1,9})["']/gu)].map(([, id]) => Number(id))) + 1;
    return String(this.nextId++);
  }

  /** Attributes of the part's own namespace. */
  attributes(values: Readonly<Record<string, string>>): string {
    this.prefix ??= this.attributePrefix();
    const { prefix, declaration } = this.prefix;
    return (
      declaration +
      Object.entries(values)
        .map(([name, value]) => `${prefix}${name}="${inAttribute(value)}"`)
        .join(' ')
    );
  }

  /** Attributes need a prefix, also where the elements have none. */
  private attributePrefix(): { readonly prefix: string; readonly declaration: string } {
    const [, prefix] = new RegExp(`xmlns:([\\w.-]+)\\s*=\\s*["'](?:${WORDPROCESSING}|${STRICT})["']`, 'u').exec(this.xml) ?? [];
    const address = this.xml.includes(STRICT) ? STRICT : WORDPROCESSING;
    return prefix === undefined ? { prefix: 'gouji:', declaration: `xmlns:gouji="${address}" ` } : { prefix: `${prefix}:`, declaration: '' };
  }

  /** Words as the content of a run: breaks and tabs are elements of their own. `deleted`: as they are kept in a deletion. */
  words(node: Node, text: string, deleted = false): string {
    return text
      .split(/([\t\n])/u)
      .map((part) => {
        if (part === '') return '';
        if (part === '\t') return this.element(node, 'tab', '');
        if (part === '\n') return this.element(node, 'br', '');
        return this.element(node, deleted ? 'delText' : 't', escaped(part), /^\s|\s$/u.test(part) ? 'xml:space="preserve"' : '');
      })
      .join('');
  }

  run(node: Node, properties: string, content: string): string {
    return content === '' ? '' : this.element(node, 'r', properties + content);
  }

  /** A new run; put in as a revision where those are kept. */
  newRun(node: Node, properties: string, text: string): string {
    return this.revised(node, 'ins', this.run(node, properties, this.words(node, text)));
  }

  /** The properties of a run as it has them; what was before a revision is no part of them. */
  propertiesOf(run: Node | null): string {
    const properties = run === null ? null : child(run, 'w:rPr');
    return properties === null ? '' : this.without(properties, ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:rPrChange']);
  }

  /** An element as written, without some of its children; nothing where nothing is left. */
  without(node: Node, names: readonly string[]): string {
    let text = '';
    let from = node.at;
    for (const each of node.children) {
      if (!names.includes(each.name)) continue;
      text += this.xml.slice(from, each.at);
      from = each.end;
    }
    text += this.xml.slice(from, node.end);
    return /^<[^>]*>\s*<\/[^>]*>$/u.test(text) ? '' : text;
  }
}

function boxIn(node: Node): Node | null {
  for (const each of within(node)) if (each.name === 'w:txbxContent') return each;
  return null;
}

export function escaped(text: string): string {
  const xml = escapeXml(text);
  if (xml === null) throw new Refused('characters');
  return xml;
}

function inAttribute(text: string): string {
  return escaped(text).replaceAll('"', '&quot;');
}

/** Whether an element's switch is on, as `w:vanish`. */
export function isSwitchedOn(xml: string, node: Node | null): boolean {
  return node !== null && !/^(?:0|false|off|none)$/u.test(attributeOf(xml, node, 'val') ?? '');
}

/** A control around or in a paragraph that shows its hint. */
export function placeholderOf(xml: string, paragraph: Node): Node | null {
  const showsHint = (control: Node) => {
    const properties = child(control, 'w:sdtPr');
    return properties !== null && isSwitchedOn(xml, child(properties, 'w:showingPlcHdr'));
  };
  for (let control = around(paragraph, 'w:sdt'); control !== null; control = around(control.parent, 'w:sdt')) if (showsHint(control)) return control;
  for (const each of within(paragraph)) if (each.name === 'w:sdt' && showsHint(each)) return each;
  return null;
}
