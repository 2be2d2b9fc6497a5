// The words of a sentence as the organ means them that reports: its own name by other words, names cut short beside their like, answers and documents.

import { isWord, lex, type Token } from '../words/lex-sentence.ts';
import type { Sentence } from '../words/sentences.ts';
import type { Setting } from './draft.ts';
import { isOwnName, isOwnOffice, isOwnOrgan } from './scope.ts';

/** The tokens of a sentence, whoever reports. */
export function tokensOf({ text }: Sentence, setting: Setting): readonly Token[] {
  return withoutOwnName(lex(text, setting.year), setting, text)
    .map((token) => ownOrgan(token, setting, text))
    .map(asAnswer)
    .map((token, at, tokens) => asDocument(token, at, { tokens, text }))
    .map((token, at, tokens) => asShortName(token, tokens[at + 1], tokens))
    .map((token) => asTransferred(token, text));
}

/** Right before its number, and beside another of its kind, half a name is enough: 个人287件，单位36件; 许可44件、处罚6件. */
const SHORT_NAMES: Readonly<Record<string, readonly ['column' | 'object', string]>> = {
  单位: ['column', 'legal'],
  科研: ['column', 'research'],
  公益: ['column', 'charity'],
  法律服务: ['column', 'legal-service'],
  许可: ['object', 'licences'],
  处罚: ['object', 'penalties'],
  强制: ['object', 'coercion'],
};
const APPLICANTS: ReadonlySet<string> = new Set(['natural', 'company', 'business']);

function asShortName(token: Token, next: Token | undefined, tokens: readonly Token[]): Token {
  const [as, id] = (token.is === 'unknown' ? SHORT_NAMES[token.text] : undefined) ?? [];
  if (as === undefined || id === undefined) return token;
  const isCounted = next?.is === 'quantity' || isWord(next, 'object', 'application') || isWord(next, 'action', 'decision');
  const { start, end } = token;
  return isCounted &&
    tokens.some((each) => (as === 'column' ? each.is === 'word' && each.as === as && APPLICANTS.has(each.id) : each !== token && isShortDecision(each)))
    ? { is: 'word', as, id, start, end }
    : token;
}

function isShortDecision(token: Token): boolean {
  return token.is === 'unknown' ? SHORT_NAMES[token.text]?.[0] === 'object' : isWord(token, 'object', 'licences') || isWord(token, 'object', 'penalties');
}

/** 转入12件、转出8件: from year to year where both are counted; 转出 alone may go to another organ. */
function asTransferred(token: Token, text: string): Token {
  if (token.is !== 'word') return token;
  const word = text.slice(token.start, token.end);
  if (word !== '转入' && word !== '转出') return token;
  const areBoth = /转入[0-9]{1,7}件.*转出(?:下年度?)?[0-9]{1,7}件/u.test(text);
  return areBoth ? { ...token, as: 'action', id: word === '转入' ? 'carry-in' : 'carry-out' } : token;
}

const NEAR = 4;

/** 公开18件，部分公开6件: beside 部分公开 it is 予以公开. */
function asAnswer(token: Token, at: number, tokens: readonly Token[]): Token {
  if (token.is !== 'word' || !isWord(token, 'action', 'publish') || tokens[at + 1]?.is !== 'quantity') return token;
  return tokens.slice(at + 2, at + NEAR).some((each) => isWord(each, 'result', 'partial')) ? { ...token, as: 'result', id: 'granted' } : token;
}

interface Beside {
  readonly tokens: readonly Token[];
  readonly text: string;
}

/** 制发规范性文件1件，无废止文件: of those documents. */
function asDocument(token: Token, at: number, { tokens, text }: Beside): Token {
  if (token.is !== 'word') return token;
  if (!isWord(token, 'object', 'foreign') || text.slice(token.start, token.end) !== '文件' || !isWord(tokens[at - 2], 'none')) return token;
  const isOfDocuments = isWord(tokens[at - 1], 'action', 'repealed') && tokens.slice(0, at).some((each) => isWord(each, 'object', 'normative'));
  return isOfDocuments ? { ...token, as: 'object', id: 'normative' } : token;
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
  // 县级行政规范性文件 in the report of the county.
  if (token.is === 'unknown' && owner.level !== null && token.text === `${owner.level}级`) return { is: 'word', as: 'filler', id: 'filler', start, end };
  if (token.is === 'unknown' && token.text === '管委会' && owner.name?.endsWith('管理委员会') === true)
    return { is: 'word', as: 'self', id: 'self', start, end };
  // 镇党政办: 办 alone is a word of its own.
  if (token.is === 'unknown' && text.charAt(end) === '办' && isOwnOffice(`${token.text}办`)) return { is: 'word', as: 'self', id: 'self', start, end };
  const isOwn = token.is === 'unknown' && isOwnOrgan(owner, token.text) && text.charAt(end) !== '办';
  return isOwn ? { is: 'word', as: 'self', id: 'self', start, end } : token;
}
