// What stands in a Word document and is no part of the text that was read? Told once each, with the number.

import type { DocumentNote, NoteKind } from '../document.ts';

const MESSAGES: Readonly<Record<NoteKind, (count: number) => string>> = {
  hidden: (count) => `有${count}处隐藏文字，未读入。报送前请在 Word 或 WPS 中显示隐藏文字并处理`,
  struck: (count) => `有${count}处带删除线的文字，未读入。报送前请删除，或去掉删除线`,
  comments: (count) => `有${count}条批注，未读入。报送前请删除`,
  revisions: (count) => `有${count}处修订，按接受修订后的文字读取。报送前请接受或拒绝全部修订`,
  stacked: (count) => `有${count}行表格在一行里叠放了几行数据，请对照原文核对，最好在 Word 或 WPS 中拆成一行一项`,
  'unfinished-field': (count) => `有${count}个域不完整，其后的文字可能没有读到。请在 Word 或 WPS 中打开，全选后按 Ctrl+Shift+F9，保存后再检查`,
  included: (count) => `有${count}处内容嵌在另一个文件里，没有读到。请在 Word 或 WPS 中打开，重新保存后再检查`,
  pictures: (count) => `有${count}张图片，图片里的文字和表格不能读取`,
  objects: (count) => `有${count}个嵌入的对象（如电子表格），里面的内容不能读取`,
};

const ORDER: readonly NoteKind[] = ['stacked', 'unfinished-field', 'included', 'hidden', 'struck', 'comments', 'revisions', 'pictures', 'objects'];

export function notesOf(left: ReadonlyMap<NoteKind, number>): readonly DocumentNote[] {
  return ORDER.flatMap((kind) => {
    const count = left.get(kind) ?? 0;
    return count === 0 ? [] : [{ kind, count, message: MESSAGES[kind](count) }];
  });
}
