// Whose numbers a sentence gives: the organ's own, its level's (全县 in a county's report), or another's; silent where the words do not tell.

import type { ClaimScope } from '../claim-model.ts';
import { isSubsequence } from '../../../text/subsequence.ts';

export interface Owner {
  /** The organ in the title without blanks and 人民政府, or null. */
  readonly name: string | null;
  /** 县, 市, 区, … where the organ is the government of a whole level. */
  readonly level: string | null;
}

const GOVERNMENT = /(?:人民)?政府$|管理委员会$|管委会$|办事处$/u;
const LEVEL = /(省|自治区|市|自治州|州|盟|县|旗|区|镇|乡|街道)$/u;
/** Words that end like a level and are none. */
const NO_LEVEL = /(?:办公室|局|委|厅|中心)$/u;

export function ownerOf(unit: string | null): Owner {
  if (unit === null) return { name: null, level: null };
  const name = unit.replaceAll(/\s/gu, '');
  const bare = name.replace(GOVERNMENT, '');
  const level = NO_LEVEL.test(name) ? null : (LEVEL.exec(bare)?.[1] ?? null);
  return { name: name.replaceAll('人民政府', '政府'), level: level?.at(-1) ?? null };
}

/** 街道综合执法中队: a town or a street has no other that punishes in its name. */
export const OWN_TEAM = /(?<level>镇|乡|街道)(?:综合)?(?:行政)?执法(?:大|中|支)?队/u;

/** 全县, 我县: the table's population only where the report is the county's own. `word` ends in the level. */
export function scopeOfLevel({ name, level }: Owner, word: string): ClaimScope {
  if (level !== null && OWN_TEAM.exec(word)?.groups?.['level']?.endsWith(level) === true) return 'level';
  if (/[局委厅行]$/u.test(word)) return name?.endsWith(word.slice(-1)) === true ? 'level' : 'other';
  return level !== null && word.endsWith(level) ? 'level' : 'other';
}

/** 我市, 本县 name a level; 我局, 本单位 name whoever reports. */
const OWN_LEVEL = /^[我本][市县区省州旗盟]$/u;

export function scopeOfSelf(owner: Owner, word: string): ClaimScope {
  return OWN_LEVEL.test(word) ? (scopeOfLevel(owner, word) === 'other' ? 'other' : 'whole') : 'whole';
}

const ORGAN = /(?:[局委办厅院队所站]|办公室|中心|政府|街道|单位|部门|[县区市镇乡州])$/u;
const MAX_ORGAN = 16;

/** The office inside a town or a bureau that does the work. */
const OWN_OFFICE = /^(?:局|委|镇|乡|街道)?(?:党政|党政综合|综合|党建)?(?:办公室|办)$/u;

export function isOwnOffice(word: string): boolean {
  return OWN_OFFICE.test(word) && word.length > 2;
}

/** 街道, 县政府: the reporting organ by a shorter name. */
export function isOwnOrgan(owner: Owner, word: string): boolean {
  return owner.name !== null && word.length >= 2 && ORGAN.test(word) && !isForeignOrgan(owner, word) && !isOwnBranch(owner, word);
}

/** 以我办名义, 以市政府及市政府办公室名义: in its own name. */
export function isOwnName(owner: Owner, name: string): boolean {
  return name.split(/[及和与、]/u).some((part) => /^[我本]/u.test(part) || (owner.name?.endsWith(part.slice(-1)) === true && !isForeignOrgan(owner, part)));
}

/** Is an unknown word before the verb another organ? An abbreviation of the reporting one is not. */
export function isForeignOrgan(owner: Owner, word: string): boolean {
  const { name } = owner;
  if (isOwnBranch(owner, word)) return false;
  if (OWN_OFFICE.test(word)) return false;
  if (word.length < 2 || word.length > MAX_ORGAN || !ORGAN.test(word)) return false;
  return name === null || !isSubsequence(word.replaceAll('人民政府', '政府'), name);
}

/** 区公安分局 for 市公安局渝中区分局: most likely the branch that reports, by the name of its trade. */
export function isOwnBranch({ name }: Owner, word: string): boolean {
  const trade = /^[省市县区]?(?<trade>.{2,})分局$/u.exec(word)?.groups?.['trade'];
  return trade !== undefined && name !== null && name.endsWith('分局') && name.includes(trade);
}
