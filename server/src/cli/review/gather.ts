// Gathers a review: surveys every file, finds out which report is whose, and checks this year's against last year's.

import { relative, resolve, sep } from 'node:path';
import type { RuleLevel } from '../../findings/finding.ts';
import { inheritSettings } from '../../suppressions/folder-settings.ts';
import { previousFor } from '../../units/check-submission.ts';
import { rollOf, reviewedYear, type Roll } from '../../units/roll.ts';
import { pairsToCompare, type Alike, type CheckedReport } from '../../units/review.ts';
import type { Submission } from '../../units/submission.ts';
import type { Unit } from '../../units/unit-list.ts';
import type { LoadDocuments } from '../document-bundle.ts';
import { visible } from '../escape.ts';
import { MAX_AHEAD, MAX_REVIEWED, FEW_FILES } from '../limits.ts';
import { createPool, inOrder, type Pool } from '../pool.ts';
import type { Progress } from '../progress.ts';
import { targetsOf } from '../targets.ts';
import { createReviewWorker, type ReviewResult, type ReviewSettings, type ReviewWork } from './review-worker.ts';
import type { RootConfig } from './unit-source.ts';

export interface Gathering {
  readonly cwd: string;
  readonly root: string;
  readonly folders: readonly string[];
  readonly previous: string | null;
  readonly config: RootConfig;
  readonly units: readonly Unit[] | null;
  readonly threads: number;
  readonly workerFile: string | null;
  readonly timeLimit: number;
  readonly loadDocuments: LoadDocuments;
  readonly progress: Progress;
  readonly interrupted: AbortSignal;
  /** What other runs have gathered. */
  readonly parts: readonly Gathered[];
}

/** What one run knows of its files; a part of a greater review. */
export interface Gathered {
  readonly submissions: readonly Submission[];
  readonly checked: readonly CheckedReport[];
  readonly notes: readonly string[];
  /** Something could not be read. */
  readonly failed: number;
}

export interface GatheredReview extends Gathered {
  readonly roll: Roll;
  readonly alike: readonly Alike[];
}

export async function gather(gathering: Gathering): Promise<GatheredReview> {
  const { parts, units, config } = gathering;
  const works = surveys(gathering);
  const crew = crewOf(gathering, works.files.length);
  const stop = () => void crew.dispose();
  gathering.interrupted.addEventListener('abort', stop);
  try {
    const surveyed = await surveyAll(works.files, gathering, crew);
    const submissions = [...surveyed.submissions, ...parts.flatMap((part) => part.submissions)];
    const year = reviewedYear(submissions, config.review.due);
    const roll = rollOf(submissions, { units, year });
    const known = new Map(parts.flatMap((part) => part.checked.map((checked) => [checked.path, checked] as const)));
    const checks = await checkAll(roll, { gathering, crew, known });
    const alike = await compareAll(roll, gathering, crew);
    return {
      submissions,
      checked: [...known.values(), ...checks.checked],
      notes: [...works.notes, ...surveyed.notes, ...checks.notes, ...parts.flatMap((part) => part.notes)],
      failed: works.failed + surveyed.failed + checks.failed + parts.reduce((sum, part) => sum + part.failed, 0),
      roll,
      alike,
    };
  } finally {
    gathering.interrupted.removeEventListener('abort', stop);
    await crew.dispose();
  }
}

type Survey = Extract<ReviewWork, { readonly task: 'survey' }>;

/** The files of the folders, without those that the root leaves out. */
function surveys(gathering: Gathering): { readonly files: readonly Survey[]; readonly notes: readonly string[]; readonly failed: number } {
  const { folders, previous, cwd, root, config } = gathering;
  const files: Survey[] = [];
  const notes: string[] = [];
  let failed = 0;
  let passedOver = 0;
  // Last year's folder may lie within this year's, and is last year's then.
  const former = new Set<string>();
  const sources = [...(previous === null ? [] : [{ folder: previous, former: true }]), ...folders.map((folder) => ({ folder, former: false }))];
  for (const source of sources) {
    for (const target of targetsOf([source.folder], [], cwd)) {
      if (target.kind === 'failure') {
        failed++;
        notes.push(`${visible(target.path)}：${target.message}`);
      } else if (target.kind === 'passed-over') passedOver++;
      else if (target.kind === 'file' && !isExcluded(resolve(cwd, target.path), root, config) && files.length < MAX_REVIEWED) {
        const file = resolve(cwd, target.path);
        if (former.has(file)) continue;
        if (source.former) former.add(file);
        files.push({ task: 'survey', path: target.path, others: target.others ?? [], former: source.former });
      }
    }
  }
  if (passedOver > 0) notes.push(`有${passedOver}个文档不能读取（PDF、电子表格等），未审核`);
  return { files, notes, failed };
}

