// Tokens of a sentence → clauses: what stands between commas. A list point divides only where each item has its number.

import { isWord, type Token } from './lex-sentence.ts';
import { MAX_BRACKET, MAX_EXAMPLES } from '../../limits.ts';

export interface Clause {
  readonly tokens: readonly Token[];
  /** The mark before it; empty at the beginning. */
  readonly opener: string;
  /** How many brackets it stands in. */
  readonly depth: number;
}

/** Remarks in brackets that count nothing are left out: 作其他处理（含主动撤回）341件 is one clause. */
export function clausesOf(tokens: readonly Token[]): readonly Clause[] {
  const clauses: Clause[] = [];
  let current: Token[] = [];
  let opener = '';
  let depth = 0;
  const close = (mark: string) => {
    clauses.push({ tokens: current, opener, depth });
    current = [];
    opener = mark;
  };
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.is !== 'mark') {
      current.push(token);
      continue;
    }
    if (token.mark === '、') {
      if (current.some(says) && !listsExamples(tokens, index)) close('、');
      else current.push(token);
    } else if (token.mark === '(') {
      const closing = idleBracket(tokens, index);
      if (closing !== null) {
        const inside = tokens.slice(index + 1, closing);
        const more =
          tokens[closing + 1]?.is === 'quantity' && inside.some((each) => isWord(each, 'result')) && inside.every(isOfResults) ? inside : included(inside);
        if (more.some((each) => isWord(each, 'result', 'partial'))) current.splice(-1, 1, ...current.slice(-1).map(asGranted));
        current.push(...more);
        index = closing;
        continue;
      }
      close('(');
      depth++;
    } else if (token.mark === ')') {
      close(')');
      depth = Math.max(0, depth - 1);
    } else {
      close(token.mark);
    }
  }
  close('');
  return clauses;
}

/** 2件因不掌握、没有现成信息等原因无法提供: the point stands between examples, not between numbers. */
function listsExamples(tokens: readonly Token[], point: number): boolean {
  for (let index = point + 1; index < Math.min(tokens.length, point + MAX_EXAMPLES); index++) {
    const token = tokens[index];
    if (isWord(token, 'filler', 'such-as')) return true;
    if (token?.is === 'quantity' || (token?.is === 'mark' && token.mark !== '、')) return false;
  }
  return false;
}

function says(token: Token): boolean {
  return token.is === 'quantity';
}

/** 予以公开（含部分公开）: the one remark in brackets that changes what is counted. */
function included(inside: readonly Token[]): readonly Token[] {
  const [first] = inside;
  return isWord(first, 'list', 'including') && inside.slice(1).every((token) => isWord(token, 'result')) ? inside.slice(1) : [];
}

/** 公开类答复（予以公开+部分公开）1458件: the bracket says what is counted. */
function isOfResults(token: Token): boolean {
  return isWord(token, 'result') || isWord(token, 'filler') || (token.is === 'mark' && token.mark === '、');
}

/** 公开（含部分公开）: what was made public on application. */
function asGranted(token: Token): Token {
  return token.is === 'word' && token.as === 'action' && token.id === 'publish' ? { ...token, as: 'result', id: 'granted' } : token;
}

function idleBracket(tokens: readonly Token[], open: number): number | null {
  for (let index = open + 1; index < Math.min(tokens.length, open + MAX_BRACKET); index++) {
    const token = tokens[index];
    if (token === undefined || token.is === 'quantity') return null;
    if (token.is === 'mark' && token.mark === ')') return index;
  }
  return null;
}
