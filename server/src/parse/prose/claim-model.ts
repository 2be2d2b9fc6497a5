// The shapes of what the text says in numbers: one claim a number, or a phrase that means none or all; and relations between numbers.

import type { CellKey } from '../../forms/form.ts';
import type { Span } from '../../text/span.ts';

/** One way to understand a claim: the sum of these cells, divided by the sum of those where it is a share. */
export interface Interpretation {
  readonly sum: readonly CellKey[];
  readonly over?: readonly CellKey[];
  /** 比上年35件增加4件: by how much the sum is more than what the text says of last year, or less where it says so. */
  readonly since?: { readonly value: number; readonly less: boolean };
  /** 月均: divided by the months of a year; 增长11.4%: by last year's number. */
  readonly by?: number;
}

/**
 * `whole`: the organ's own figures. `level`: 全县 in a county's report, most likely its table.
 * `other`: another population, year or channel, about which the tables say nothing.
 */
export type ClaimScope = 'whole' | 'level' | 'other';

/** `count`: a number. `none`: 未收到. `all`: 全部办结, which leaves nothing to carry over. `share`: a percentage. */
type ClaimKind = 'count' | 'none' | 'all' | 'share';

/** `rounded`: a mean, which stands in whole numbers. `at-most`: a part, such as what came by one channel, which may not be more than the whole. */
export type Bound = 'exact' | 'rounded' | 'at-least' | 'about' | 'at-most';

/** What a claim speaks of; `fee` is 信息处理费, for which the form has no cell. */
export type Subject =
  | 'applications'
  | 'review'
  | 'litigation'
  | 'direct'
  | 'after-review'
  | 'disputes'
  | 'normative'
  | 'regulations'
  | 'licences'
  | 'penalties'
  | 'coercion'
  /** 其他对外管理服务事项, on the 2019 form only. */
  | 'services'
  | 'fees'
  | 'procurement'
  | 'fee';

export interface Claim {
  /** From the first word that says what is counted to the last; the slice of the original is `text`. */
  readonly span: Span;
  /** The number alone; for `none` and `all` the words that stand for it. */
  readonly numberSpan: Span;
  readonly text: string;
  /** As written: a percentage is 88.2, 3 万件 is 30000, 380元 is 380. */
  readonly value: number;
  /** Digits behind the decimal point; below zero where it is rounded to tens and more. */
  readonly decimals: number;
  /** Cells times this are in the unit of the claim: 10000 where 元 is written and 万元 is in the table. */
  readonly scale: number;
  readonly kind: ClaimKind;
  readonly bound: Bound;
  readonly topic: Topic;
  readonly hedged: boolean;
  /** No word stands beside it that the grammar does not know. */
  readonly plain: boolean;
  /** What it says was finished may be of this year's applications alone, without those carried in. */
  readonly ofThisYear: boolean;
  readonly scope: ClaimScope;
  /** Admissible readings, the likeliest first; empty where none is known. */
  readonly readings: readonly Interpretation[];
  /** The reading that fits. */
  readonly reading: number | null;
  readonly status: 'agrees' | 'conflicts' | 'unbound';
}

/** `subject`, or `subject/detail`: `applications/done`, `applications/granted`, `review/upheld`. */
type Topic = string;

/** Numbers of the text that have to agree among themselves. */
export type Relation =
  | {
      readonly kind: 'list';
      readonly total: Quantity;
      readonly items: readonly Quantity[];
      /** The list names everything there is, so that less than the total is wrong too. */
      readonly complete: boolean;
    }
  | {
      readonly kind: 'trend';
      readonly current: Quantity;
      readonly previous: Quantity;
      /** Written direction: 1 more, -1 less, 0 the same. */
      readonly direction: 1 | 0 | -1;
      /** The words that say so, and the change where it is written: a count or a percentage. */
      readonly span: Span;
      readonly change: (Quantity & { readonly percent: boolean }) | null;
    };

export interface Quantity {
  readonly span: Span;
  readonly value: number;
  readonly decimals: number;
  /** 件, 元, … */
  readonly measure: string;
}

/** What only last year's report can bear out: its own number, or by how much this year's is more or less. */
export interface LastYearClaim {
  /** Unbound as long as last year's report is not known; readings are cells of that report, or of both. */
  readonly claim: Claim;
  /** Null for a number of last year. */
  readonly change: 'more' | 'less' | 'same' | null;
  /** This year's number that the sentence compares, where it writes it. */
  readonly current: Span | null;
}

export interface Statements {
  readonly claims: readonly Claim[];
  readonly relations: readonly Relation[];
  readonly lastYear: readonly LastYearClaim[];
}

export const NO_STATEMENTS: Statements = { claims: [], relations: [], lastYear: [] };
