// Probe: a cheap look at a text's beginning, for documents that no name or language marks. Whether it is a report is the
// parser's word.

import { FORMS_NEWEST_FIRST, tableOf } from '../../forms/index.ts';
import { SECTIONS } from '../../forms/sections.ts';
import { fold } from '../../text/fold.ts';
import { hanOf } from '../../text/han.ts';

/** Looking further costs time in every unrelated document; a report shows itself long before. */
export const PROBE_LENGTH = 50_000;
/** One anchor occurs in any text about the subject; two of them only in reports and in texts about the form. */
const ANCHORS_NEEDED = 2;
/** Shorter labels (其他, 总计, 重复申请) are ordinary words. */
const MIN_ANCHOR_HAN = 9;

/** The words no report lacks; native search answers for most documents before anything is folded. */
const SUBJECT = /信\s{0,4}息\s{0,4}公\s{0,4}开/u;
const TITLE = /政府信息公开(?:工作)?的?(?:年度?)?(?:工作)?报告/u;

const anchors: readonly string[] = [
  ...SECTIONS.flatMap(({ numeral, title, aliases }) => [
    numeral + hanOf(title),
    ...[title, ...aliases].map(hanOf).filter((key) => key.length >= MIN_ANCHOR_HAN),
  ]),
  ...new Set(FORMS_NEWEST_FIRST.flatMap((form) => tableOf(form, 'applications')?.rows ?? []).map((row) => hanOf(row.label))),
].filter((key) => key.length >= MIN_ANCHOR_HAN || key.length === 5);

/** True where the beginning of `text` holds several anchors of the form. Never throws; bounded work. */
export function looksLikeReport(text: string): boolean {
  const beginning = text.slice(0, PROBE_LENGTH);
  if (!SUBJECT.test(beginning)) return false;
  const key = hanOf(fold(beginning));
  let found = TITLE.test(key) ? 1 : 0;
  for (const anchor of anchors) {
    if (found >= ANCHORS_NEEDED) return true;
    if (key.includes(anchor)) found++;
  }
  return found >= ANCHORS_NEEDED;
}
