// Examines one file: read, decode, parse, check, fix where asked, and write in the chosen format.

import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { checkReport } from '../check.ts';
import type { DocumentRemains } from '../documents/document.ts';
import type { CheckResult, Severity } from '../findings/finding.ts';
import { isFollowed } from '../suppressions/linked-path.ts';
import { NOTHING_INHERITED } from '../suppressions/folder-settings.ts';
import { NO_SUPPRESSIONS } from '../suppressions/suppression.ts';
import type { Report } from '../parse/model.ts';
import { parseReport } from '../parse/parse.ts';
import { STANDARD_INPUT } from './arguments.ts';
import type { BadByte } from '../rules/rule.ts';
import { compareFormats, formatWords, type FormatView } from './compare-formats.ts';
import { damageWords } from './damage.ts';
import { fixFile } from './fix-file.ts';
import type { LoadDocuments } from './document-bundle.ts';
import { visible } from './escape.ts';
import { hasReportName, isWordFile } from '../text/files.ts';
import { fixAll } from '../fixes/fix-all.ts';
import { checkReporter, parseReporter } from './formats/choose-reporter.ts';
import { NO_FINDINGS, NOTHING, type Outcome } from './outcome.ts';
import { placesIn, IN_TEXT, type PlaceOf } from './places.ts';

import { readPath, toReading, type Content, type RawReading, type Reading } from './file-content.ts';
import { createConfigReader, type ConfigReader, type FolderConfig } from './folder-config.ts';
import type { Settings } from './run-settings.ts';
import type { FileTarget } from './targets.ts';
import { checkView, parseView } from './views.ts';

export interface Examiner {
  readonly file: (target: FileTarget) => Outcome;
  /** Bytes that were read elsewhere; they are never written back. */
  readonly stream: (path: string, raw: RawReading) => Outcome;
  readonly failed: (path: string, message: string) => Outcome;
}

/** What examining needs beside the file: made once for all of them. */
interface Tools {
  readonly settings: Settings;
  readonly checks: ReturnType<typeof checkReporter>;
  readonly parses: ReturnType<typeof parseReporter>;
  readonly configOf: ConfigReader;
  readonly load: LoadDocuments;
}

interface Examined {
  readonly path: string;
  /** Given itself, not met in a folder. */
  readonly named: boolean;
  /** The folder up to which `.gouji.json` is inherited. */
  readonly top: string;
  readonly report: Report;
  readonly badBytes: readonly BadByte[];
  /** Of the Word document, where it is one. */
  readonly remains: DocumentRemains | null;
  readonly placeOf: PlaceOf;
  readonly formats: readonly FormatView[];
}

export function createExaminer(settings: Settings, load: LoadDocuments): Examiner {
  const tools: Tools = { settings, checks: checkReporter(settings), parses: parseReporter(settings), configOf: createConfigReader(), load };
  return {
    file: (target) => {
      if (!target.named && configOf(tools, target).inherited.excluded) return NOTHING;
      const read = () => readPath(resolve(settings.cwd, target.path), load);
      return examine(tools, { path: target.path, named: target.named, top: target.top, others: target.others ?? [], read }, settings.fix ? fixed : shown);
    },
    stream: (path, raw) => examine(tools, { path, named: true, top: '.', others: [], read: () => toReading(path, raw, load) }, shown),
    failed: (path, message) => failed(tools, path, message),
  };
}

interface Given {
  readonly path: string;
  readonly named: boolean;
  readonly top: string;
  /** The same report in other formats. */
  readonly others: readonly string[];
  readonly read: () => Reading;
}

type Work = (tools: Tools, examined: Examined, content: Content) => Outcome;

