// Carries out the SQL of docs/scale.md in DuckDB, which is put from the registry into a folder of its own and is no part of ours.

import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { foldersOf, twoYears } from '../units/load-two-years.mjs';

const PACKAGE = '@duckdb/node-api';
const COUNT = 40;

/** The rows of the last statement, and what they must be. */
export async function tryQuery({ sql, cwd, cli }) {
  writeReports(cwd);
  const { status, stderr } = spawnSync('bash', ['-c', `"${process.execPath}" "${cli}" parse --format ndjson 本年 上年 > parsed.ndjson`], {
    cwd,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const { DuckDBInstance } = await installed(path.join(cwd, 'duckdb'));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const before = process.cwd();
  process.chdir(cwd);
  try {
    const results = [];
    for (const statement of sql.split(';').filter((each) => each.trim() !== '')) results.push((await connection.runAndReadAll(statement)).getRows());
    return { rows: results.at(-1), expected: expected() };
  } finally {
    process.chdir(before);
  }
}

function writeReports(cwd) {
  for (const [name, text] of Object.entries(foldersOf(twoYears(COUNT)))) {
    mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
    writeFileSync(path.join(cwd, name), text);
  }
}

/** From the figures that the reports were made of. */
function expected() {
  const KEY = 'applications/new/total';
  return twoYears(COUNT)
    .map(({ unit, before, now }) => [unit.name, now.figures.cells[KEY] - before.figures.cells[KEY]])
    .toSorted(([, one], [, other]) => other - one);
}

async function installed(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{}');
  const { status, stderr } = spawnSync('npm', ['install', '--no-audit', '--no-fund', PACKAGE], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${PACKAGE} cannot be had:\n${stderr.slice(-500)}`);
  return createRequire(path.join(folder, 'package.json'))(PACKAGE);
}
