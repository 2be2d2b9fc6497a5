// `gouji review`: from its arguments to its exit status. Everything that is wrong is told before anything is written.

import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Review, reviewOf } from '../../units/review.ts';
import { readVersions, type Verdict, type Version, versionOf, versionsFile, withVersion, writeVersions } from '../../units/second-look.ts';
import type { MainParams, Outputs } from '../main-params.ts';
import { visible } from '../escape.ts';
import { writeWhole } from '../replace-file.ts';
import { errorCode, whyNot } from '../system-errors.ts';
import { lettersOf, letterTemplate } from './letters.ts';
import { writePart } from './part-file.ts';
import { type Call, gatherFor, type Prepared, trouble, withPrepared } from './prepare.ts';
import { outputOf } from './formats/review-output.ts';
import { printedMarkdown } from './formats/review-word.ts';
import { explanations, summaryWords } from './formats/review-tables.ts';
import { localDay } from './review-worker.ts';

const EXIT_CLEAN = 0;
const EXIT_FINDINGS = 1;
const EXIT_TROUBLE = 2;
const EXIT_INTERRUPTED = 130;

/** Resolves to the exit status; never rejects. */
export async function reviewCommand(params: MainParams, outputs: Outputs): Promise<number> {
  return await withPrepared({ params, outputs }, run);
}

async function run(prepared: Prepared, call: Call): Promise<number> {
  const { request, params, outputs } = call;
  const { config, root } = prepared;
  const template = letterTemplate(root);
  if ('problem' in template) return await trouble([template.problem], outputs);
  const gathered = await gatherFor(prepared, call);
  if (params.interrupted.aborted) {
    await outputs.stderr.write('gouji：已中断，没有写出结果\n');
    return EXIT_INTERRUPTED;
  }
  const overwritten =
    request.out === null ? undefined : gathered.submissions.find(({ path }) => resolve(params.cwd, path) === resolve(params.cwd, request.out?.file ?? ''));
  if (overwritten !== undefined) return await trouble([`--out ${visible(overwritten.path)}：是一份年报，请换一个文件名`], outputs);
  if (request.partial)
    return await finish(
      { writes: [{ file: request.out?.file ?? '', bytes: writePart(gathered) }], failed: gathered.failed, notes: gathered.notes },
      call,
      null,
    );
  const damaged: string[] = [];
  const review = reviewOf({
    roll: gathered.roll,
    due: config.review.due,
    asOf: request.asOf ?? localDay(new Date()),
    hasList: config.review.units !== null,
    levels: config.folder.rules,
    checked: new Map(gathered.checked.map((each) => [each.path, each])),
    alike: gathered.alike,
    versionsOf: (unit) => {
      const reading = versionsIn(root, unit);
      if ('versions' in reading) return reading.versions;
      damaged.push(reading.problem);
      return [];
    },
    notes: gathered.notes,
  });
  const letters = request.letters === null ? [] : lettersOf(review, template.text);
  const writes = [
    ...(request.out === null ? [] : [{ file: request.out.file, bytes: await outputOf(review, request.out.kind, params) }]),
    ...letters.flatMap(({ name, markdown, html }) => {
      const file = join(request.letters ?? '', versionsFile(name).replace(/\.json$/u, ''));
      return [
        { file: `${file}.md`, bytes: markdown },
        { file: `${file}.html`, bytes: html },
        { file: `${file}.docx`, bytes: params.loadDocuments().writeWord(printedMarkdown(markdown)) },
      ];
    }),
  ];
  if (request.out === null && request.letters === null) await outputs.stdout.write(String(await outputOf(review, '.md', params)));
  return await finish({ writes, failed: gathered.failed, notes: damaged }, call, { review, root });
}

interface Result {
  readonly writes: readonly { readonly file: string; readonly bytes: Uint8Array | string }[];
  readonly failed: number;
  readonly notes: readonly string[];
}

async function finish(
  { writes, failed, notes }: Result,
  { request, params, outputs }: Call,
  reviewed: { readonly review: Review; readonly root: string } | null,
): Promise<number> {
  const problems: string[] = [];
  if (request.letters !== null) problems.push(...makeFolder(resolve(params.cwd, request.letters)));
  for (const { file, bytes } of writes) {
    if (problems.length > 0) break;
    const problem = writeWhole(resolve(params.cwd, file), bytes);
    if (problem !== null) problems.push(`${visible(file)}：未写出：${problem}`);
  }
  if (request.record && reviewed !== null && problems.length === 0) problems.push(...recordVersions(reviewed.root, reviewed.review, 'recorded'));
  const { stderr } = outputs;
  if (reviewed !== null) {
    await stderr.write(`${visible(summaryWords(reviewed.review))}\n`);
    for (const line of explanations(reviewed.review)) await stderr.write(`${visible(line)}\n`);
  }
  for (const note of notes) await stderr.write(`${note}\n`);
  const written = writes.length === 0 || problems.length > 0 ? '' : `结果写入 ${visible(request.out?.file ?? request.letters ?? '')}\n`;
  await stderr.write(written);
  if (problems.length > 0) return await trouble(problems, outputs);
  if (failed > 0) return EXIT_TROUBLE;
  return reviewed?.review.units.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) === true ? EXIT_FINDINGS : EXIT_CLEAN;
}

function makeFolder(folder: string): readonly string[] {
  try {
    mkdirSync(folder, { recursive: true });
    return [];
  } catch (error) {
    return [`${visible(folder)}：${whyNot(error)}`];
  }
}

/** Versions of reports at the root of a review, one small file a unit. */
const FOLDER = join('.gouji', 'versions');

type VersionsReading = { readonly versions: readonly Version[] } | { readonly problem: string };

function versionsIn(root: string, unit: string): VersionsReading {
  const file = join(root, FOLDER, versionsFile(unit));
  try {
    const versions = readVersions(readFileSync(file, 'utf8'));
    return versions === null ? { problem: `${visible(file)}：格式有误，无法读取，未比较。请改正或移走` } : { versions };
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? { versions: [] } : { problem: `${visible(file)}：${whyNot(error)}` };
  }
}

/** Adds each report as it is now, where it is not the last that was kept; why not, where something could not be written. */
function recordVersions(root: string, { units, asOf }: Review, verdict: Verdict): readonly string[] {
  const problems: string[] = [];
  try {
    mkdirSync(join(root, FOLDER), { recursive: true });
  } catch (error) {
    return [`${visible(join(root, FOLDER))}：${whyNot(error)}`];
  }
  for (const { entry, findings } of units) {
    const { current, unit } = entry;
    if (current === null) continue;
    // Read again: another reviewer may have written meanwhile.
    const known = versionsIn(root, unit.name);
    if ('problem' in known) {
      problems.push(known.problem);
      continue;
    }
    const versions = withVersion(known.versions, versionOf(current, findings, { date: asOf, verdict }));
    if (versions === known.versions) continue;
    const file = join(root, FOLDER, versionsFile(unit.name));
    const problem = writeWhole(file, writeVersions(unit.name, versions));
    if (problem !== null) problems.push(`${visible(file)}：${problem}`);
  }
  return problems;
}
