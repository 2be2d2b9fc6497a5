// The second look in words: what was mended, what remains, what is new, and which numbers nobody asked to change.

import { cellName } from '../findings/describe.ts';
import { FORMS } from '../forms/index.ts';
import type { SecondLook } from './second-look.ts';
import type { Submission } from './submission.ts';
import { MAX_CHANGES_LISTED } from './limits.ts';

const VERDICT_WORDS = { returned: '退回', accepted: '通过', recorded: '留存' } as const;

export function lookLines({ version, gone, remaining, added, changed }: SecondLook, current: Submission | null): readonly string[] {
  const form = FORMS[current?.form ?? '2021'];
  const unasked = changed.filter(({ asked }) => !asked);
  const named = unasked.slice(0, MAX_CHANGES_LISTED).map(({ cell, before, now }) => `${cellName(form, cell)}由${before ?? '空'}改为${now ?? '空'}`);
  return [
    `与${version.date}${VERDICT_WORDS[version.verdict]}的版本相比：已改正${gone.length}处，仍有${remaining.length}处，新出现${added.length}处，改动${changed.length}个数`,
    ...gone.map(({ text }) => `已改正：${text}`),
    ...remaining.map(({ message }) => `仍有：${message.split('。', 1)[0] ?? ''}`),
    ...added.map(({ message }) => `新出现：${message.split('。', 1)[0] ?? ''}`),
    ...(unasked.length === 0 ? [] : [`没有要求修改而改动的数${unasked.length}个：${named.join('，')}${unasked.length > named.length ? '等' : ''}`]),
  ];
}