function isExcluded(file: string, root: string, { folder }: RootConfig): boolean {
  return inheritSettings([{ settings: folder, path: relative(root, file).split(sep).join('/') }]).excluded;
}

type Crew = Pool<ReviewWork, ReviewResult>;

function crewOf({ cwd, root, config, timeLimit, threads, workerFile, loadDocuments }: Gathering, files: number): Crew {
  const levels: ReadonlyMap<string, RuleLevel> = config.folder.rules;
  const settings: ReviewSettings = { kind: 'review', cwd, timeLimit, root, levels, files: config.files };
  if (workerFile === null) {
    const work = createReviewWorker(settings, loadDocuments);
    return { examine: async (each) => work(each), dispose: async () => undefined };
  }
  const words = { ended: '检查线程意外结束', late: `检查超过 ${timeLimit} 秒，没有检查完` };
  return createPool<ReviewWork, ReviewResult>({
    threads: files > FEW_FILES ? threads : 1,
    workerFile,
    settings,
    lost: (_, why) => ({ problem: words[why] }),
    nothing: { passedOver: true },
  });
}

async function surveyAll(files: readonly Survey[], { progress, threads, interrupted }: Gathering, crew: Crew): Promise<Omit<Gathered, 'checked'>> {
  const submissions: Submission[] = [];
  const notes: string[] = [];
  let failed = 0;
  let index = 0;
  for await (const result of inOrder(files, (work) => crew.examine(work), threads * MAX_AHEAD)) {
    const path = files[index++]?.path ?? '';
    if (result.submission !== undefined) submissions.push(result.submission);
    if (result.problem !== undefined) {
      failed++;
      notes.push(`${visible(path)}：${result.problem}`);
    }
    progress.step();
    if (interrupted.aborted) break;
  }
  return { submissions, notes, failed };
}

interface Checking {
  readonly gathering: Gathering;
  readonly crew: Crew;
  readonly known: ReadonlyMap<string, CheckedReport>;
}

async function checkAll({ entries }: Roll, { gathering, crew, known }: Checking): Promise<Pick<Gathered, 'checked' | 'notes' | 'failed'>> {
  const checked: CheckedReport[] = [];
  const notes: string[] = [];
  let failed = 0;
  const works = entries.flatMap(({ current, previous }): Extract<ReviewWork, { readonly task: 'check' }>[] =>
    current === null || known.has(current.path)
      ? []
      : [{ task: 'check', path: current.path, previous: previous === null ? null : previousFor(current.path, previous) }],
  );
  let index = 0;
  for await (const result of inOrder(works, (work) => crew.examine(work), gathering.threads * MAX_AHEAD)) {
    const path = works[index++]?.path ?? '';
    if (result.checked !== undefined) checked.push(result.checked);
    if (result.problem !== undefined) {
      failed++;
      notes.push(`${visible(path)}：${result.problem}`);
    }
    gathering.progress.step();
    if (gathering.interrupted.aborted) break;
  }
  return { checked, notes, failed };
}

async function compareAll(roll: Roll, { threads, interrupted }: Gathering, crew: Crew): Promise<readonly Alike[]> {
  const pairs = interrupted.aborted ? [] : pairsToCompare(roll);
  const alike: Alike[] = [];
  let index = 0;
  const work = ({ copy, source }: (typeof pairs)[number]) => crew.examine({ task: 'passages', path: copy.path, source: source.path });
  for await (const result of inOrder(pairs, work, threads * MAX_AHEAD)) {
    const pair = pairs[index++];
    if (pair !== undefined) alike.push({ ...pair, passages: result.passages ?? [] });
  }
  return alike;
}
