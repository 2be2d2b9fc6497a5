// Where a review has its units and dates from: the list that was named, else the root's `.gouji.json`.

import { extname, join, resolve } from 'node:path';
import { readSuppressions } from '../../suppressions/read-config.ts';
import { NO_FOLDER_SETTINGS, type FolderSettings } from '../../suppressions/folder-settings.ts';
import { CONFIG_FILE, type Suppressions } from '../../suppressions/suppression.ts';
import { MAX_CONFIG_BYTES } from '../../text/limits.ts';
import { readUtf8 } from '../../text/utf8.ts';
import { rowsOfCsv, unitsFromLines, unitsFromRows } from '../../units/list-text.ts';
import { NO_REVIEW_CONFIG, readReviewConfig, type ReviewConfig } from '../../units/review-config.ts';
import type { Unit, UnitListReading } from '../../units/unit-list.ts';
import { readBeside, readBytes } from '../file-content.ts';
import { decode } from '../file-encoding.ts';
import type { LoadSheets } from '../sheet-bundle.ts';
import { errorCode, whyNot } from '../system-errors.ts';
import { visible } from '../escape.ts';

/** `problem` is for the person: file, line, and what to do. */
export type Sourced<Value> = { readonly value: Value } | { readonly problem: string };

export async function unitsFromFile(path: string, cwd: string, load: LoadSheets): Promise<Sourced<readonly Unit[]>> {
  const raw = readBytes(resolve(cwd, path));
  if ('problem' in raw) return { problem: `名单 ${visible(path)}：${raw.problem}` };
  const reading = extname(path).toLowerCase() === '.xlsx' ? await fromSheet(raw.bytes, load) : fromText(path, raw.bytes);
  if ('problem' in reading) return { problem: `名单 ${visible(path)} 第${reading.problem.line}行：${reading.problem.message}` };
  return { value: reading.units };
}

async function fromSheet(bytes: Uint8Array, load: LoadSheets): Promise<UnitListReading> {
  try {
    const rows = await load().readFirstSheet(bytes);
    return unitsFromRows(rows.map((fields, index) => ({ line: index + 1, fields })));
  } catch {
    return { problem: { line: 1, message: '不是能读取的 .xlsx 文件，请在表格软件中另存为 .xlsx 或 .csv' } };
  }
}

function fromText(path: string, bytes: Uint8Array): UnitListReading {
  const decoded = decode(bytes);
  if (decoded === null) return { problem: { line: 1, message: '不是 UTF-8 或 GB18030 编码的文本，请另存为 UTF-8' } };
  if (extname(path).toLowerCase() !== '.csv') return unitsFromLines(decoded.text);
  const rows = rowsOfCsv(decoded.text);
  return 'message' in rows ? { problem: rows } : unitsFromRows(rows);
}

export interface RootConfig {
  readonly text: string | null;
  readonly folder: FolderSettings;
  readonly files: Suppressions;
  readonly review: ReviewConfig;
}

/** What stands in the `.gouji.json` of the root; half of it would be another review. */
export function rootConfig(root: string): Sourced<RootConfig> {
  const file = join(root, CONFIG_FILE);
  try {
    const bytes = readBeside(file, MAX_CONFIG_BYTES);
    const read = bytes === null ? { problem: '文件太大' } : readUtf8(bytes);
    if ('problem' in read) return { problem: `${visible(file)}：${read.problem}` };
    const text = read.text ?? '';
    const general = readSuppressions(text);
    if ('problem' in general) return { problem: `${visible(file)}：${general.problem}。请改正后再审核` };
    const review = readReviewConfig(text);
    if ('problem' in review) return { problem: `${visible(file)} 第${review.problem.line}行：${review.problem.message}` };
    return { value: { text, folder: general.folder, files: general.suppressions, review } };
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') return { problem: `${visible(file)}：${whyNot(error)}` };
    return { value: { text: null, folder: NO_FOLDER_SETTINGS, files: new Map(), review: NO_REVIEW_CONFIG } };
  }
}
