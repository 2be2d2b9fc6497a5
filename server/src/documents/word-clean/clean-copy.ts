// A copy of a Word document to be published: revisions accepted, comments, hidden words and names of persons gone; every other entry as it was.

import type { Annotated } from '../document.ts';
import { openWord, type WordContent } from '../word/open-word.ts';
import { encodePart } from '../word/package.ts';
import { NO_STYLES, readStyles } from '../word/styles.ts';
import { treeOf, within } from '../word-edit/part-tree.ts';
import { protectionOf } from '../word-edit/protection.ts';
import { REFUSALS } from '../word-edit/refusal.ts';
import { type Archive, readDirectory } from '../zip/directory.ts';
import { replaceEntry } from '../zip/replace-entry.ts';
import { acceptedPart } from './accepted.ts';

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
