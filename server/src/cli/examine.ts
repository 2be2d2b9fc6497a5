// What comes of one file? Read, decode, parse, check, perhaps fix, and write it in the format that was asked for.

import { resolve } from 'node:path';
import { checkReport } from '../check/check.ts';
import type { CheckResult, Severity } from '../check/finding.ts';
import { NO_REMARKS } from '../check/remarks/remark.ts';
import type { Report } from '../report/model.ts';
import { parseReport } from '../report/parse.ts';
import { STANDARD_INPUT } from './arguments.ts';
import { encodeAgain } from './encode.ts';
import { visible } from './escape.ts';
import { fixText } from './fix.ts';
import { checkReporter, parseReporter } from './formats/index.ts';
import { NO_FINDINGS, NOTHING, type Outcome } from './outcome.ts';
import { readPath, type Content, type Reading } from './read.ts';
import { createRemarksReader } from './remarks.ts';
import { replaceFile } from './replace.ts';
import type { Settings } from './settings.ts';
import type { FileTarget } from './targets.ts';
import { checkView, parseView } from './views.ts';

export interface Examiner {
  readonly file: (target: FileTarget) => Outcome;
  /** A text that was read elsewhere; it is never written back. */
  readonly stream: (reading: Reading) => Outcome;
  readonly failed: (path: string, message: string) => Outcome;
}

interface Examined {
  readonly path: string;
  readonly named: boolean;
  readonly report: Report;
}

export function createExaminer(settings: Settings): Examiner {
  const checks = checkReporter(settings);
  const parses = parseReporter(settings);
  const options = { levels: settings.levels };
  const remarksOf = createRemarksReader();

  function failed(path: string, message: string): Outcome {
    const output = settings.command === 'check' ? checks.failure({ path, message }) : '';
    return { ...NOTHING, output, notes: [`${visible(path)}：${message}`], failure: { path, message } };
  }

  /** The only place where a mistake of ours is caught; the text stays out of the message. */
  function guarded(path: string, work: () => Outcome): Outcome {
    try {
      return work();
    } catch (error) {
      return failed(path, `检查程序出错（${error instanceof Error ? error.name : '未知'}），请报告给开发者`);
    }
  }

  function file({ path, named }: FileTarget): Outcome {
    const reading = readPath(resolve(settings.cwd, path));
    if ('problem' in reading) return failed(path, reading.problem);
    return guarded(path, () => {
      const examined = { path, named, report: parseReport(reading.content.text) };
      return settings.fix ? fixed(examined, reading.content) : shown(examined);
    });
  }

  function stream(reading: Reading): Outcome {
    if ('problem' in reading) return failed('-', reading.problem);
    return guarded('-', () => shown({ path: '-', named: true, report: parseReport(reading.content.text) }));
  }

  function shown(examined: Examined): Outcome {
    const { path, named, report } = examined;
    if (!report.recognised && !named) return NOTHING;
    const notes = report.recognised ? [] : [`${visible(path)}：不是政府信息公开工作年度报告，没有检查`];
    if (settings.command === 'parse') {
      return { ...NOTHING, output: parses.item(parseView(path, report)), notes, recognised: report.recognised };
    }
    // Standard input lies in no folder, and of what is no report nothing can be remarked.
    const isBeside = path !== STANDARD_INPUT && report.recognised;
    const { remarks, problem } = isBeside ? remarksOf(path, resolve(settings.cwd, path)) : { remarks: NO_REMARKS, problem: null };
    const applied = { ...options, remarks };
    const check = checkReport(report, applied);
    return {
      output: checks.item(checkView(path, report, check, applied)),
      notes,
      folderNote: problem,
      failure: null,
      recognised: report.recognised,
      counts: countSeverities(check),
      silenced: check.silenced,
    };
  }

  /** Reports what remains; where the file could not be written, what is still there. */
  function fixed(examined: Examined, { bytes, text, encoding }: Content): Outcome {
    const { path } = examined;
    const result = fixText(examined.report, path, options);
    if (result === null) return shown(examined);
    const after = encodeAgain({ bytes, before: text, after: result.text, encoding });
    const problem =
      after === null
        ? `没有改写：改正后的文字有 ${encoding.name.toUpperCase()} 编码写不出的字符，请先把文件另存为 UTF-8`
        : replaceFile({ file: resolve(settings.cwd, path), before: bytes, after });
    if (problem !== null) {
      const still = shown(examined);
      const failure = failed(path, problem);
      return { ...still, output: still.output, notes: failure.notes, failure: failure.failure };
    }
    const outcome = shown({ ...examined, report: result.report });
    return { ...outcome, notes: [...outcome.notes, `${visible(path)}：改正了 ${result.places} 处版面问题`] };
  }

  return { file, stream, failed };
}

function countSeverities({ findings }: CheckResult): Readonly<Record<Severity, number>> {
  const counts = { ...NO_FINDINGS };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
