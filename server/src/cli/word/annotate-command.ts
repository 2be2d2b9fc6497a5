// `gouji annotate`: the findings of Word documents as comments at the exact words, in copies.

import { statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { checkReport } from '../../check.ts';
import { type Authorship, authorship } from '../../text/authorship.ts';
import type { OpenDocument } from '../../documents/document.ts';
import { commentsOf } from '../../features/comments.ts';
import type { Finding } from '../../findings/finding.ts';
import { parseReport } from '../../parse/parse.ts';
import { tokenize, wrongDate } from '../arguments.ts';
import { visible } from '../escape.ts';
import { readPath } from '../file-content.ts';
import { createConfigReader } from '../folder-config.ts';
import type { MainParams, Outputs } from '../main-params.ts';
import { writeWhole } from '../replace-file.ts';
import { usage, usageProblem } from './word-arguments.ts';

const OPTIONS = {
  out: { type: 'string' },
  author: { type: 'string' },
  date: { type: 'string' },
  clean: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const HELP = `勾稽：把发现的问题写成 Word 批注

用法
  gouji annotate 文件.docx… --out 文件夹 [--author 姓名] [--date 日期]
  gouji annotate 文件.docx… --out 文件夹 --clean

每份文档写一份副本到文件夹中，原文件不动；原有的批注、修订都保留。
文档所在文件夹的 .gouji.json 中设为不再提示的问题不写。

选项
  --out 文件夹      副本写在哪里；已有同名文件的不写
  --author 姓名     批注的作者，默认为“勾稽”
  --date 日期       批注的时间，例如 2026-01-05 或 2026-01-05T09:00:00，默认为现在
  --clean           不写批注，写清洁稿：接受全部修订，删去批注、隐藏文字和作者姓名

退出状态
  0  全部写出    2  用法有误，或有文件不能读取、写出
`;

/** Resolves to the exit status; never rejects. */
export async function annotateCommand({ argv, cwd, loadDocuments }: MainParams, outputs: Outputs): Promise<number> {
  const { options, positionals, wrong } = tokenize(argv.slice(1), OPTIONS);
  if (options.has('help')) return await usage(HELP, outputs);
  const folder = options.get('out')?.at(-1);
  const [author, date] = [options.get('author')?.at(-1), options.get('date')?.at(-1)];
  const by = authorship(author, date);
  const problem =
    wrong ??
    (positionals.length === 0 ? '缺少文件：gouji annotate 文件.docx --out 文件夹' : null) ??
    (folder === undefined ? '请用 --out 写明副本放在哪个文件夹' : null) ??
    (by === null ? wrongDate(date ?? '') : null) ??
    (options.has('clean') && (options.has('author') || options.has('date')) ? '--clean 不能与 --author、--date 同用：清洁稿中没有批注' : null) ??
    (folder !== undefined && statSync(resolve(cwd, folder), { throwIfNoEntry: false })?.isDirectory() !== true
      ? `请先建立文件夹：没有 ${folder} 这个文件夹`
      : null);
  if (problem !== null || folder === undefined || by === null) return await usageProblem('annotate', [problem ?? ''], outputs);
  const configOf = createConfigReader();
  let isTroubled = false;
  for (const path of positionals) {
    const [file, out] = [resolve(cwd, path), resolve(cwd, folder, basename(path))];
    const result = annotatedCopy({ path, file, out }, by);
    if ('problem' in result) {
      isTroubled = true;
      await outputs.stderr.write(`${visible(path)}：${result.problem}\n`);
      continue;
    }
    const failure = writeWhole(out, result.bytes);
    if (failure !== null) isTroubled = true;
    const words =
      failure === null
        ? `${visible(join(folder, basename(path)))}：${options.has('clean') ? '清洁稿' : `${result.count}条批注`}`
        : `${visible(path)}：不能写出：${failure}`;
    await (failure === null ? outputs.stdout : outputs.stderr).write(`${words}\n`);
  }
  return isTroubled ? 2 : 0;

  function annotatedCopy(
    { path, file, out }: { readonly path: string; readonly file: string; readonly out: string },
    by: Authorship,
  ): { readonly bytes: Uint8Array; readonly count: number } | { readonly problem: string } {
    if (out === file) return { problem: '请换一个文件夹：副本与原文件是同一个文件，未写出' };
    if (statSync(out, { throwIfNoEntry: false }) !== undefined) return { problem: '请换一个文件夹，或先移走其中的同名文件：未写出' };
    const reading = readPath(file, loadDocuments);
    if ('problem' in reading) return reading;
    const { document } = reading.content;
    if (document === null) return { problem: '请给 .docx 文档：这是文本，不是 Word 文档' };
    const report = parseReport(document.text);
    if (options.has('clean') && report.recognised) {
      const cleaned = document.clean();
      return 'problem' in cleaned ? cleaned : { bytes: cleaned.bytes, count: 0 };
    }
    if (!report.recognised) return { problem: '不是政府信息公开工作年度报告，未写出' };
    const { suppressions, inherited } = configOf({ path, file, top: resolve(cwd) });
    const { findings } = checkReport(report, { levels: inherited.levels, suppressions });
    return withComments(document, findings, by);
  }
}

function withComments(
  document: OpenDocument,
  findings: readonly Finding[],
  by: Authorship,
): { readonly bytes: Uint8Array; readonly count: number } | { readonly problem: string } {
  const comments = commentsOf(findings);
  const result = document.annotate(comments, by);
  return 'problem' in result ? result : { bytes: result.bytes, count: comments.length };
}
