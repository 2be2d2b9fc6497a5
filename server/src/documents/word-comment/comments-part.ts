// The part that holds a document's comments, and the entries of relationships and content types that name it.

import type { DocumentComment } from '../document.ts';
import { writtenXml } from '../../text/written-xml.ts';

const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

interface NewComments {
  readonly comments: readonly DocumentComment[];
  readonly author: string;
  readonly date: string;
  readonly isStrict: boolean;
}

/** `xml` is the part as it is, or null where the document has none; `firstId` is that of the first new comment. */
export function commentsPart(xml: string | null, { comments, author, date, isStrict }: NewComments): { readonly xml: string; readonly firstId: number } {
  const firstId =
    xml === null ? 0 : Math.max(-1, ...[...xml.matchAll(/<[\w.-]*:?comment\b[^>]*?[\s:]id\s*=\s*["'](\d{1,9})["']/gu)].map(([, id]) => Number(id))) + 1;
  const [, prefix = 'w:', name = 'comments'] = /<((?:[\w.-]+:)?)(comments)\b/u.exec(xml ?? '') ?? [];
  // Attributes need a prefix, also where the elements have none.
  const own = prefix === '' ? 'gouji:' : prefix;
  const declaration = prefix === '' ? ` xmlns:gouji="${isStrict ? STRICT : TRANSITIONAL}"` : '';
  const added = comments
    .map(({ text }, index) => {
      const attributes = `${own}id="${firstId + index}" ${own}author="${attribute(author)}" ${own}date="${attribute(date)}" ${own}initials="${attribute(author.slice(0, 1))}"`;
      const paragraphs = text
        .split('\n')
        .map((line) => `<${prefix}p><${prefix}r><${prefix}t xml:space="preserve">${writtenXml(line)}</${prefix}t></${prefix}r></${prefix}p>`);
      return `<${prefix}comment${declaration} ${attributes}>${paragraphs.join('')}</${prefix}comment>`;
    })
    .join('');
  if (xml === null)
    return {
      xml: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${isStrict ? STRICT : TRANSITIONAL}">${added}</w:comments>`,
      firstId,
    };
  const closing = `</${prefix}${name}>`;
  const at = xml.lastIndexOf(closing);
  if (at >= 0) return { xml: xml.slice(0, at) + added + xml.slice(at), firstId };
  // <w:comments …/>
  return { xml: xml.replace(/\/>\s*$/u, `>${added}${closing}`), firstId };
}

export function contentTypesWith(xml: string, partName: string): string {
  return beforeEnd(xml, 'Types', (prefix) => `<${prefix}Override PartName="${partName}" ContentType="${CONTENT_TYPE}"/>`);
}

/** `xml` null: the document names no other part yet. */
export function relationsWith(xml: string | null, { target, isStrict }: { readonly target: string; readonly isStrict: boolean }): string {
  const type = isStrict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships/comments'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
  const relation = (prefix: string) => `<${prefix}Relationship Id="rIdGoujiComments" Type="${type}" Target="${target}"/>`;
  if (xml === null) return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONS}">${relation('')}</Relationships>`;
  return beforeEnd(xml, 'Relationships', relation);
}

function beforeEnd(xml: string, name: string, content: (prefix: string) => string): string {
  const closing = new RegExp(`</((?:[\\w.-]+:)?)${name}\\s*>\\s*$`, 'u').exec(xml);
  if (closing !== null) return xml.slice(0, closing.index) + content(closing[1] ?? '') + xml.slice(closing.index);
  const empty = new RegExp(`<((?:[\\w.-]+:)?)${name}\\b[^>]*(/>)\\s*$`, 'u').exec(xml);
  if (empty === null) return xml;
  const [, prefix = ''] = empty;
  return `${xml.slice(0, xml.lastIndexOf('/>'))}>${content(prefix)}</${prefix}${name}>`;
}

function attribute(text: string): string {
  return writtenXml(text).replaceAll('"', '&quot;').replaceAll(/\s+/gu, ' ');
}
