// A copy of a Word document to be published: revisions accepted, comments, hidden words and names of persons gone; every other entry as it was.

import type { Annotated } from '../document.ts';
import { openWord, type WordContent } from '../word/open-word.ts';
import { encodePart } from '../word/package.ts';
import { NO_STYLES, readStyles, type Styles } from '../word/styles.ts';
import { around, attributeOf, child, type Node, treeOf, within } from '../word-part/part-tree.ts';
import { protectionOf } from '../word-part/protection.ts';
import { REFUSALS } from '../word-part/refusal.ts';
import { type Archive, readDirectory } from '../zip/directory.ts';
import { replaceEntry } from '../zip/replace-entry.ts';
import { isSwitchedOn } from '../word-part/part-writer.ts';

const LEFT = '请在 Word 或 WPS 中接受修订，删除批注和隐藏文字：文档的结构少见，未能清除干净，没有写出';
const ROOT = /^(?:\s|<\?[^>]*\?>|<!--[^>]*-->)*<(?:[\w.-]+:)?(?<name>[\w.-]+)/u;
const STORIES: ReadonlySet<string> = new Set(['document', 'hdr', 'ftr', 'footnotes', 'endnotes']);
/** Parts that hold nothing else are emptied: what names them stays valid. */
const OF_COMMENTS: ReadonlySet<string> = new Set(['comments', 'commentsEx', 'commentsIds', 'commentsExtensible', 'people']);
const WHOLE = /^(?<head>[^]*?<(?![?!])[^>]*[^/>])>[^]*(?<tail><\/[^<>]*>)\s*$/u;

export function cleanCopy(content: WordContent): Annotated {
  const { locked } = protectionOf(content);
  if (locked !== null) return { problem: REFUSALS[locked] };
  const { archive, parts, part, document } = content;
  const styleName = parts.related(part.name, 'styles');
  const styleSheet = styleName === null ? 'absent' : parts.read(styleName);
  const styles = typeof styleSheet === 'string' ? NO_STYLES : readStyles(styleSheet.xml);
  if (typeof styles === 'string') return { problem: REFUSALS.unclear };
  const clean = (xml: string): string => {
    const name = ROOT.exec(xml)?.groups?.['name'] ?? '';
    if (STORIES.has(name)) return acceptedPart(xml, styles);
    if (OF_COMMENTS.has(name)) return xml.replace(WHOLE, '$<head>>$<tail>');
    return name === 'coreProperties' ? withoutNames(xml) : xml;
  };
  let current: Archive = archive;
  for (const key of archive.entries.keys()) {
    const entry = current.entries.get(key);
    if (!key.endsWith('.xml') || entry === undefined) continue;
    const own = key === part.name.toLowerCase() ? part : parts.read(key);
    if (typeof own === 'string') return { problem: LEFT };
    const xml = clean(own.xml);
    if (xml === own.xml) continue;
    const next = readDirectory(replaceEntry(current, entry, encodePart(own.bytes, xml)));
    if (typeof next === 'string') return { problem: REFUSALS.unclear };
    current = next;
  }
  const read = openWord(current);
  if (typeof read === 'string' || read.document.text !== document.text) return { problem: LEFT };
  // Words that are struck out are for a person to decide on.
  return [...read.document.remains().keys()].every((kind) => kind === 'struck') ? { bytes: current.bytes } : { problem: LEFT };
}

function withoutNames(xml: string): string {
  let text = '';
  let from = 0;
  for (const { name, content, close } of within(treeOf(xml))) {
    if (name !== 'dc:creator' && name !== 'cp:lastModifiedBy') continue;
    text += xml.slice(from, content);
    from = close;
  }
  return text + xml.slice(from);
}

const UNWRAPPED: ReadonlySet<string> = new Set(['w:ins', 'w:moveTo']);
const DELETED: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom']);
/** Where a revision is a mark of what has these properties, not what stands around words. */
const PROPERTIES: ReadonlySet<string> = new Set(['w:rPr', 'w:trPr', 'w:numPr', 'w:tcPr', 'w:sdtPr', 'w:pPr']);
const DROPPED =
  /^w:(?:\w+PrChange|tblGridChange|numberingChange|cellIns|cellMerge|move(?:From|To)Range(?:Start|End)|customXml(?:Ins|Del|MoveFrom|MoveTo)Range(?:Start|End)|commentRange(?:Start|End)|commentReference)$/u;
/** What a hidden run may hold beside marks that others need. */
const WORDS: ReadonlySet<string> = new Set(['w:t', 'w:tab', 'w:br', 'w:cr', 'w:noBreakHyphen', 'w:delText', 'w:sym']);

/** A part with all revisions accepted, and without comments and hidden words. */
function acceptedPart(xml: string, styles: Styles): string {
  return new Accepting(xml, styles).inner(treeOf(xml));
}

