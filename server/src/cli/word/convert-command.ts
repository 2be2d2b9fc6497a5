// `gouji convert`: a report in the official layout as Word, HTML or Markdown, or filled into a Word document of one's own.

import { statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { ourselves } from '../../text/authorship.ts';
import type { OpenDocument } from '../../documents/document.ts';
import { exportedFile } from '../../features/requests/export-request.ts';
import type { Report } from '../../parse/model.ts';
import { parseReport } from '../../parse/parse.ts';
import { intoDocument } from '../../rewrite/export/into-document.ts';
import type { Edit } from '../../text/edits.ts';
import { tokenize } from '../arguments.ts';
import type { LoadDocuments } from '../document-bundle.ts';
import { visible } from '../escape.ts';
import { readPath } from '../file-content.ts';
import type { MainParams, Outputs } from '../main-params.ts';
import { writeWhole } from '../replace-file.ts';
import { usage, usageProblem } from './word-arguments.ts';

const OPTIONS = {
  out: { type: 'string', short: 'o' },
  into: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const KINDS = { '.docx': 'docx', '.html': 'html', '.md': 'md' } as const;
const ENDINGS = ['.docx', '.html', '.md'] as const;

const HELP = `勾稽：把年报写成官方版式的 Word、网页或 Markdown

用法
  gouji convert 文件 -o 结果.docx | 结果.html | 结果.md
  gouji convert 文件 --into 模板.docx -o 结果.docx

--into 把数、标题和各部分的文字填入自己的文档（如上年的年报、上级的模板），其版式不变；模板本身不改。
没有填入的会逐项说明。结果文件已存在的不写。

退出状态
  0  已写出    2  用法有误，或文件不能读取、写出
`;

/** Resolves to the exit status; never rejects. Nothing is written where anything is wrong. */
export async function convertCommand({ argv, cwd, loadDocuments }: MainParams, outputs: Outputs): Promise<number> {
  const { options, positionals, wrong } = tokenize(argv.slice(1), OPTIONS);
  if (options.has('help')) return await usage(HELP, outputs);
  const [path, ...more] = positionals;
  const [out, into] = [options.get('out')?.at(-1), options.get('into')?.at(-1)];
  const ending = ENDINGS.find((each) => each === extname(out ?? '').toLowerCase());
  const problem =
    wrong ??
    (path === undefined || more.length > 0 ? '请写一个文件：gouji convert 文件 -o 结果.docx' : null) ??
    (out === undefined ? '请用 -o 写明结果的文件名' : null) ??
    (ending === undefined ? `结果的文件名要以 ${ENDINGS.join('、')} 之一结尾，现为 ${out ?? ''}` : null) ??
    (into !== undefined && ending !== '.docx' ? '--into 的结果要以 .docx 结尾' : null) ??
    (statSync(resolve(cwd, out ?? ''), { throwIfNoEntry: false }) === undefined ? null : `请换一个文件名，或先移走它：${out ?? ''} 已存在，未写出`);
  if (problem !== null || path === undefined || out === undefined || ending === undefined) return await usageProblem('convert', [problem ?? ''], outputs);
  const reading = readPath(resolve(cwd, path), loadDocuments);
  if ('problem' in reading) return await failed(path, reading.problem, outputs);
  const report = parseReport(reading.content.text);
  if (!report.recognised) return await failed(path, '不是政府信息公开工作年度报告，未写出', outputs);
  const written = into === undefined ? fresh(report, ending, loadDocuments) : filledInto(report, resolve(cwd, into), loadDocuments);
  if ('problem' in written) return await failed(into ?? path, written.problem, outputs);
  const failure = writeWhole(resolve(cwd, out), written.content);
  if (failure !== null) return await failed(out, `不能写出：${failure}`, outputs);
  for (const note of written.notes) await outputs.stderr.write(`${visible(path)}：${visible(note)}\n`);
  await outputs.stdout.write(`${visible(out)}\n`);
  return 0;
}

async function failed(path: string, problem: string, { stderr }: Outputs): Promise<number> {
  await stderr.write(`${visible(path)}：${problem}\n`);
  return 2;
}

type Written = { readonly content: Uint8Array | string; readonly notes: readonly string[] } | { readonly problem: string };

function fresh(report: Report, ending: (typeof ENDINGS)[number], load: LoadDocuments): Written {
  return exportedFile(report, KINDS[ending], (printed) => load().writeWord(printed));
}

function filledInto(report: Report, file: string, load: LoadDocuments): Written {
  const reading = readPath(file, load);
  if ('problem' in reading) return reading;
  const { document } = reading.content;
  if (document === null) return { problem: '请给 .docx 文档：这是文本，不能填入' };
  const target = parseReport(document.text);
  if (!target.recognised) return { problem: '请给年报或年报模板：没有认出表格，未填入' };
  if (target.detectedForm.form.id !== report.detectedForm.form.id)
    return { problem: '请给同一格式的文档：它与年报一个是 2019 年格式，一个是 2021 年格式，未填入' };
  return fill(document, report, target);
}

/** What the document cannot take is left out and told, number by number where it must be. */
function fill(document: OpenDocument, report: Report, target: Report): Written {
  const { numbers, title, prose, homeless } = intoDocument(report, target);
  const edits: readonly Edit[] = [...numbers, ...(title === null ? [] : [title]), ...prose.map(({ edit }) => edit)];
  const refusals = document.refusals(edits);
  const refused = new Set(refusals.map(({ edit }) => edit));
  // Nothing of it can be filled: a copy that says so nowhere would be taken for the report.
  if (!document.can.edit) return { problem: refusals[0]?.message ?? '不能填入' };
  const saved = document.save(
    edits.filter((edit) => !refused.has(edit)),
    ourselves(),
  );
  if ('refused' in saved) return { problem: saved.refused[0]?.message ?? '不能填入' };
  const left = prose.filter(({ edit }) => refused.has(edit)).map(({ heading }) => `“${heading}”的文字没有填入，请自行粘贴：${reasonOf(heading)}`);
  const cells = numbers.filter((edit) => refused.has(edit)).length + homeless.length;
  const notes = [
    ...(cells === 0 ? [] : [`有${cells}个数没有填入：模板中没有这一格，或不能修改`]),
    ...((title !== null && refused.has(title)) || (target.title === null && report.title !== null)
      ? ['标题没有填入，请自行写上：模板中没有标题，或不能修改']
      : []),
    ...left,
  ];
  return { content: saved.bytes, notes };

  function reasonOf(heading: string): string {
    const edit = prose.find((each) => each.heading === heading)?.edit;
    return refusals.find((refusal) => refusal.edit === edit)?.message ?? '';
  }
}
