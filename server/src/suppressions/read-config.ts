// Reads `.gouji.json`: all of it is valid, or none is applied.

import { RULE_LEVELS, type RuleLevel } from '../findings/finding.ts';
import { globMatcher } from '../text/globs.ts';
import { NO_FOLDER_SETTINGS, type FolderSettings } from './folder-settings.ts';
import { isCellKey, type CellKey } from '../forms/form.ts';
import { indexLines, rangeOf } from '../text/lines.ts';
import { memberOf, readJson, type JsonNode } from '../text/json.ts';
import type { Range } from '../text/span.ts';
import { fileKey, type FileSuppressions, type PreviousReport, type Suppression, type Suppressions, CONFIG_VERSION } from './suppression.ts';
import { MAX_CONFIG_LENGTH } from './limits.ts';

interface ConfigProblem {
  /** Chinese, with the line. */
  readonly problem: string;
  /** Where it is wrong. */
  readonly range: Range;
}

export type SuppressionsReading = { readonly suppressions: Suppressions; readonly folder: FolderSettings } | ConfigProblem;

export const CONFIG_TOO_LONG = `文件超过 ${MAX_CONFIG_LENGTH / 1024} KB，未读取`;

/** An empty file says nothing. Fields that are not known are left to whoever wrote them. */
export function readSuppressions(text: string): SuppressionsReading {
  if (isBlank(text)) return { suppressions: new Map(), folder: NO_FOLDER_SETTINGS };
  if (text.length > MAX_CONFIG_LENGTH) return problemAt(text, CONFIG_TOO_LONG, 0);
  const reading = readJson(text);
  if ('problem' in reading) return problemAt(text, reading.problem, reading.offset);
  try {
    return { suppressions: suppressionsOf(reading.root), folder: folderSettingsOf(reading.root) };
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    return problemAt(text, error.problem, error.node.span.start);
  }
}

/** One entry as it came over the wire; null where it is none. */
export function suppressionFrom(raw: unknown): Suppression | null {
  return entryFrom(raw, suppressionOf);
}

/** Last year's report as it came over the wire; null where it is none. */
export function previousFrom(raw: unknown): PreviousReport | null {
  return entryFrom(raw, previousOf);
}

function entryFrom<Entry>(raw: unknown, entryOf: (node: JsonNode) => Entry): Entry | null {
  const reading = readJson(JSON.stringify(raw) ?? '');
  if ('problem' in reading) return null;
  try {
    return entryOf(reading.root);
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    return null;
  }
}

/** Where there is nothing to keep. */
export function isBlank(text: string): boolean {
  return text.replace(/^\ufeff/u, '').trim() === '';
}

function problemAt(text: string, problem: string, offset: number): ConfigProblem {
  const range = rangeOf(indexLines(text), { start: offset, end: Math.min(text.length, offset + 1) });
  return { problem: `第${range.start.line + 1}行第${range.start.character + 1}列：${problem}`, range };
}

/** Ends the reading from any depth; never leaves this file. */
class Unfit extends Error {
  readonly problem: string;
  readonly node: JsonNode;

  constructor(problem: string, node: JsonNode) {
    super(problem);
    this.problem = problem;
    this.node = node;
  }
}

function suppressionsOf(root: JsonNode): Suppressions {
  if (root.kind !== 'object') throw new Unfit('文件最外层应为一对花括号 { }', root);
  const version = memberOf(root, 'version');
  if (version !== undefined && (version.kind !== 'scalar' || version.value !== CONFIG_VERSION)) {
    throw new Unfit(`version 应为 ${CONFIG_VERSION}；如由更新的版本写入，请更新本扩展`, version);
  }
  return new Map(entriesOf(memberOf(root, 'files'), 'files').map(([name, file]) => [fileKey(name), fileOf(file)]));
}

function fileOf(node: JsonNode): FileSuppressions {
  if (node.kind !== 'object') throw new Unfit('每个文件名后应为一对花括号 { }', node);
  const previous = memberOf(node, 'previous');
  return {
    off: new Set(itemsOf(memberOf(node, 'off'), 'off').map((item) => textOf(item, 'off 的每一项'))),
    findings: itemsOf(memberOf(node, 'findings'), 'findings').map(suppressionOf),
    previous: previous === undefined ? null : previousOf(previous),
  };
}

