// Compares the findings of two builds: `npm run compare -- --base REV [--head REV] [--generated N] [--rules a,b] [--verbose]`
// (default: main, this tree, 300).
//
// Checks the same texts (samples, drafts, published reports where they lie beside the repository, generated and foreign texts)
// with the command line of the base and of the head (this tree as it lies there), and prints by rule which findings are new, gone, or say other
// words, fixes, or a severity. A finding is known by its file, rule, place and cells. Status 1 where findings came or went
// of rules that --rules does not name; 2 where one of them could not check every text, with its words of why.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { importTypeScript } from '../accuracy/bundle.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const MAX_BUFFER = 1024 ** 3;
const SHOWN = 3;
const SHOWN_ALL = 1000;
/** Seconds for one text: what does not end is found by then. */
const TIME_LIMIT = 300;
const STATUS_UNCHECKED = 2;

process.exitCode = await main();

async function main() {
  const { values } = parseArgs({
    options: {
      base: { type: 'string', default: 'main' },
      head: { type: 'string' },
      generated: { type: 'string', default: '300' },
      rules: { type: 'string', default: '' },
      verbose: { type: 'boolean', default: false },
    },
  });
  const scratch = mkdtempSync(path.join(tmpdir(), 'gouji-compare-'));
  const trees = [values.base, values.head]
    .filter((revision) => revision !== undefined)
    .map((revision, index) => ({ revision, folder: path.join(scratch, `tree-${index}`) }));
  try {
    const count = await writeTexts(path.join(scratch, 'texts'), Number(values.generated));
    for (const { revision, folder } of trees) {
      execFileSync('git', ['worktree', 'add', '--detach', '--force', folder, revision], { cwd: root, stdio: 'ignore' });
      symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
    }
    const [before, after] = [trees[0].folder, trees[1]?.folder ?? root].map((folder) => checkedBy(folder, scratch));
    const named = new Set(values.rules.split(',').filter((rule) => rule !== ''));
    console.log(`${count} texts, ${before.found.size} findings of ${values.base}, ${after.found.size} of ${values.head ?? 'this tree'}`);
    const shown = values.verbose ? SHOWN_ALL : SHOWN;
    const areAllChecked = [before, after].map(({ unchecked }, index) => tellUnchecked(trees[index]?.revision ?? 'this tree', unchecked, shown)).every(Boolean);
    const status = tell(before.found, after.found, { named, shown });
    return areAllChecked ? status : STATUS_UNCHECKED;
  } finally {
    for (const { folder } of trees) if (existsSync(folder)) execFileSync('git', ['worktree', 'remove', '--force', folder], { cwd: root, stdio: 'ignore' });
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function writeTexts(folder, generated) {
  const { textsFor } = await importTypeScript(path.join(here, 'texts.ts'));
  let count = 0;
  for (const { name, bytes } of textsFor(root, generated)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    count++;
  }
  return count;
}

/** The findings by what each is known by, and in the command line's own words what it could not check. */
function checkedBy(tree, scratch) {
  execFileSync('node', ['esbuild.mjs'], { cwd: tree, stdio: ['ignore', 'ignore', 'inherit'] });
  const cli = path.join(tree, 'dist/cli.js');
  // The limit is one of the clock, and passes where others use the machine; builds of before have no such option.
  const limit = execFileSync('node', [cli, '--help'], { encoding: 'utf8' }).includes('--time-limit') ? ['--time-limit', String(TIME_LIMIT)] : [];
  const { status, error, stdout, stderr } = spawnSync('node', [cli, 'check', '--format', 'ndjson', '--fail-on', 'never', ...limit, 'texts'], {
    cwd: scratch,
    maxBuffer: MAX_BUFFER,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (error !== undefined) throw error;
  const unchecked = stderr.split('\n').filter((line) => line !== '');
  if (status !== 0 && unchecked.length === 0) throw new Error(`${cli} ended with status ${status} and no word`);
  return { found: findingsIn(stdout), unchecked: status === 0 ? [] : unchecked };
}

/** By what a finding is known. */
function findingsIn(output) {
  const found = new Map();
  for (const line of output.split('\n')) {
    if (line === '') continue;
    const view = JSON.parse(line);
    for (const finding of view.findings) {
      const { start, end } = finding.range;
      const key = [view.path, finding.rule, start.line, start.character, end.line, end.character, finding.cells.join(' ')].join('|');
      const known = found.get(key) ?? [];
      found.set(key, [...known, finding]);
    }
  }
  return found;
}

/** Whether there was nothing to say. */
function tellUnchecked(revision, unchecked, shown) {
  if (unchecked.length === 0) return true;
  console.log(`${revision} did not check every text:`);
  for (const line of unchecked.slice(0, shown)) console.log(`  ${line}`);
  return false;
}

function tell(before, after, { named, shown }) {
  const changes = new Map();
  const note = (rule, kind, example) => {
    const own = changes.get(rule) ?? new Map();
    changes.set(rule, own.set(kind, [...(own.get(kind) ?? []), example]));
  };
  for (const [key, found] of after) {
    const was = before.get(key);
    if (was === undefined) note(found[0].rule, 'new', `${key} ${found[0].message}`);
    else
      for (const kind of ['severity', 'message', 'fixes'])
        if (said(was, kind) !== said(found, kind)) note(found[0].rule, `other ${kind}`, `${key} ${said(found, kind)}`);
  }
  for (const [key, found] of before) if (!after.has(key)) note(found[0].rule, 'gone', `${key} ${found[0].message}`);
  for (const rule of [...changes.keys()].sort()) {
    for (const [kind, examples] of changes.get(rule)) {
      console.log(`${rule}: ${kind} ${examples.length}`);
      for (const example of examples.slice(0, shown)) console.log(`  ${example.slice(0, 300)}`);
    }
  }
  const unexpected = [...changes].filter(([rule, kinds]) => !named.has(rule) && (kinds.has('new') || kinds.has('gone')));
  return unexpected.length > 0 ? 1 : 0;
}

function said(findings, kind) {
  return JSON.stringify(findings.map((finding) => finding[kind]));
}
