// What the commands for Word have in common: who is named as author and when, and how wrong usage is told.

import { visible } from '../escape.ts';
import type { Outputs } from '../main.ts';

const AUTHOR = '勾稽';

export interface Authorship {
  readonly author: string;
  /** ISO 8601, to the second. */
  readonly date: string;
}

/** Who wrote it where nobody is named: never the account's name. */
export function ourselves(time = new Date()): Authorship {
  return { author: AUTHOR, date: time.toISOString().replace(/\.\d+Z$/u, 'Z') };
}

/** As the person says, else ourselves and now. */
export function authorship(author: string | undefined, date: string | undefined): Authorship | { readonly problem: string } {
  const time = date === undefined ? new Date() : new Date(/^\d{4}-\d{2}-\d{2}$/u.test(date) ? `${date}T00:00:00Z` : date);
  if (date !== undefined && !/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z?)?$/u.test(date))
    return { problem: `--date 要写日期，例如 2026-01-05，现为 ${date}` };
  if (Number.isNaN(time.getTime())) return { problem: `--date 不是有效的日期：${date ?? ''}` };
  return { ...ourselves(time), ...(author !== undefined && { author }) };
}

export async function usage(text: string, { stdout }: Outputs): Promise<number> {
  await stdout.write(text);
  return 0;
}

export async function told(command: string, problems: readonly string[], { stderr }: Outputs): Promise<number> {
  await stderr.write(`${problems.map((problem) => `gouji：${visible(problem)}\n`).join('')}用 gouji ${command} --help 查看用法\n`);
  return 2;
}
