// What comes of one file? Read, decode, parse, check, perhaps fix, and write it in the format that was asked for.

import { dirname, resolve } from 'node:path';
import { checkReport } from '../check.ts';
import type { CheckResult, Severity } from '../findings/finding.ts';
import { isFollowed } from '../suppressions/linked-path.ts';
import { NO_REMARKS } from '../suppressions/suppression.ts';
import type { Report } from '../parse/model.ts';
import { parseReport } from '../parse/parse.ts';
import { STANDARD_INPUT } from './arguments.ts';
import type { BadByte } from '../rules/rule.ts';
import { damageWords } from './damage.ts';
import { encodeAgain } from './encode.ts';
import { visible } from './escape.ts';
import { fixAll } from '../fixes/fix-all.ts';
import { checkReporter, parseReporter } from './formats/index.ts';
import { NO_FINDINGS, NOTHING, type Outcome } from './outcome.ts';
import { readPath, type Content, type Reading } from './read.ts';
import { createRemarksReader, type FolderRemarks } from './suppressions.ts';
import { replaceFile } from './replace.ts';
import type { Settings } from './settings.ts';
import type { FileTarget } from './targets.ts';
import { checkView, parseView } from './views.ts';

export interface Examiner {
  readonly file: (target: FileTarget) => Outcome;
  /** A text that was read elsewhere; it is never written back. */
  readonly stream: (path: string, reading: Reading) => Outcome;
  readonly failed: (path: string, message: string) => Outcome;
}

/** What examining needs beside the file: made once for all of them. */
interface Tools {
  readonly settings: Settings;
  readonly checks: ReturnType<typeof checkReporter>;
  readonly parses: ReturnType<typeof parseReporter>;
  readonly remarksOf: ReturnType<typeof createRemarksReader>;
}

interface Examined {
  readonly path: string;
  /** Given itself, not met in a folder. */
  readonly named: boolean;
  readonly report: Report;
  readonly badBytes: readonly BadByte[];
}

export function createExaminer(settings: Settings): Examiner {
  const tools: Tools = { settings, checks: checkReporter(settings), parses: parseReporter(settings), remarksOf: createRemarksReader() };
  return {
    file: ({ path, named }) =>
      examine(tools, { path, named, reading: readPath(resolve(settings.cwd, path)) }, settings.fix ? fixed : shown),
    stream: (path, reading) => examine(tools, { path, named: true, reading }, shown),
    failed: (path, message) => failed(tools, path, message),
  };
}

/** The only place where a mistake of ours is caught; the text stays out of the message. */
function examine(
  tools: Tools,
  { path, named, reading }: { readonly path: string; readonly named: boolean; readonly reading: Reading },
  work: (tools: Tools, examined: Examined, content: Content) => Outcome,
): Outcome {
  if ('problem' in reading) return failed(tools, path, reading.problem);
  try {
    const { text, badBytes, encoding } = reading.content;
    const outcome = work(tools, { path, named, report: parseReport(text), badBytes }, reading.content);
    const isTold = badBytes.length > 0 && (named || outcome.recognised);
    return isTold ? { ...outcome, notes: [...outcome.notes, `${visible(path)}：${damageWords(badBytes, encoding)}`] } : outcome;
  } catch (error) {
    return failed(tools, path, `检查出错（${error instanceof Error ? error.name : '未知'}），请反馈给开发者`);
  }
}

function failed({ settings, checks }: Tools, path: string, message: string): Outcome {
  const output = settings.command === 'check' ? checks.failure({ path, message }) : '';
  return { ...NOTHING, output, notes: [`${visible(path)}：${message}`], failure: { path, message } };
}

function shown(tools: Tools, examined: Examined): Outcome {
  const { settings, checks, parses } = tools;
  const { path, named, report } = examined;
  if (!report.recognised && !named) return NOTHING;
  const notes = report.recognised ? [] : [`${visible(path)}：不是政府信息公开工作年度报告，未检查`];
  if (settings.command === 'parse') {
    return { ...NOTHING, output: parses.item(parseView(path, report)), notes, recognised: report.recognised };
  }
  const { remarks, problem } = remarksFor(tools, examined);
  const options = { levels: settings.levels, remarks, badBytes: examined.badBytes };
  const check = checkReport(report, options);
  const view = checkView(path, report, check, options);
  return {
    ...NOTHING,
    output: checks.item(view),
    notes,
    folderNote: problem,
    recognised: report.recognised,
    ready: view.ready,
    counts: countSeverities(check),
    silenced: check.silenced,
  };
}

/** Standard input lies in no folder, and of what is no report nothing can be remarked. */
function remarksFor({ settings, remarksOf }: Tools, { path, report }: Examined): FolderRemarks {
  const isBeside = path !== STANDARD_INPUT && report.recognised;
  return isBeside ? withLinked(resolve(settings.cwd, path), remarksOf(path, resolve(settings.cwd, path))) : { remarks: NO_REMARKS, problem: null };
}

/** With what the file of last year's report says now; of one that cannot be read nothing is claimed. */
function withLinked(file: string, folder: FolderRemarks): FolderRemarks {
  const { previous } = folder.remarks;
  if (previous === null || !isFollowed(previous.path)) return folder;
  const reading = readPath(resolve(dirname(file), previous.path));
  const linked = 'problem' in reading ? null : parseReport(reading.content.text);
  return linked?.recognised === true ? { ...folder, remarks: { ...folder.remarks, previous: { ...previous, linked } } } : folder;
}

/** Reports what remains; where the file could not be written, what is still there. */
function fixed(tools: Tools, examined: Examined, { bytes, text, encoding, badBytes }: Content): Outcome {
  const { settings } = tools;
  const { path } = examined;
  const result = fixAll(examined.report, { name: path, options: { levels: settings.levels, remarks: remarksFor(tools, examined).remarks } });
  if (result === null) return shown(tools, examined);
  const after = encodeAgain({ bytes, before: text, after: result.text, encoding });
  const problem =
    after === null
      ? badBytes.length > 0
        ? '未改写：要改的行里有无法识别的字节，改写会丢失它们。请先对照原稿改正这些行'
        : `未改写：改正后的文字有 ${encoding.name.toUpperCase()} 编码写不出的字符，请先把文件另存为 UTF-8`
      : replaceFile({ file: resolve(settings.cwd, path), before: bytes, after });
  if (problem !== null) {
    const { notes, failure } = failed(tools, path, problem);
    return { ...shown(tools, examined), notes, failure };
  }
  const outcome = shown(tools, { ...examined, report: result.report });
  return { ...outcome, notes: [...outcome.notes, `${visible(path)}：改正排版${result.places}处`] };
}

function countSeverities({ findings }: CheckResult): Readonly<Record<Severity, number>> {
  const counts = { ...NO_FINDINGS };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
