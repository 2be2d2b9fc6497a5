// Rule: radical code points that only look like the characters they stand for. Those of an address are left: they lead
// somewhere.

import { addressSpans, insideOf } from '../text/addresses.ts';
import { radicalTarget } from '../text/fold.ts';
import type { Edit } from '../text/edits.ts';
import type { Rule } from './rule.ts';
import { MAX_EDITS } from '../findings/limits.ts';

/** Kangxi radicals and the CJK Radicals Supplement. */
const RADICALS = /[\u2e80-\u2fd5]/gu;

export const radicalCharacter: Rule = {
  id: 'radical-character',
  name: '部首字符',
  class: '提示',
  summary: '文字中有部首字符，形似汉字，无法检索，多由PDF复制产生。',
  check({ report }) {
    const edits: Edit[] = [];
    const isAddress = insideOf(addressSpans(report.text));
    let count = 0;
    for (const { 0: character, index } of report.text.matchAll(RADICALS)) {
      const newText = radicalTarget(character);
      if (newText === null || isAddress(index)) continue;
      count++;
      if (count <= MAX_EDITS) edits.push({ span: { start: index, end: index + character.length }, newText });
    }
    const [first] = edits;
    if (first === undefined) return [];
    const title = `改正${count}个部首字符`;
    const shown = report.text.slice(first.span.start, first.span.end);
    return [
      {
        key: [`全文有${count}个部首字符`],
        message: `全文有${count}个部首字符，例如“${shown}”应为“${first.newText}”。部首字符形似汉字，无法检索，多由PDF复制产生。请一次全部改正。`,
        span: first.span,
        fixes: count > MAX_EDITS ? [] : [{ title, kind: 'layout', preferred: true, edits }],
      },
    ];
  },
};
