// Decodes UTF-8 strictly, for `.gouji.json`. Drafts come in any encoding: `decode.ts`.

/** `problem` is Chinese and says why the bytes cannot be read. A byte-order mark is left out. */
export function readUtf8(bytes: Uint8Array): { readonly text: string } | { readonly problem: string } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { problem: '不是 UTF-8 编码的文本' };
  }
}
