// Renders hovers as Markdown or plain text, with the words of the draft escaped so that they never become markup.

import type { MarkupContent } from 'vscode-languageserver';
import { MAX_WORDS_QUOTED } from '../limits.ts';

/** Our own words as they are; words of the draft marked as such. */
export type Words = readonly (string | { readonly quoted: string })[];

export type Block = { readonly kind: 'title' | 'paragraph'; readonly words: Words } | { readonly kind: 'list'; readonly items: readonly Words[] };

export type Markup = 'markdown' | 'plaintext';

/** What turns the reading order round, or ends lines in terminals; a draft may hold anything. */
const CONTROLS = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
/** All of ASCII's punctuation: a backslash before any of it is itself invisible, and stops autolinks too. */
const MARKDOWN = /[!-/:-@[-`{-~]/gu;

export function markup(kind: Markup, blocks: readonly Block[]): MarkupContent {
  return { kind, value: blocks.map((block) => written(kind, block)).join('\n\n') };
}

function written(kind: Markup, block: Block): string {
  const line = (words: Words) => words.map((piece) => (typeof piece === 'string' ? piece : quote(kind, piece.quoted))).join('');
  if (block.kind === 'list') return block.items.map((item) => `- ${line(item)}`).join('\n');
  return block.kind === 'title' && kind === 'markdown' ? `**${line(block.words)}**` : line(block.words);
}

/** Words of the draft in one line and in quotation marks. */
function quote(kind: Markup, text: string): string {
  const plain = text.replaceAll(/\s+/gu, ' ').replaceAll(CONTROLS, '').trim();
  const characters = [...plain];
  const short = characters.length > MAX_WORDS_QUOTED ? `${characters.slice(0, MAX_WORDS_QUOTED).join('')}…` : plain;
  return `“${kind === 'markdown' ? short.replaceAll(MARKDOWN, String.raw`\$&`) : short}”`;
}
