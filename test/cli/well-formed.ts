// Checks that a text is well-formed XML, strict about what we write: elements, attributes in double quotes, text, five
// entities.

const TOKEN = /<\?[^?]*\?>|<\/([\w-]+)>|<([\w-]+)((?: [\w-]+="[^"<]*")*)(\/?)>|([^<]+)/uy;
const ENTITY = /&(?!(?:amp|lt|gt|quot|apos);)/u;

/** What is wrong, or null. */
export function wellFormed(xml: string): string | null {
  const open: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(xml);
    if (match === null) return `at ${at}: ${xml.slice(at, at + 40)}`;
    const [whole, closed, opened, , empty] = match;
    if (ENTITY.test(whole)) return `entity at ${at}`;
    if (/[^\P{Cc}\n\t]/u.test(whole)) return `control character at ${at}`;
    if (closed !== undefined && open.pop() !== closed) return `</${closed}> at ${at}`;
    if (opened !== undefined && empty === '') open.push(opened);
  }
  return open.length === 0 ? null : `<${open.join('> <')}> not closed`;
}
