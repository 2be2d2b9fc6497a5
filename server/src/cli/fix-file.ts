// Writes what fixing all made of a report back to its file: as text in its encoding, or into the Word document it came from.

import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Authorship, ourselves } from '../text/authorship.ts';
import type { OpenDocument } from '../documents/document.ts';
import type { FixedText } from '../fixes/fix-all.ts';
import { keepsNumbers } from '../fixes/same-values.ts';
import type { Report } from '../parse/model.ts';
import { parseReport } from '../parse/parse.ts';
import { applyEdits, editsBetween } from '../text/edits.ts';
import { ownerFilesOf } from '../text/files.ts';
import { encodeAgain } from './file-encoding.ts';
import { MAX_REFUSED_NAMED } from './limits.ts';
import type { PlaceOf } from './places.ts';
import type { Content } from './file-content.ts';
import { replaceFile } from './replace-file.ts';

/** `report` is null, and `places` 0, where nothing was written. `problem` is Chinese. */
export interface Fixing {
  readonly report: Report | null;
  readonly places: number;
  readonly problem: string | null;
}

interface Fixable {
  readonly file: string;
  readonly content: Content;
  readonly report: Report;
  readonly placeOf: PlaceOf;
  readonly revisions: Authorship | null;
}

export function fixFile(fixable: Fixable, fixed: FixedText): Fixing {
  const { file, content } = fixable;
  if (content.document !== null) return fixDocument(fixable, { document: content.document, fixed });
  const problem = rewriteText(file, content, fixed.text);
  return problem === null ? { report: fixed.report, places: fixed.places, problem } : nothing(problem);
}

function nothing(problem: string | null): Fixing {
  return { report: null, places: 0, problem };
}

/** Null where it was done, else why not. */
function rewriteText(file: string, { bytes, text, encoding, badBytes }: Content, fixed: string): string | null {
  const after = encodeAgain({ bytes, before: text, after: fixed, encoding });
  if (after !== null) return replaceFile({ file, before: bytes, after });
  return badBytes.length > 0
    ? '未改写：要改的行里有无法识别的字节，改写会丢失它们。请先对照原稿改正这些行'
    : `未改写：改正后的文字有 ${encoding.name.toUpperCase()} 编码写不出的字符，请先把文件另存为 UTF-8`;
}

/** What the document cannot take is told with its place; the rest is written. */
function fixDocument(
  { file, content, report, placeOf, revisions }: Fixable,
  { document, fixed }: { readonly document: OpenDocument; readonly fixed: FixedText },
): Fixing {
  const open = ownerFilesOf(basename(file)).find((name) => existsSync(join(dirname(file), name)));
  if (open !== undefined) return nothing(`未改写：请先在 Word 或 WPS 中关闭这个文档；没有打开的，请删去同一文件夹中的 ${open}`);
  const edits = editsBetween(content.text, fixed.text);
  const refused = document.refusals(edits);
  const kept = edits.filter((edit) => !refused.some((each) => each.edit === edit));
  const refusal = refused.length === 0 ? null : refusedWords(refused.map(({ edit, message }) => `${placeOf(edit.span).place ?? '文中'}：${message}`));
  if (kept.length === 0) return nothing(refusal);
  const after = parseReport(applyEdits(content.text, kept));
  // Of several changes that belong together one may have been left out.
  if (!keepsNumbers(report, after)) return nothing(refusal ?? '未改写：请在 Word 或 WPS 中改正');
  const saved = document.save(kept, { ...(revisions ?? ourselves()), asRevisions: revisions !== null });
  if ('refused' in saved) return nothing(refusedWords(saved.refused.map(({ message }) => message)));
  const problem = replaceFile({ file, before: content.bytes, after: saved.bytes });
  return problem === null ? { report: after, places: kept.length, problem: refusal } : nothing(problem);
}

function refusedWords(reasons: readonly string[]): string {
  const named = [...new Set(reasons)].slice(0, MAX_REFUSED_NAMED).join('；');
  return `有${reasons.length}处未改写：${named}${reasons.length > MAX_REFUSED_NAMED ? '等' : ''}`;
}
