// Escapes a text with lone surrogates, control characters and line breaks of every kind as UTF-8 with `\uXXXX`, to be kept in a
// file.

const KEPT = /[\n\t\x20-\x5b\x5d-\x7e\u3001-\u9fff\uff01-\uff5e‘-”—…│]/u;

export function escapeText(text: string): string {
  return text
    .split('')
    .map((unit) => (KEPT.test(unit) && unit !== '\t' ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`))
    .join('');
}

export function unescapeText(escaped: string): string {
  return escaped.replaceAll(/\\u([0-9a-f]{4})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
