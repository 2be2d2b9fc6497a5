// Whatever can be pressed or seen in the README of the package leads somewhere from within it.

import path from 'node:path';
import { expect, it } from 'vitest';
import { packagedReadme } from './readme.mjs';

const readme: string = packagedReadme(path.resolve(import.meta.dirname, '../..'));

it('has its picture within', () => {
  const pictures = [...readme.matchAll(/!\[[^\]]+\]\(([^)]*)\)/gu)].map(([, target = '']) => target);
  expect(pictures).toHaveLength(1);
  const bytes = Buffer.from(pictures[0]?.replace('data:image/webp;base64,', '') ?? '', 'base64');
  expect([bytes.subarray(0, 4).toString('latin1'), bytes.subarray(8, 12).toString('latin1')]).toEqual(['RIFF', 'WEBP']);
  expect(bytes.readUInt32LE(4) + 8).toBe(bytes.length);
});

it('links to the web only, or to a heading of its own', () => {
  const links = [...readme.matchAll(/(?<!!)\[[^\]]+\]\(([^)]+)\)/gu)].map(([, target = '']) => target);
  const headings = [...readme.matchAll(/^#+ (.+)$/gmu)].map(([, title = '']) => `#${title.toLowerCase().replaceAll(' ', '-')}`);
  expect(links.filter((target) => !/^https:\/\/[\w.-]+\//u.test(target) && !headings.includes(target))).toEqual([]);
});

it('leaves out what needs the source, and nothing else', () => {
  expect(readme).not.toContain('npm start');
  expect(readme).not.toContain('<!-- source');
  for (const title of ['三步用起来', '检查什么', '怎么改', '还能做什么', '命令', '设置']) expect(readme).toContain(`## ${title}\n`);
});
