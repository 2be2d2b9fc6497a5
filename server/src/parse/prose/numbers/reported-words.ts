// The words of a sentence as the organ means them that reports: its own name by other words, names cut short beside their like, answers and documents.

import { isWord, lex, type Token } from '../words/lex-sentence.ts';
import type { Sentence } from '../words/sentences.ts';
import type { Setting } from './draft.ts';
import { isOwnName, isOwnOffice, isOwnOrgan, OWN_TEAM } from './scope.ts';

/** The tokens of a sentence, whoever reports. */
export function tokensOf({ text }: Sentence, setting: Setting): readonly Token[] {
  let tokens = withOwnTeam(withoutReasons(withoutOwnName(lex(text, setting.year), setting, text), text), text).map((token) =>
    token.is === 'unknown' ? ownOrgan(token, setting, text) : token,
  );
  // Most sentences hold none of what has two meanings.
  if (text.includes('公开')) tokens = tokens.map((token, at) => asAnswer(token, at, { tokens, text }));
  if (text.includes('文件')) tokens = tokens.map((token, at) => asDocument(token, at, { tokens, text }));
  if (setting.form.id === '2019' && text.includes('项')) tokens = tokens.map((token) => asItems(token, text));
  tokens = tokens.map((token, at) => asShortName(token, at, { tokens, text }));
  if (text.includes('企业')) tokens = tokens.map((token, at) => asBusiness(token, at, tokens));
  return text.includes('转') ? tokens.map((token) => asTransferred(token, text)) : tokens;
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
const DECIDING: ReadonlySet<string> = new Set(['decide', 'done', 'handle']);

function asShortName(token: Token, at: number, { tokens, text }: Beside): Token {
  const isHalf = isWord(token, 'filler', 'short-name');
  if (token.is !== 'unknown' && !isHalf) return token;
  const word = text.slice(token.start, token.end);
  const [as, id] = SHORT_NAMES[word] ?? [];
  const { start, end } = token;
  if (as === undefined || id === undefined) return token;
  // 不予许可8件
  if (isHalf && (REFUSED.test(text.slice(Math.max(0, start - 2), start)) || !mayStandBefore(tokens[at - 1]))) return { is: 'unknown', text: word, start, end };
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  // 与上年相比，许可增长4.8%
  const isChanged = isHalf && (isWord(next, 'trend', 'more') || isWord(next, 'trend', 'less'));
  const isCounted = isChanged || next?.is === 'quantity' || isWord(next, 'object', 'application') || isWord(next, 'action', 'decision');
  const isDecided = isHalf && ((before?.is === 'word' && before.as === 'action' && DECIDING.has(before.id)) || isWord(before, 'none', 'decide'));
  const isBeside = tokens.some((each) =>
    as === 'column' ? each.is === 'word' && each.as === as && APPLICANTS.has(each.id) : each !== token && isShortDecision(each),
  );
  if ((isCounted && (isBeside || isDecided)) || (isDecided && isWord(before, 'none'))) return { is: 'word', as, id, start, end };
  return isHalf ? { is: 'unknown', text: word, start, end } : token;
}

const BEFORE_HALF: ReadonlySet<string> = new Set(['action', 'time', 'self', 'level', 'others', 'filler', 'all', 'none']);

/** 卫生许可, 撤销处罚: of one kind, or the contrary. */
function mayStandBefore(before: Token | undefined): boolean {
  return (
    before === undefined || before.is === 'mark' || before.is === 'quantity' || before.is === 'date' || (before.is === 'word' && BEFORE_HALF.has(before.as))
  );
}

const REFUSED = /[不未]予?$/u;

function isShortDecision(token: Token): boolean {
  return isWord(token, 'filler', 'short-name') || isWord(token, 'object', 'licences') || isWord(token, 'object', 'penalties');
}

/** 企业申请3件，自然人申请4件: beside 自然人 it is 商业企业. */
function asBusiness(token: Token, at: number, tokens: readonly Token[]): Token {
  if (token.is !== 'word' || !isWord(token, 'column', 'company')) return token;
  const next = isWord(tokens[at + 1], 'object', 'application') ? tokens[at + 2] : tokens[at + 1];
  return next?.is === 'quantity' && tokens.some((each) => isWord(each, 'column', 'natural')) ? { ...token, id: 'business' } : token;
}

const ITEMS: Readonly<Record<string, string>> = {
  行政许可事项: 'licences',
  行政许可项目: 'licences',
  行政处罚事项: 'penalties',
  行政处罚项目: 'penalties',
  行政强制项目: 'coercion',
  行政强制事项: 'coercion',
};

/** 行政许可事项47项，处理决定18326件: the older form counts items beside decisions. */
function asItems(token: Token, text: string): Token {
  const id = isWord(token, 'object', 'foreign') ? ITEMS[text.slice(token.start, token.end)] : undefined;
  return id === undefined ? token : { is: 'word', as: 'object', id, start: token.start, end: token.end };
}

/** 转入12件、转出8件: from year to year where both are counted; 转出 alone may go to another organ. */
function asTransferred(token: Token, text: string): Token {
  if (token.is !== 'word') return token;
  const word = text.slice(token.start, token.end);
  if (word !== '转入' && word !== '转出') return token;
  const areBoth = /转入[0-9]{1,7}件.*转出(?:下年度?)?[0-9]{1,7}件/u.test(text);
  return areBoth ? { ...token, as: 'action', id: word === '转入' ? 'carry-in' : 'carry-out' } : token;
}

const NEAR = 12;
const ANSWERS: ReadonlySet<string> = new Set(['partial', 'refused', 'not-provided', 'not-processed', 'not-held']);

/** 公开18件，部分公开6件; 2件公开、1件无法提供: beside another answer it is 予以公开. */
function asAnswer(token: Token, at: number, { tokens, text }: Beside): Token {
  if (token.is !== 'word' || !isWord(token, 'action', 'publish') || text.slice(token.start, token.end).startsWith('主动')) return token;
  const isBefore = tokens[at + 1]?.is === 'quantity';
  const isBehind = tokens[at - 1]?.is === 'quantity' && (tokens[at + 1] === undefined || tokens[at + 1]?.is === 'mark');
  if (!isBefore && !isBehind) return token;
  const beside = tokens.slice(isBefore ? at + 2 : at + 1, at + NEAR).find((each) => each.is === 'word' && (each.as === 'result' || each.as === 'object'));
  return beside?.is === 'word' && beside.as === 'result' && ANSWERS.has(beside.id) ? { ...token, as: 'result', id: 'granted' } : token;
}

interface Beside {
  readonly tokens: readonly Token[];
  readonly text: string;
}

/** 制发规范性文件1件，无废止文件: of those documents. */
function asDocument(token: Token, at: number, { tokens, text }: Beside): Token {
  if (token.is !== 'word') return token;
  if (!isWord(token, 'object', 'foreign') || text.slice(token.start, token.end) !== '文件') return token;
  // 未废止文件
  const isNone = isWord(tokens[at - 1], 'none', 'repealed') || isWord(tokens[at - 1], 'none', 'made');
  const isOfDocuments =
    (isNone || (isWord(tokens[at - 2], 'none') && isWord(tokens[at - 1], 'action', 'repealed'))) &&
    tokens.slice(0, at).some((each) => isWord(each, 'object', 'normative'));
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

/** Whether it is the organ's own, its level says; 柳河镇执法队 has a name of its own. */
function withOwnTeam(tokens: readonly Token[], text: string): readonly Token[] {
  const found = text.includes('执法') ? OWN_TEAM.exec(text) : null;
  if (found === null) return tokens;
  const [start, end] = [found.index, found.index + found[0].length];
  const at = tokens.findIndex((token) => token.start === start);
  if (at < 0) return tokens;
  const rest = tokens.slice(at).filter((token) => token.end > end);
  // 执法队员12人 is about people.
  if (rest[0] !== undefined && rest[0].start < end) return tokens;
  return /^[员伍]/u.test(text.slice(end)) ? tokens : [...tokens.slice(0, at), { is: 'word', as: 'level', id: 'level', start, end }, ...rest];
}

const REASONS = /因[^,;。()0-9]{2,40}?等(?:原因|情形|情况|事由)?(?=(?:需要?|而)?(?:结转|转入|转至|转到|转下|跨年|顺延))/u;

/** 因延期答复、征求第三方意见等结转2024年办理: why they wait makes them no others. */
function withoutReasons(tokens: readonly Token[], text: string): readonly Token[] {
  const found = text.includes('等') ? REASONS.exec(text) : null;
  if (found === null) return tokens;
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
  // 厅机关, in the report of the 厅
  if (token.is === 'unknown' && token.text.length === 3 && token.text.endsWith('机关') && owner.name?.endsWith(token.text.charAt(0)) === true)
    return { is: 'word', as: 'self', id: 'self', start, end };
  // 镇党政办: 办 alone is a word of its own.
  if (token.is === 'unknown' && text.charAt(end) === '办' && isOwnOffice(`${token.text}办`)) return { is: 'word', as: 'self', id: 'self', start, end };
  const isOwn = token.is === 'unknown' && isOwnOrgan(owner, token.text) && text.charAt(end) !== '办';
  return isOwn ? { is: 'word', as: 'self', id: 'self', start, end } : token;
}