/** The only place where a mistake of ours is caught; the text stays out of the message. */
function examine(tools: Tools, given: Given, work: Work): Outcome {
  const { path, named, top } = given;
  try {
    const reading = given.read();
    if ('problem' in reading) return unread(tools, given, { problem: reading.problem, work });
    const { content } = reading;
    const report = parseReport(content.text);
    // A letter in Word may lie beside the report of the same name.
    if (!report.recognised && given.others.length > 0) return next(tools, given, work);
    const { formats, notes } = otherFormats(tools, given, report);
    const placeOf = content.document === null ? IN_TEXT : placesIn(report, content.document);
    const remains = content.document === null || !report.recognised ? null : content.document.remains();
    const outcome = work(tools, { path, named, top, report, badBytes: content.badBytes, remains, placeOf, formats }, content);
    const isReported = named || outcome.recognised;
    const beside = tools.settings.fix && outcome.recognised ? fixedBeside(tools, top, formats) : [];
    return {
      ...outcome,
      notes: [
        ...outcome.notes,
        ...(isReported ? contentNotes(tools, { path, report }, content) : []),
        ...notes,
        ...(outcome.recognised && !named ? unreadPdf(tools, path) : []),
        ...beside,
      ],
    };
  } catch (error) {
    return failed(tools, path, `检查出错（${error instanceof Error ? error.name : '未知'}），请反馈给开发者`);
  }
}

/** A document of a folder that cannot be read: another format of it can, or it is missed by its name, or only counted. */
function unread(tools: Tools, given: Given, { problem, work }: { readonly problem: string; readonly work: Work }): Outcome {
  const { path, named, others } = given;
  if (named || !isWordFile(basename(path))) return failed(tools, path, problem);
  const instead = others.length === 0 ? NOTHING : next(tools, given, work);
  if (instead.recognised) return { ...instead, notes: [...instead.notes, `${visible(path)}：${problem}`] };
  return hasReportName(basename(path)) ? failed(tools, path, problem) : { ...instead, passedOver: path };
}

/** What has the same name, in the place of what was given. */
function next(tools: Tools, { others: [path = '', ...others], named, top }: Given, work: Work): Outcome {
  return examine(tools, { path, named, top, others, read: () => readPath(resolve(tools.settings.cwd, path), tools.load) }, work);
}

/** A PDF of the same name is the same report; it changes no status. */
function unreadPdf({ settings: { cwd } }: Tools, path: string): readonly string[] {
  const pdf = path.replace(/(?:\.nb)?\.[^./\\]+$/u, '.pdf');
  return pdf !== path && existsSync(resolve(cwd, pdf)) ? [`${visible(pdf)}：PDF 不能读取，没有与${visible(basename(path))}比较`] : [];
}

/** Other formats of a report whose layout is fixed are fixed with it. */
function fixedBeside(tools: Tools, top: string, formats: readonly FormatView[]): readonly string[] {
  return formats.flatMap(
    ({ path }) => examine(tools, { path, named: true, top, others: [], read: () => readPath(resolve(tools.settings.cwd, path), tools.load) }, fixed).notes,
  );
}

/** Those that cannot be read or are no report say nothing of this one. */
function otherFormats(
  { settings, load }: Tools,
  { path, others }: Given,
  report: Report,
): { readonly formats: readonly FormatView[]; readonly notes: readonly string[] } {
  const formats = others.flatMap((other) => {
    const reading = readPath(resolve(settings.cwd, other), load);
    const read = 'problem' in reading ? null : parseReport(reading.content.text);
    return read?.recognised === true ? [compareFormats(report, read, other)] : [];
  });
  return { formats, notes: formats.map((format) => formatWords(format, { path, report })) };
}

/** What was not read of a file: bytes that are no text, and what a document holds beside its text. */
function contentNotes({ settings }: Tools, { path, report }: Pick<Examined, 'path' | 'report'>, { badBytes, encoding, document }: Content): readonly string[] {
  const damaged = badBytes.length > 0 ? [damageWords(badBytes, encoding)] : [];
  // A seal is a picture too: pictures matter where a table is missed.
  const isWhole = report.tables.every(({ state }) => state === 'read' || state === 'empty');
  const remains = settings.command === 'check' && report.recognised ? document?.remains() : undefined;
  const told = (document?.notes ?? []).filter(({ kind }) => remains?.has(kind) !== true);
  const beside = told.filter(({ kind }) => !isWhole || (kind !== 'pictures' && kind !== 'objects'));
  return [...damaged, ...beside.map(({ message }) => message)].map((message) => `${visible(path)}：${message}`);
}