function folderSettingsOf(root: JsonNode): FolderSettings {
  const top = memberOf(root, 'root');
  if (top !== undefined && (top.kind !== 'scalar' || typeof top.value !== 'boolean')) throw new Unfit('root 应为 true 或 false', top);
  return {
    rules: new Map(entriesOf(memberOf(root, 'rules'), 'rules').map(([id, level]) => [id, levelOf(level)])),
    exclude: itemsOf(memberOf(root, 'exclude'), 'exclude').map(globOf),
    root: top?.kind === 'scalar' && top.value === true,
  };
}

function levelOf(node: JsonNode): RuleLevel {
  const level = RULE_LEVELS.find((each) => node.kind === 'scalar' && each === node.value);
  if (level === undefined) throw new Unfit(`规则的级别应为 ${RULE_LEVELS.join('、')} 之一`, node);
  return level;
}

function globOf(node: JsonNode): string {
  const glob = textOf(node, 'exclude 的每一项');
  if (globMatcher(glob) === null) throw new Unfit('exclude 的每一项应为文件名或路径的样式，例如 旧稿/**', node);
  return glob;
}

/** One entry of `findings`. */
function suppressionOf(node: JsonNode): Suppression {
  if (node.kind !== 'object') throw new Unfit('findings 的每一项应写在一对花括号 { } 中', node);
  const rule = memberOf(node, 'rule');
  if (rule === undefined) throw new Unfit('findings 的这一项缺少 rule', node);
  const text = memberOf(node, 'text');
  const key = memberOf(node, 'key');
  const note = memberOf(node, 'note');
  const cells = itemsOf(memberOf(node, 'cells'), 'cells').map((item) => cellOf(textOf(item, 'cells 的每一项'), item));
  if (cells.length === 0 && text === undefined && key === undefined) throw new Unfit('findings 的这一项缺少 cells、key 和 text，无法确定是哪一处', node);
  return {
    rule: textOf(rule, 'rule'),
    cells,
    values: new Map(entriesOf(memberOf(node, 'values'), 'values').map(([key, value]) => [cellOf(key, value), valueOf(value)])),
    key: key === undefined ? null : itemsOf(key, 'key').map((item) => textOf(item, 'key 的每一项')),
    text: text === undefined ? '' : textOf(text, 'text'),
    note: note === undefined ? null : textOf(note, 'note'),
  };
}

function previousOf(node: JsonNode): PreviousReport {
  const path = memberOf(node, 'path');
  if (path === undefined) throw new Unfit('previous 缺少 path', node);
  const cells = entriesOf(memberOf(node, 'cells'), 'cells').flatMap(([key, value]): [CellKey, number][] => {
    const number = valueOf(value);
    return number === null ? [] : [[cellOf(key, value), number]];
  });
  return { path: textOf(path, 'path'), cells: new Map(cells) };
}

function entriesOf(node: JsonNode | undefined, name: string): readonly (readonly [string, JsonNode])[] {
  if (node === undefined) return [];
  if (node.kind !== 'object') throw new Unfit(`${name} 应写在一对花括号 { } 中`, node);
  return node.members.map(({ key, value }) => [key, value]);
}

function itemsOf(node: JsonNode | undefined, name: string): readonly JsonNode[] {
  if (node === undefined) return [];
  if (node.kind !== 'array') throw new Unfit(`${name} 应写在一对方括号 [ ] 中`, node);
  return node.items;
}

function textOf(node: JsonNode, name: string): string {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') throw new Unfit(`${name}应为带双引号的文字`, node);
  return node.value;
}

function valueOf(node: JsonNode): number | null {
  if (node.kind !== 'scalar' || (typeof node.value !== 'number' && node.value !== null)) throw new Unfit('单元格的值应为数字，未填写作 null', node);
  return node.value;
}

function cellOf(key: string, node: JsonNode): CellKey {
  if (!isCellKey(key)) throw new Unfit('单元格应写作“表/行/列”，例如 applications/new/total', node);
  return key;
}
