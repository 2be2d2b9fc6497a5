// `gouji review` over three hundred units of two years, beside `gouji check` of the same files: processor time and memory.

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { foldersOf, twoYears } from '../units/load-two-years.mjs';
import { median, short, times } from './figures.mjs';
import { measure } from './folder.mjs';

const ROUNDS = 3;
const COUNT = 300;

export async function measureReview({ scratch, bundle, sheet }) {
  const cli = bundle('cli.js');
  if (cli === null) return;
  const folder = join(scratch, `units-${COUNT}`);
  for (const [name, text] of Object.entries(foldersOf(twoYears(COUNT)))) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const review = (out) => ({
    name: `review, ${out}`,
    command: [cli, 'review', '本年', '--previous', '上年', '--units', '名单.csv', '--jobs', '1', '--out', join(scratch, `review${out}`)],
    rounds: ROUNDS,
  });
  const check = { name: 'check', command: [cli, 'check', '--jobs', '1', '--fail-on', 'never', '本年', '上年'], rounds: ROUNDS };
  const commands = [check, review('.html'), review('.xlsx')];
  const samples = await measure(commands, folder, scratch);
  const cpuOf = (each) => median(samples.get(each).map(({ cpuMs }) => cpuMs));
  const peakOf = (each) => median(samples.get(each).map(({ peakKb }) => peakKb));
  sheet.table(
    `${COUNT} units of two years, one thread`,
    ['command', 'ms of processor time', 'of check', 'peak MB', 'KB a report over check'],
    commands.map((each) => [
      each.name,
      short(cpuOf(each)),
      times(cpuOf(each), cpuOf(check)),
      short(peakOf(each) / 1024),
      short((peakOf(each) - peakOf(check)) / (2 * COUNT)),
    ]),
  );
}
