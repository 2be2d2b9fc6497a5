// Second look: a new version of a report held against the one that was returned.

import type { CellKey } from '../forms/form.ts';
import { readJson, memberOf, type JsonNode } from '../text/json.ts';
import { MAX_VERSIONS } from './limits.ts';
import type { ReviewFinding } from './rules/review-finding.ts';
import { CELL_KEYS, type Figures, type Submission } from './submission.ts';

/** 退回, 通过, or written down by `gouji review --record`. */
export type Verdict = 'returned' | 'accepted' | 'recorded';

/** What is kept of a version, in `.gouji/versions/`; the draft itself is not. */
export interface Version {
  readonly hash: string;
  readonly date: string;
  readonly year: number | null;
  readonly verdict: Verdict;
  /** When it was handed in. */
  readonly handedIn: string | null;
  /** In the order of the cells of the forms; null where there is no number. */
  readonly values: readonly (number | null)[];
  readonly findings: readonly KeptFinding[];
}

interface KeptFinding {
  readonly rule: string;
  readonly cells: readonly string[];
  /** Its first sentence. */
  readonly text: string;
}

export interface SecondLook {
  readonly version: Version;
  readonly gone: readonly KeptFinding[];
  readonly remaining: readonly ReviewFinding[];
  readonly added: readonly ReviewFinding[];
  readonly changed: readonly ChangedNumber[];
}

interface ChangedNumber {
  readonly cell: CellKey;
  readonly before: number | null;
  readonly now: number | null;
  /** A finding of the returned version spoke of this cell. */
  readonly asked: boolean;
}

export function versionOf(submission: Submission, findings: readonly ReviewFinding[], { date, verdict }: Pick<Version, 'date' | 'verdict'>): Version {
  return {
    hash: submission.hash,
    date,
    year: submission.year,
    verdict,
    handedIn: submission.date,
    values: Array.from(submission.figures.values, (value) => (Number.isNaN(value) ? null : value)),
    findings: findings.map(keptFinding),
  };
}

function keptFinding({ rule, cells, message }: ReviewFinding): KeptFinding {
  return { rule, cells, text: firstSentence(message) };
}

function firstSentence(message: string): string {
  return message.split('。', 1)[0] ?? message;
}

/** Null where nothing was kept, or the file is the one that was looked at. */
export function secondLook(submission: Submission, findings: readonly ReviewFinding[], versions: readonly Version[]): SecondLook | null {
  const version =
    versions.findLast(({ year, verdict }) => year === submission.year && verdict !== 'accepted') ?? versions.findLast(({ year }) => year === submission.year);
  if (version === undefined || version.hash === submission.hash) return null;
  const before = new Set(version.findings.map(identity));
  const now = new Set(findings.map((finding) => identity(keptFinding(finding))));
  const asked = new Set(version.findings.flatMap(({ cells }) => cells));
  return {
    version,
    gone: version.findings.filter((finding) => !now.has(identity(finding))),
    remaining: findings.filter((finding) => before.has(identity(keptFinding(finding)))),
    added: findings.filter((finding) => !before.has(identity(keptFinding(finding)))),
    changed: changedNumbers(version.values, submission.figures).map((change) => ({ ...change, asked: asked.has(change.cell) })),
  };
}

/** Cells tell, else the words: a number in them may have changed with the cells. */
function identity({ rule, cells, text }: KeptFinding): string {
  return `${rule} ${cells.length > 0 ? cells.toSorted().join(' ') : text}`;
}

function changedNumbers(before: readonly (number | null)[], { values }: Figures): readonly Omit<ChangedNumber, 'asked'>[] {
  return CELL_KEYS.flatMap((cell, index) => {
    const value = values[index] ?? Number.NaN;
    const [was, now] = [before[index] ?? null, Number.isNaN(value) ? null : value];
    return was === now ? [] : [{ cell, before: was, now }];
  });
}

/** The versions with this one more; the same ones where it is the last already, under the same verdict. */
export function withVersion(versions: readonly Version[], version: Version): readonly Version[] {
  const last = versions.at(-1);
  return last?.hash === version.hash && last.year === version.year && (last.verdict === version.verdict || version.verdict === 'recorded')
    ? versions
    : [...versions, version];
}

/** The text of the file; each version is one line, so that a difference shows which came. */
export function writeVersions(unit: string, versions: readonly Version[]): string {
  const lines = versions.slice(-MAX_VERSIONS).map((version) => `    ${JSON.stringify(version)}`);
  return `{\n  "version": 1,\n  "unit": ${JSON.stringify(unit)},\n  "versions": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

/** Null where the file is damaged. */
export function readVersions(text: string): readonly Version[] | null {
  const reading = readJson(text);
  if ('problem' in reading) return null;
  const list = memberOf(reading.root, 'versions');
  return list?.kind === 'array' ? list.items.flatMap((item) => versionFrom(item) ?? []) : null;
}

const VERDICTS: readonly Verdict[] = ['returned', 'accepted', 'recorded'];

function versionFrom(node: JsonNode): Version | null {
  const scalar = (name: string) => {
    const value = memberOf(node, name);
    return value?.kind === 'scalar' ? value.value : null;
  };
  const [hash, date, year, handedIn] = [scalar('hash'), scalar('date'), scalar('year'), scalar('handedIn')];
  const verdict = VERDICTS.find((each) => each === scalar('verdict'));
  const values = memberOf(node, 'values');
  const findings = memberOf(node, 'findings');
  if (typeof hash !== 'string' || typeof date !== 'string' || verdict === undefined || values?.kind !== 'array') return null;
  return {
    hash,
    date,
    year: typeof year === 'number' ? year : null,
    verdict,
    handedIn: typeof handedIn === 'string' ? handedIn : null,
    values: values.items.map((item) => (item.kind === 'scalar' && typeof item.value === 'number' ? item.value : null)),
    findings: (findings?.kind === 'array' ? findings.items : []).flatMap((item) => {
      const [rule, text, cells] = [memberOf(item, 'rule'), memberOf(item, 'text'), memberOf(item, 'cells')];
      if (rule?.kind !== 'scalar' || typeof rule.value !== 'string' || text?.kind !== 'scalar') return [];
      const names =
        cells?.kind === 'array' ? cells.items.flatMap((cell) => (cell.kind === 'scalar' && typeof cell.value === 'string' ? [cell.value] : [])) : [];
      return [{ rule: rule.value, cells: names, text: String(text.value) }];
    }),
  };
}

/** The name of the file that keeps a unit's versions: characters that every file system takes, and a mark where that changed the name. */
export function versionsFile(unit: string): string {
  const name = unit.normalize('NFC');
  const plain = name.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*.\s]/gu, '_').slice(0, MAX_NAME);
  return plain === name && plain !== '' ? `${plain}.json` : `${plain}-${markOf(name)}.json`;
}

const MAX_NAME = 60;

function markOf(name: string): string {
  let hash = 0;
  for (let at = 0; at < name.length; at++) hash = (Math.imul(hash, 31) + name.charCodeAt(at)) >>> 0;
  return hash.toString(36);
}
