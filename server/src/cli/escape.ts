// Escapes control characters of texts and file names, so that they give a terminal no orders.

/** Control and format characters, line separators, halves of characters: what moves the cursor, colours, hides or turns text. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** What is unsafe is written visibly, as `\u001b`. */
export function visible(text: string): string {
  return text.replaceAll(UNSAFE, escapeCharacter);
}

/** JSON leaves DEL, C1 controls and U+2028 as they are; terminals and line readers take some of them as orders. */
export function toJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(/[\u007f-\u009f\u2028\u2029]/gu, escapeCharacter);
}

function escapeCharacter(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex}`;
}
