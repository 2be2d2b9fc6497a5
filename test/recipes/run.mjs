// Runs the commands in docs/ci.md and docs/scale.md as they are printed: `npm run recipes`, after `npm run build`.
// `--figures` measures instead, and writes the table of docs/scale.md. `--slurm` runs the job arrays of docs/scale.md, too, with
// Debian's slurm-wlm and munge, as root; `--sql` carries out its SQL alone, with DuckDB from the registry.

import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerOf } from './action.mjs';
import { blocksOf, queryOf, untestedSteps } from './blocks.mjs';
import { writeFigures } from './figures.mjs';
import { greetServer, install, must, pack } from './package.mjs';
import { writeReports } from './reports.mjs';
import { startSlurm } from './slurm.mjs';
import { tryQuery } from './sql.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** As docs/scale.md says. */
const MANY = 2000;
const SAMPLES = path.join(root, 'test/samples');

const scratch = mkdtempSync(path.join(tmpdir(), 'gouji-recipes-'));
// Nothing may come from a network or from what this machine fetched once, nor depend on who runs it.
const env = { ...process.env, HOME: scratch, LC_ALL: 'C.UTF-8', npm_config_offline: 'true', npm_config_cache: path.join(scratch, 'npm-cache') };
let failed = 0;
let passed = 0;

try {
  if (process.argv.includes('--figures')) await writeFigures(root, scratch);
  else if (process.argv.includes('--sql')) await attempt('docs/scale.md: SQL', tryDuckDb);
  else await everything();
} finally {
  rmSync(scratch, { recursive: true });
}
process.exitCode = failed === 0 ? 0 : 1;

async function everything() {
  let tarball = '';
  let bin = '';
  await attempt('the package holds the two commands and nothing else', () => (tarball = pack(root, scratch)));
  await attempt('it installs by itself, without a network', () => (bin = install(tarball, folder('installed'), env)));
  await attempt('it brings the language server', () => greetServer(bin));
  await attempt('action.yml, every step but npm ci', tryAction);
  await page('docs/ci.md', prepareRepository(folder('ci'), tarball), env);
  const slurm = process.argv.includes('--slurm') ? await startSlurm(path.join(scratch, 'slurm')) : null;
  const requests = new Set(slurm === null ? [] : ['slurm']);
  try {
    await page('docs/scale.md', await prepareMany(folder('scale')), { ...env, ...slurm?.env, PATH: `${bin}${path.delimiter}${env.PATH}` }, requests);
  } finally {
    slurm?.stop();
  }
  console.log(`${passed} passed, ${failed} failed`);
}

async function page(name, cwd, environment, requests = new Set()) {
  const document = readFileSync(path.join(root, name), 'utf8');
  await attempt(`${name}: no step in YAML that was not run`, () => {
    const untested = untestedSteps(document);
    if (untested.length > 0) throw new Error(untested.join('\n'));
  });
  for (const block of blocksOf(document).filter(({ request }) => request === null || requests.has(request))) {
    const [title] = block.script.split('\n').filter((line) => !line.startsWith('#'));
    await attempt(`${name}: ${title}`, () => runBlock(block, cwd, environment));
  }
}

function runBlock({ script, status, file }, cwd, environment) {
  if (file !== null) {
    writeFileSync(path.join(cwd, file), script);
    return chmodSync(path.join(cwd, file), 0o755);
  }
  const result = spawnSync('bash', ['-euo', 'pipefail', '-c', script], { cwd, env: environment, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (result.status !== status) throw new Error(`status ${result.status}, not ${status}\n${result.stdout.slice(-1000)}${result.stderr.slice(-1000)}`);
  // A command that only says that it failed would have the status 1 as well.
  if (status === 1 && !`${result.stdout}${result.stderr}`.includes('wrong') && !script.includes('>')) throw new Error('no finding was printed');
}

/** A repository with a report that holds and one that does not, and the package in `tools`. */
function prepareRepository(cwd, tarball) {
  mkdirSync(path.join(cwd, 'reports'));
  mkdirSync(path.join(cwd, 'tools'));
  copyFileSync(tarball, path.join(cwd, 'tools', path.basename(tarball)));
  const { right, wrong } = pair();
  writeFileSync(path.join(cwd, 'reports/right.nb.txt'), right);
  writeFileSync(path.join(cwd, 'reports/wrong.nb.txt'), wrong);
  const begin = 'git init --quiet && git config user.name x && git config user.email x@x.invalid && git commit --quiet --allow-empty --message x';
  must(spawnSync('bash', ['-c', begin], { cwd, env, encoding: 'utf8' }));
  return cwd;
}

/** A sample that passes, and the same with one total broken. */
function pair() {
  for (const name of readdirSync(SAMPLES).filter((each) => each.endsWith('.nb.txt'))) {
    const right = readFileSync(path.join(SAMPLES, name), 'utf8');
    const wrong = right.replace(/（七）总计[^\n]*?(\d+)(?=\s*$)/mu, (row, total) => `${row.slice(0, -total.length)}${Number(total) + 1}`);
    if (statusOf(right) === 0 && wrong !== right && statusOf(wrong) === 1) return { right, wrong };
  }
  throw new Error('no sample passes');
}

function statusOf(text) {
  return spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), 'check', '-'], { input: text }).status;
}

async function prepareMany(cwd) {
  await writeReports(root, path.join(cwd, 'reports'), MANY);
  return cwd;
}

async function tryDuckDb() {
  const sql = queryOf(readFileSync(path.join(root, 'docs/scale.md'), 'utf8'));
  const { rows, expected } = await tryQuery({ sql, cwd: folder('sql'), cli: path.join(root, 'dist/cli.js') });
  // Units that grew alike may stand in any order.
  const told = (each) => JSON.stringify(each.map(([, more]) => Number(more)));
  if (rows.length === 0 || told(rows) !== told(expected.slice(0, rows.length))) throw new Error(`${told(rows)}\n${told(expected)}`);
  const grown = new Map(expected);
  for (const [unit, more] of rows) if (grown.get(unit) !== Number(more)) throw new Error(`${unit}: ${more}`);
}

/** From a folder with a space in a name, as a workflow would use it. */
function tryAction() {
  const workspace = folder('action');
  const { right, wrong } = pair();
  writeFileSync(path.join(workspace, 'a b.txt'), wrong);
  writeFileSync(path.join(workspace, 'right.txt'), right);
  const use = runnerOf(root, path.join(scratch, 'action-path'), env);
  const found = use(workspace, { paths: 'a b.txt\nright.txt' });
  if (found.status !== 1 || !found.stdout.startsWith('::error file=a b.txt,')) throw new Error(`status ${found.status}: ${found.stdout.slice(0, 200)}`);
  const reported = use(workspace, { format: 'json', 'fail-on': 'never' });
  if (reported.status !== 0 || JSON.parse(reported.stdout).length !== 2) throw new Error(`status ${reported.status}: ${reported.stdout.slice(0, 200)}`);
}

/** npm takes it for a project of its own, whatever lies in the folders above. */
function folder(name) {
  const made = path.join(scratch, name);
  mkdirSync(path.join(made, 'node_modules'), { recursive: true });
  return made;
}

async function attempt(name, action) {
  const began = performance.now();
  try {
    await action();
    passed++;
    console.log(`  ok ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed++;
    console.log(`  FAILED ${name}\n${error.message}`);
  }
}
