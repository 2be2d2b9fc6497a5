// Tokens without the names that the organ gives itself: removed, or read as 我单位, before the clauses are walked.

import type { Setting } from './draft.ts';
import { lex, type Token } from './lex.ts';
import type { Sentence } from './sentences.ts';
import { isOwnName, isOwnOrgan } from './scope.ts';

/** The tokens of a sentence, whoever reports. */
export function tokensOf({ text }: Sentence, setting: Setting): readonly Token[] {
  return withoutOwnName(lex(text, setting.year), setting, text).map((token) => ownOrgan(token, setting, text));
}

const IN_NAME = /以([^以,;。0-9]{2,20})名义/u;

/** 以我办名义答复 says no more than 答复. */
function withoutOwnName(tokens: readonly Token[], { owner }: Setting, text: string): readonly Token[] {
  const found = text.includes('名义') ? IN_NAME.exec(text) : null;
  if (found === null || !isOwnName(owner, found[1] ?? '')) return tokens;
  const end = found.index + found[0].length;
  return tokens.filter((token) => token.end <= found.index || token.start >= end);
}

/** 街道全年作出…: the reporting organ by a shorter name is 我街道. */
function ownOrgan(token: Token, { owner }: Setting, text: string): Token {
  const { start, end } = token;
  // 县政府办公室 is an office of its own.
  const isOwn = token.is === 'unknown' && isOwnOrgan(owner, token.text) && text.charAt(end) !== '办';
  return isOwn ? { is: 'word', as: 'self', id: 'self', start, end } : token;
}