function failed({ settings, checks }: Tools, path: string, message: string): Outcome {
  const output = settings.command === 'check' ? checks.failure({ path, message }) : '';
  return { ...NOTHING, output, notes: [`${visible(path)}：${message}`], failure: { path, message } };
}

function shown(tools: Tools, examined: Examined): Outcome {
  const { settings, checks, parses } = tools;
  const { path, named, report, placeOf } = examined;
  if (!report.recognised && !named) return NOTHING;
  const notes = report.recognised ? [] : [`${visible(path)}：不是政府信息公开工作年度报告，未检查`];
  if (settings.command === 'parse') {
    return { ...NOTHING, output: parses.item(parseView(path, report, placeOf)), notes, recognised: report.recognised };
  }
  const config = configFor(tools, examined);
  const { suppressions, problem } = config;
  const options = {
    levels: levelsOf(tools, config),
    suppressions,
    badBytes: examined.badBytes,
    ...(examined.remains !== null && { remains: examined.remains }),
  };
  const check = checkReport(report, options);
  const view = checkView(examined, check, options);
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

/** Standard input lies in no folder, and of what is no report nothing can be silenced. */
function configFor(tools: Tools, examined: Examined): FolderConfig {
  const { path, report } = examined;
  const isBeside = path !== STANDARD_INPUT && report.recognised;
  if (!isBeside) return { suppressions: NO_SUPPRESSIONS, inherited: NOTHING_INHERITED, problem: null };
  return withLinked(resolve(tools.settings.cwd, path), configOf(tools, examined), tools.load);
}

function configOf({ settings: { cwd }, configOf: read }: Tools, { path, top }: { readonly path: string; readonly top: string }): FolderConfig {
  return read({ path, file: resolve(cwd, path), top: resolve(cwd, top) });
}

/** What `--rule` says comes before what the folders say. */
function levelsOf({ settings }: Tools, { inherited }: FolderConfig): Settings['levels'] {
  return inherited.levels.size === 0 ? settings.levels : new Map([...inherited.levels, ...settings.levels]);
}

/** With what the file of last year's report says now; of one that cannot be read nothing is claimed. */
function withLinked(file: string, folder: FolderConfig, load: LoadDocuments): FolderConfig {
  const { previous } = folder.suppressions;
  if (previous === null || !isFollowed(previous.path)) return folder;
  const reading = readPath(resolve(dirname(file), previous.path), load);
  const linked = 'problem' in reading ? null : parseReport(reading.content.text);
  return linked?.recognised === true ? { ...folder, suppressions: { ...folder.suppressions, previous: { ...previous, linked } } } : folder;
}

/** Reports what remains; where the file could not be written, what is still there. */
function fixed(tools: Tools, examined: Examined, content: Content): Outcome {
  const { settings } = tools;
  const { path } = examined;
  const config = configFor(tools, examined);
  const result = fixAll(examined.report, { name: path, options: { levels: levelsOf(tools, config), suppressions: config.suppressions } });
  if (result === null) return shown(tools, examined);
  const { report, places, problem } = fixFile({ ...examined, file: resolve(settings.cwd, path), content, revisions: settings.revisions }, result);
  const outcome = shown(tools, report === null ? examined : { ...examined, report });
  const done = places === 0 ? [] : [`${visible(path)}：改正排版${places}处`];
  if (problem === null) return { ...outcome, notes: [...outcome.notes, ...done] };
  const { notes, failure } = failed(tools, path, problem);
  return { ...outcome, notes: [...notes, ...done], failure };
}

function countSeverities({ findings }: CheckResult): Readonly<Record<Severity, number>> {
  const counts = { ...NO_FINDINGS };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
