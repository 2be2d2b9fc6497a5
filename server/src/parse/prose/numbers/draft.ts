// What the reader of a sentence carries from word to word, and what it hands on: working shapes of the grammar.

import type { Form } from '../../../forms/form.ts';
import type { Claim, ClaimScope, Quantity, Subject } from '../claim-model.ts';
import type { Clause } from '../words/clauses.ts';
import type { Clues } from '../words/clues.ts';
import type { Token } from '../words/lex-sentence.ts';
import type { Sentence } from '../words/sentences.ts';
import type { Owner } from './scope.ts';

/** What a number counts and of whom, until other words change it. */
export interface State {
  readonly subject: Subject | 'foreign' | null;
  readonly actions: readonly string[];
  /** Actions that had their numbers already. */
  readonly actionsSaid: readonly string[];
  /** 直接起诉 and 复议后起诉, as far as they had their numbers, one right behind the other. */
  readonly halves: readonly Subject[];
  /** The applicant and the outcome last named: 其他 continues such a list. */
  readonly column: string | null;
  readonly outcome: string | null;
  /** 尚未审结： before a list of cases. */
  readonly heading: string | null;
  /** 自然人申请中: whose results are told. */
  readonly among: string | null;
  /** Documents are sorted by how public they are: 主动公开80件、依申请公开17件、不予公开23件. */
  readonly sorting: boolean;
  /** Documents were gone through, not only the organ's own: 清理规范性文件120件，废止15件. */
  readonly sifting: boolean;
  /** 上年结转2件已办结，新收17件办结14件: what was finished is told in two halves. */
  readonly halved: boolean;
  /** 上年度, 2019年, 上半年: not the year of the tables. */
  readonly otherTime: boolean;
  /** A quarter or a half of this year. */
  readonly partTime: boolean;
  /** The year before, for comparison. */
  readonly lastYear: boolean;
  readonly scope: ClaimScope;
  /** Of this subject another population was just counted: what follows divides that one. */
  readonly blocked: Subject | null;
}

/** What a word of the class `object` names; 申请 alone is of this report's applications. */
export function subjectOf(object: string | null): State['subject'] {
  return object === 'application' ? 'applications' : (object as State['subject']);
}

/** Nothing was spoken of yet. */
export const FRESH: State = {
  subject: null,
  actions: [],
  actionsSaid: [],
  halves: [],
  column: null,
  outcome: null,
  heading: null,
  among: null,
  sorting: false,
  sifting: false,
  halved: false,
  otherTime: false,
  partTime: false,
  lastYear: false,
  scope: 'whole',
  blocked: null,
};

/** The report as far as the grammar needs it. */
export interface Setting {
  readonly form: Form;
  readonly year: number | null;
  readonly owner: Owner;
}

/** A quantity of a sentence with what was understood of it. */
export interface Figure {
  readonly quantity: Quantity;
  readonly words: Clues;
  /** Neither 约 nor 余. */
  readonly exact: boolean;
  /** Index of its clause. */
  readonly clause: number;
  readonly depth: number;
  readonly claim: Claim | null;
  /** What was spoken of. */
  readonly subject: State['subject'];
  /** It counts the year before, for comparison. */
  readonly last: boolean;
  /** 由71件增至88件: what it became stands right behind it. */
  readonly rises: boolean;
  /** It counts another time than the tables do. */
  readonly past: boolean;
  /** A quarter or a half of this year. */
  readonly partTime: boolean;
}

/** Applications are spoken of under their own sub-heading without being named. */
export interface Context {
  readonly subject: Subject | null;
  /** It stands in the part on disputes, where every case is of 政府信息公开. */
  readonly ofDisputes: boolean;
  /** The only number of its measure in the sentence before: what 其中 at the beginning of this one divides. */
  readonly wholes: readonly Figure[];
}

/** A sentence as far as it has been read. */
export interface Progress {
  readonly sentence: Sentence;
  readonly setting: Setting;
  readonly clauses: readonly Clause[];
  readonly ofDisputes: boolean;
  /** 据不完全统计: none of its numbers is sure. */
  readonly hedged: boolean;
  readonly state: State;
  /** The quantities so far. */
  readonly figures: readonly Figure[];
  /** The clause before has words but no number: what follows may be its number. */
  readonly open: boolean;
  /** What that clause says of it: 申请人以自然人为主，共329件. */
  readonly pending: Clues | null;
  /** What a percentage behind 分别占 is the share of. */
  readonly part: Figure | null;
}

/** One quantity with the words on either side, up to the next one or the end of the clause. */
export interface NumberContext {
  readonly clause: Clause;
  readonly index: number;
  readonly left: readonly Token[];
  readonly token: Extract<Token, { readonly is: 'quantity' }>;
  readonly right: readonly Token[];
}
