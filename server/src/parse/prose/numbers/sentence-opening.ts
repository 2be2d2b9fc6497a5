// What a sentence as a whole speaks of, before its first clause: the state that the walk through it begins with.

import type { Subject } from '../claim-model.ts';
import type { Clause } from '../words/clauses.ts';
import { isWord, type Token } from '../words/lex-sentence.ts';
import { FRESH, type State } from './draft.ts';

interface Opening {
  readonly state: State;
  /** It does not say of what it speaks: of applications only where the tables bear it out. */
  readonly tentative: boolean;
}

interface Before {
  readonly clauses: readonly Clause[];
  /** What the sentences before it speak of. */
  readonly subject: Subject | null;
}

export function openingOf(text: string, tokens: readonly Token[], { clauses, subject }: Before): Opening {
  const fresh: State = {
    ...FRESH,
    subject,
    sorting: SORTING.test(text),
    halved: clauses.some(finishesCarried) || FINISHED_TWICE.test(text),
    scope: NOT_COUNTED.test(text) ? 'other' : FRESH.scope,
  };
  const state = subject === null || subject === 'applications' ? withSubjectBehind(fresh, tokens) : fresh;
  if (state.subject !== null) return { state, tentative: false };
  const implied = impliesApplications(tokens);
  const tentative = !implied && maySpeakOfApplications(tokens);
  return { state: implied || tentative ? { ...state, subject: 'applications' } : state, tentative };
}

/** Documents sorted by how public they are use the words of table three for something else. */
const SORTING =
  /主动公开(?:的|类)?(?:政府)?信息(?:数|数量)?[0-9]+[条件份个].*(?:依申请公开|不予公开)(?:的|类)?(?:政府)?信息|依申请公开(?:类|的|文件|公文)?[0-9]+[件份]、不予公开|(?:文件|发文)[0-9]+[件份].*依申请公开(?:类|的|文件|公文)?[0-9]+[件份],不予公开|公开属性|公文[^。]{0,40}(?:依申请公开|不予公开)|主动公开(?:类|的|文件|公文)?[0-9]{1,6}(?:件|份|个)/u;

/** 新收41件已办结39件，加上年结转3件，合计办结42件 */
const FINISHED_TWICE = /办结[0-9]{1,7}件.*(?:合计|总计)共?办结/u;

/** 各派出机构当年合计收到申请427件，不列入本报告统计范围 */
const NOT_COUNTED = /不(?:列入|纳入|计入|包括在|包含在|含在)[^。]{0,12}(?:统计|报告|年报|本表|范围)|另行(?:编制|发布|公布|报告)[^。]{0,6}(?:年度报告|年报)/u;

const MAKING = ['new', 'made', 'repealed'];

/** 新增3件，废止1件，现有行政规范性文件21件: the documents are named last, and nothing else is. */
function withSubjectBehind(state: State, tokens: readonly Token[]): State {
  const first = tokens.find((token) => isWord(token, 'action'));
  if (!MAKING.some((id) => isWord(first, 'action', id))) return state;
  const objects = new Set(tokens.flatMap((token) => (isWord(token, 'object') && token.is === 'word' ? [token.id] : [])));
  const actions = tokens.filter((token) => isWord(token, 'action'));
  return objects.size === 1 && objects.has('normative') && actions.length > 1 ? { ...state, subject: 'normative' } : state;
}

/** 39件新收加3件结转: nothing else in a report is carried from year to year, so it need not be named. */
function impliesApplications(tokens: readonly Token[]): boolean {
  if (tokens.some((token) => isWord(token, 'object') && !isWord(token, 'object', 'application'))) return false;
  const isCarried = tokens.some((token) => isWord(token, 'action', 'carry-in') || isWord(token, 'action', 'carry-out'));
  return isCarried || (tokens.some((token) => isWord(token, 'action', 'new')) && tokens.some((token) => isWord(token, 'action', 'carried')));
}

/** 全年办结1831件，办结率95.2%: of what, it does not say. */
function maySpeakOfApplications(tokens: readonly Token[]): boolean {
  return (
    !tokens.some((token) => isWord(token, 'object')) &&
    (tokens.some((token) => token.is === 'word' && ((token.as === 'action' && DOING.has(token.id)) || isWord(token, 'rate', 'done'))) ||
      // 网络提交9件，信函提交8件，合计17件
      (tokens.some((token) => isWord(token, 'part', 'channel')) && tokens.some((token) => isWord(token, 'filler', 'applied'))))
  );
}

const DOING: ReadonlySet<string> = new Set(['new', 'receive', 'accept', 'done', 'handle', 'take']);

/** 上年结转的2件均已办结 */
function finishesCarried({ tokens }: Clause): boolean {
  const at = tokens.findIndex((token) => isWord(token, 'action', 'carry-in'));
  return at >= 0 && tokens.some((token, index) => index > at && isWord(token, 'action', 'done'));
}
