// What the commands for Word have in common: how to use them, and what is wrong with how one was used.

import { visible } from '../escape.ts';
import type { Outputs } from '../main-params.ts';

export async function usage(text: string, { stdout }: Outputs): Promise<number> {
  await stdout.write(text);
  return 0;
}

export async function usageProblem(command: string, problems: readonly string[], { stderr }: Outputs): Promise<number> {
  await stderr.write(`${problems.map((problem) => `gouji：${visible(problem)}\n`).join('')}用 gouji ${command} --help 查看用法\n`);
  return 2;
}
