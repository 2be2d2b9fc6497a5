// Validates `--format sarif` against the SARIF 2.1.0 schema: `node test/sarif/run.mjs`, after `npm run build`.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const samples = path.join(root, 'test/samples');

/** What the schema has to refuse, so that its silence means something. */
const BROKEN = [
  ['a property the standard has not', (log) => (log.runs[0].results[0].colour = 'red')],
  ['a level it has not', (log) => (log.runs[0].results[0].level = 'hint')],
  ['a line 0', (log) => (log.runs[0].results[0].locations[0].physicalLocation.region.startLine = 0)],
  ['an address that is none', (log) => (log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri = 'a b')],
  ['a result without a message', (log) => delete log.runs[0].results[0].message],
];

process.exitCode = main();

function main() {
  if (
    !existsSync(path.join(here, 'node_modules')) &&
    spawnSync('npm', ['ci'], { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' }).status !== 0
  )
    return 1;
  const errorsOf = validator();
  const scratch = mkdtempSync(path.join(tmpdir(), 'gouji-sarif-'));
  const results = [];
  try {
    for (const [name, paths] of cases(scratch)) results.push([name, errorsOf(logOf(paths, scratch))]);
    for (const [name, breakLog] of BROKEN) {
      const log = logOf([samples], scratch);
      breakLog(log);
      results.push([`notices ${name}`, errorsOf(log).length > 0 ? [] : ['nothing noticed']]);
    }
  } finally {
    rmSync(scratch, { recursive: true });
  }
  const failed = results.filter(([, errors]) => errors.length > 0);
  for (const [name, errors] of failed) console.log(`FAILED ${name}\n  ${errors.slice(0, 5).join('\n  ')}`);
  console.log(`${results.length - failed.length} passed, ${failed.length} failed`);
  return failed.length === 0 ? 0 : 1;
}

/** The schema is one of draft 04, which the sixth validator is the last to know. */
function validator() {
  const load = createRequire(import.meta.url);
  const Ajv = load('ajv');
  const ajv = new Ajv({ schemaId: 'id', meta: false, allErrors: true });
  ajv.addMetaSchema(load('ajv/lib/refs/json-schema-draft-04.json'));
  const schema = path.join(here, 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
  return (log) => (validate(log) ? [] : validate.errors.map(({ dataPath, message }) => `${dataPath} ${message}`));
}

/** Each sample and all of them, mistakes of many kinds, a hostile name, and files that cannot be read. */
function cases(scratch) {
  const report = readFileSync(
    path.join(
      samples,
      readdirSync(samples)
        .filter((name) => name.endsWith('.txt'))
        .sort()[0],
    ),
    'utf8',
  );
  const nasty = path.join(scratch, 'a b\n#?%[x](y){0}.txt');
  writeFileSync(nasty, report.replaceAll('0', '[x](https://evil.example){0}'));
  writeFileSync(path.join(scratch, 'bytes.txt'), Uint8Array.of(0xff, 0xff, 0xff));
  // Digits altered one after the other: other rules, other fixes.
  const altered = [...report.matchAll(/\d/gu)].filter((_, index) => index % 9 === 0).map(({ index }) => `${report.slice(0, index)}7${report.slice(index + 1)}`);
  altered.forEach((text, index) => writeFileSync(path.join(scratch, `altered-${index}.txt`), text));
  return [
    ...readdirSync(samples).map((name) => [name, [path.join(samples, name)]]),
    ['all samples', [samples]],
    ['hostile names and texts', [nasty]],
    ['altered digits', altered.map((_, index) => path.join(scratch, `altered-${index}.txt`))],
    ['what cannot be read', [path.join(scratch, 'bytes.txt'), path.join(scratch, 'lost.txt'), path.join(scratch, 'x.pdf')]],
  ];
}

function logOf(paths, cwd) {
  const { stdout } = spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), 'check', '--format', 'sarif', ...paths], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout);
}
