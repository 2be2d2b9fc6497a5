// What the commands for Word have in common: how their usage is told, and what is wrong with it.

import { visible } from '../escape.ts';
import type { Outputs } from '../main.ts';

export async function usage(text: string, { stdout }: Outputs): Promise<number> {
  await stdout.write(text);
  return 0;
}

export async function told(command: string, problems: readonly string[], { stderr }: Outputs): Promise<number> {
  await stderr.write(`${problems.map((problem) => `gouji：${visible(problem)}\n`).join('')}用 gouji ${command} --help 查看用法\n`);
  return 2;
}
