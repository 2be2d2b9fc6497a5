// The characters of XML: blanks, names, entities, and how a text is written in it.

const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const MAX_ENTITY = 12;
const ENTITY = /^&#?\w{1,8};/u;
export const SLASH = 0x2f;
export const EQUALS = 0x3d;
export const GREATER = 0x3e;

function isBlank(unit: number): boolean {
  return unit === SPACE || unit === LINE_FEED || unit === CARRIAGE_RETURN || unit === TAB;
}

export function skipBlank(xml: string, from: number): number {
  for (let at = from; at < xml.length; at++) if (!isBlank(xml.charCodeAt(at))) return at;
  return xml.length;
}

/** Where the name that begins here ends. */
export function nameEnd(xml: string, start: number): number {
  for (let at = start; at < xml.length; at++) {
    const unit = xml.charCodeAt(at);
    if (unit === GREATER || unit === SLASH || unit === EQUALS || isBlank(unit)) return at;
  }
  return xml.length;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function unescaped(value: string): string {
  if (!value.includes('&')) return value;
  return value.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/giu, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const codePoint = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return codePoint <= 0x10_ff_ff ? String.fromCodePoint(codePoint) : whole;
  });
}

/** The entity that begins at `at`, as written; empty where there is none before `end`. */
export function entityAt(xml: string, at: number, end: number): string {
  return ENTITY.exec(xml.slice(at, Math.min(end, at + MAX_ENTITY)))?.[0] ?? '';
}

/** What may not be in XML 1.0, and halves of characters. */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/u;

/** A text as XML has it; null where it holds what XML cannot. */
export function escapeXml(text: string): string | null {
  return FORBIDDEN.test(text) ? null : text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
