// The same report as people paste it: tabs, Markdown bars, one cell a line; with radicals and CRLF.

import type { FormId } from '../../server/src/forms/form.ts';
import { report } from './texts.ts';

export type Pasted = 'tabs' | 'bars' | 'lines';

export const PASTED: readonly Pasted[] = ['tabs', 'bars', 'lines'];

/** What stands between two cells. */
export const BETWEEN: Readonly<Record<Pasted, string>> = { tabs: '\t', bars: ' | ', lines: '\r\n' };

/** A sentence in part one, so that something quotes the table. */
const PROSE = '本机关收到政府信息公开申请0件，办结0件，结转下年度继续办理0件。';

/** Every form and layout, with every 行 of it the radical U+2F8F and with CRLF. */
export function pasted(form: FormId, layout: Pasted): string {
  const text = report(form, layout === 'bars' ? 'bars' : 'tabs')
    .replace('二、主动公开', `${PROSE}\n二、主动公开`)
    .replaceAll('行', '⾏')
    .replaceAll('\n', '\r\n');
  return layout === 'lines' ? text.replaceAll('\t', BETWEEN.lines) : text;
}
