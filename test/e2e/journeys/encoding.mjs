// A draft saved in GB18030 opens as UTF-8 full of replacement characters: the person is offered the way out.

import { balanced, brokenTotal } from '../drafts/drafts.mjs';
import { encodeGb18030 } from '../encode.mjs';
import { equal } from '../expect.mjs';
import { settled } from '../wait.mjs';

const REOPEN = { en: 'Reopen with GB18030', 'zh-cn': 'GB18030' };

const ENCODING_LABEL = 'GB18030';

/** One byte of GB18030 in a text that is UTF-8. */
const [before, behind] = balanced.split('方便村民');
const soiled = Buffer.concat([Buffer.from(before), Buffer.of(0xb7), Buffer.from(behind)]);

export const encoding = [
  {
    name: 'a GB18030 draft gives the offer to reopen it',
    locales: ['zh-cn', 'en'],
    files: { '柳溪镇年报.nb.txt': encodeGb18030(brokenTotal) },
    open: ['柳溪镇年报.nb.txt'],
    run: async (editor, { host, locale, shot }) => {
      await settled('the offer', editor.notifications, (texts) => texts.some((text) => text.includes('GB18030')));
      await shot('encoding-offer');
      await editor.pressNotificationButton(REOPEN[locale]);
      // Before 1.100 an extension can only lead to VS Code's own list of encodings.
      if (host === 'web') await chooseEncoding(editor, locale);
      await editor.problemsOf((rows) => rows.length === 1 && rows[0].severity === 'error', 'the finding, now readable');
      equal(await editor.statusItem('status.editor.encoding'), ENCODING_LABEL, 'the encoding');
      await shot('encoding-reopened');
    },
  },
  {
    name: 'a byte that is no text is told of, with the way to another encoding',
    locales: ['zh-cn'],
    files: { '柳溪镇年报.nb.txt': soiled },
    open: ['柳溪镇年报.nb.txt'],
    run: async (editor, { host, shot }) => {
      await editor.problemsOf((rows) => rows.length === 1 && rows[0].text.includes('保存后原来的字节就会丢失'), 'the finding');
      await editor.openProblem('保存后原来的字节就会丢失');
      await editor.openFixes();
      await shot('undecodable');
      await editor.pickFix('用 GB18030 编码重新打开');
      if (host === 'web') await chooseEncoding(editor, 'zh-cn');
      await settled(
        'the encoding',
        () => editor.statusItem('status.editor.encoding'),
        (text) => text === ENCODING_LABEL,
      );
    },
  },
];

async function chooseEncoding(editor, locale) {
  await editor.chooseInList(['Select Action', '选择操作'], locale === 'en' ? 'Reopen with Encoding' : '通过编码重新打开');
  await editor.chooseInList(['Select File Encoding to Reopen File', '选择用于重新打开文件的编码'], ENCODING_LABEL);
}
