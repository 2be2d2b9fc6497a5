// Why a document cannot take an edit, in the words that the person reads.

import type { Lock, RefusalReason } from '../document.ts';

/** First what to do, then why. */
export const REFUSALS: Readonly<Record<RefusalReason, string>> = {
  numbering: '请在 Word 或 WPS 中修改编号：这是自动编号，不是文字',
  field: '请在 Word 或 WPS 中修改，或先按 Ctrl+Shift+F9 把域变成文字：这是域（如公式）的结果，Word 会重新计算',
  control: '请在 Word 或 WPS 中修改：这里是内容控件（绑定数据、下拉列表或已锁定）',
  math: '请在 Word 或 WPS 中修改：这是公式',
  cells: '请在 Word 或 WPS 中增减单元格：这里的改动会增加或减少表格的单元格',
  merged: '请写在合并单元格的第一行：这一格与上面的一格合并，写在这里不会显示',
  rows: '请在 Word 或 WPS 中增删这一行：这里的改动要增加或删去表格的行，而这一行有合并的单元格、叠放的几行或其他内容',
  paragraphs: '请在 Word 或 WPS 中合并或删去段落：这里的改动要合并或删去含有其他内容（如书签、图片、批注、分节）的段落',
  characters: '请删去这里的控制字符：Word 文档不能保存它们',
  protected: '请在 Word 或 WPS 中停止保护（审阅 → 限制编辑）后再改：文档受保护，不能修改',
  signed: '请用没有签名的文档修改：文档有数字签名，修改后签名失效',
  unclear: '请在 Word 或 WPS 中修改：这里的改动写不进文档而不影响别处',
};

export function reasonOf(lock: Lock): RefusalReason {
  return lock === 'between' ? 'paragraphs' : lock;
}

/** Thrown within the planning of one change, and caught there. */
export class Refused extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(reason);
    this.reason = reason;
  }
}
