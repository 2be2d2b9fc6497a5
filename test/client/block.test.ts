// A block from Excel, Word or a file becomes lines with tabs; prose is left alone.

import { expect, it } from 'vitest';
import { blockOf, copiedFrom, fromCsv } from '../../client/src/typing/block.ts';

/** As Excel writes it, shortened: styles, a marked fragment, a blank cell. */
const EXCEL = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td{mso-number-format:General;}</style></head>
<body><table border=0 cellpadding=0 style='border-collapse:collapse'><!--StartFragment-->
 <col width=64 style='width:48pt'>
 <tr height=19><td height=19 class=xl65 align=right>6</td><td class=xl65 align=right>5</td><td></td></tr>
 <tr height=19><td class=xl65>（一）予以公开</td><td align=right>1,024</td><td align=right>0</td></tr>
<!--EndFragment--></table></body></html>`;
/** As Word writes it: paragraphs in cells, blank ones with a hard space. */
const WORD = `<html xmlns:w="urn:schemas-microsoft-com:office:word"><body lang=ZH-CN><table class=MsoTableGrid border=1>
<tr><td width=100 valign=top><p class=MsoNormal><span lang=EN-US>6<o:p></o:p></span></p></td><td><p class=MsoNormal>&nbsp;</p></td></tr>
<tr><td><p class=MsoNormal align=center><span lang=EN-US>0</span></p></td><td><p><b>12</b></p></td></tr></table></body></html>`;

it.each([
  ['text with tabs', { text: '6\t5\r\n0\t0\r\n' }, '6\t5\n0\t0'],
  ['a column', { text: '6\n5\n0' }, '6\n5\n0'],
  ['text before HTML', { text: '6\t5', html: WORD }, '6\t5'],
  ['HTML of Excel', { html: EXCEL }, '6\t5\t\n（一）予以公开\t1,024\t0'],
  ['HTML of Word, where the text has lost the cells', { text: '6 0 12', html: WORD }, '6\t\n0\t12'],
  ['prose', { text: '全年收到申请12件。\n办结12件。' }, null],
  ['one number', { text: '12' }, null],
  ['nothing', {}, null],
])('%s', (_, copied, block) => {
  expect(blockOf(copied)).toBe(block);
});

it('reads CSV with quotes', () => {
  expect(fromCsv('"（一）予以公开, 全部",1,"2 ""件"""\r\n3,,4')).toBe('（一）予以公开, 全部\t1\t2 "件"\n3\t\t4');
});

it('takes files by their names', () => {
  expect(copiedFrom('表三.CSV', '1,2')).toEqual({ text: '1\t2' });
  expect(copiedFrom('表三.htm', EXCEL)).toEqual({ html: EXCEL });
  expect(copiedFrom('表三.xlsx', '')).toBeNull();
});
