// Rule: a person's mobile or identity number in the text.

import { matchesIn } from './shared/prose.ts';
import type { Rule } from './rule.ts';

const NUMBER =
  /(?<![0-9A-Za-z.-])(?:1[3-9][0-9]{9}|[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx])(?!\.?[0-9]|[A-Za-z元万])/gu;
const IDENTITY_LENGTH = 18;

export const personalNumber: Rule = {
  id: 'personal-number',
  name: '个人信息',
  class: '核实',
  summary: '正文里有手机号码或者身份证号码。',
  check({ report }) {
    return matchesIn(report, NUMBER).flatMap(({ span, words }) => {
      const isIdentity = words.length === IDENTITY_LENGTH;
      if (isIdentity && !isValid(words)) return [];
      const what = isIdentity ? '身份证号码' : '手机号码';
      // The number itself is not for `.gouji.json`.
      return [{ key: [what], message: `正文里有一个${what}。年报是公开的，个人的号码属于个人隐私（《条例》第十五条）。请核对；是个人的，请删去。`, span }];
    });
  },
};

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** The last character is the check of the others (GB 11643). */
function isValid(number: string): boolean {
  const sum = WEIGHTS.reduce((so, weight, at) => so + weight * Number(number[at]), 0);
  return CHECKS[sum % CHECKS.length] === number.at(-1)?.toUpperCase();
}