class Accepting {
  private readonly xml: string;
  private readonly styles: Styles;

  constructor(xml: string, styles: Styles) {
    this.xml = xml;
    this.styles = styles;
  }

  /** What stands between the tags. The depth of the part bounds how often these call each other. */
  inner({ content, close, children }: Node): string {
    return this.between(children, content, close);
  }

  private between(children: readonly Node[], start: number, end: number): string {
    let text = '';
    let from = start;
    children.forEach((each, index) => {
      if (each.at < from) return;
      text += this.xml.slice(from, each.at);
      const chain = this.joined(children, index);
      text += chain === null ? this.element(each) : this.paragraphs(chain);
      from = (chain?.at(-1) ?? each).end;
    });
    return text + this.xml.slice(from, end);
  }

  private element(node: Node): string {
    const { name, parent } = node;
    const isMark = parent !== null && PROPERTIES.has(parent.name);
    if (DROPPED.test(name) || DELETED.has(name) || (isMark && UNWRAPPED.has(name))) return '';
    if (UNWRAPPED.has(name)) return this.inner(node);
    if (name === 'w:tr' && this.isGone(node)) return '';
    if (name === 'w:tbl' && node.children.some(isRow) && node.children.filter(isRow).every((row) => this.isGone(row))) return '';
    if (name === 'w:r') return this.run(node);
    return this.xml.slice(node.at, node.content) + this.inner(node) + this.xml.slice(node.close, node.end);
  }

  private isGone(row: Node): boolean {
    const properties = child(row, 'w:trPr');
    return properties !== null && (properties.children.some(({ name }) => DELETED.has(name)) || isSwitchedOn(this.xml, child(properties, 'w:hidden')));
  }

  private run(node: Node): string {
    const own = node.children.filter(({ name }) => name !== 'w:rPr');
    const only = (names: ReadonlySet<string>) => own.length > 0 && own.every(({ name }) => names.has(name));
    if (only(new Set(['w:commentReference', 'w:annotationRef']))) return '';
    const isHidden = this.isHidden(node);
    if (isHidden && only(WORDS)) return '';
    const kept = isHidden ? node.children.filter(({ name }) => !WORDS.has(name)) : null;
    if (kept === null) return this.xml.slice(node.at, node.content) + this.inner(node) + this.xml.slice(node.close, node.end);
    return this.xml.slice(node.at, node.content) + kept.map((each) => this.element(each)).join('') + this.xml.slice(node.close, node.end);
  }

  /** As the reader sees it: what the run says itself, else the styles, which switch each other off. */
  private isHidden(run: Node): boolean {
    const properties = child(run, 'w:rPr');
    const own = properties === null ? null : child(properties, 'w:vanish');
    if (own !== null) return isSwitchedOn(this.xml, own);
    const runStyle = properties === null ? null : child(properties, 'w:rStyle');
    return this.hides(runStyle) !== this.hides(this.paragraphStyle(run));
  }

  private hides(style: Node | null): boolean {
    return style !== null && this.styles.look(attributeOf(this.xml, style, 'val')).hidden === true;
  }

  private paragraphStyle(run: Node): Node | null {
    const paragraph = around(run, 'w:p');
    const properties = paragraph === null ? null : child(paragraph, 'w:pPr');
    return properties === null ? null : child(properties, 'w:pStyle');
  }

  /** Paragraphs that are one, since the marks between them are deleted; null where it is one already. */
  private joined(children: readonly Node[], first: number): readonly Node[] | null {
    const chain: Node[] = [];
    for (const each of children.slice(first)) {
      if (each.name !== 'w:p') break;
      chain.push(each);
      if (!hasDeletedMark(each)) break;
    }
    return chain.length > 1 ? chain : null;
  }

  /** The properties of the whole are those of its last mark. */
  private paragraphs(chain: readonly Node[]): string {
    const last = chain.at(-1);
    const [first] = chain;
    if (first === undefined || last === undefined) return '';
    const properties = child(last, 'w:pPr');
    const opening = this.xml.slice(first.at, first.content).replace(/\s*\/>$/u, '>');
    const name = /^<([^\s/>]+)/u.exec(opening)?.[1] ?? 'w:p';
    const content = chain.map((each) => {
      const own = child(each, 'w:pPr');
      return this.between(
        each.children.filter((inner) => inner !== own),
        own?.end ?? each.content,
        each.close,
      );
    });
    return `${opening}${properties === null ? '' : this.element(properties)}${content.join('')}</${name}>`;
  }
}

function isRow({ name }: Node): boolean {
  return name === 'w:tr';
}

function hasDeletedMark(paragraph: Node): boolean {
  const properties = child(paragraph, 'w:pPr');
  const mark = properties === null ? null : child(properties, 'w:rPr');
  return mark?.children.some(({ name }) => DELETED.has(name)) === true;
}
