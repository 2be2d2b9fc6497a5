// Names of persons that a Word document keeps in its properties, at its revisions and at its comments.

import { MAX_AUTHORS } from '../limits.ts';
import type { Parts } from './package.ts';
import type { Handlers } from './element-handlers.ts';
import { scanXml } from './xml.ts';

/** What office programs write where nobody gave a name. */
const NOBODY = /^(?:administrator|admin|user|owner|windows 用户|微软用户|用户|作者|author|unknown|python-docx|microsoft office user|勾稽|wps.*)$/iu;

interface Reader {
  readonly xml: string;
  readonly names: Set<string>;
  isName: boolean;
}

const NAME = { open: (reader: Reader) => void (reader.isName = true), close: (reader: Reader) => void (reader.isName = false) };
const PROPERTIES: Handlers<Reader> = new Map([
  ['dc:creator', NAME],
  ['cp:lastModifiedBy', NAME],
]);

/** `marked`: the parts whose revisions and comments have authors. */
export function authorsIn(parts: Parts, marked: readonly string[]): readonly string[] {
  const names = new Set<string>();
  const properties = parts.related(null, 'core-properties');
  const part = properties === null ? 'absent' : parts.read(properties);
  if (typeof part !== 'string') {
    const texts = { text: (reader: Reader, start: number, end: number) => void (reader.isName && add(names, reader.xml.slice(start, end))), entity: () => {} };
    scanXml({ xml: part.xml, handlers: PROPERTIES, texts, reader: { xml: part.xml, names, isName: false } });
  }
  for (const xml of marked) for (const [, name = ''] of xml.matchAll(/\s\w+:author\s*=\s*"([^"]*)"/gu)) add(names, name);
  return [...names];
}

function add(names: Set<string>, name: string): void {
  const plain = name.trim();
  if (plain !== '' && !NOBODY.test(plain) && names.size < MAX_AUTHORS) names.add(plain);
}
