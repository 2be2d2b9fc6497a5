// Builds a server that hangs on a text: our own sources with a loop planted in a rule, apart from the product's build.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A text with these words is never done with. */
export const ENDLESS = '此处检查不再返回';

const RULE = { file: /[\\/]rules[\\/]stock-negative\.ts$/, name: 'stockNegative' };
const LOOP = `
const { check } = ${RULE.name};
Object.assign(${RULE.name}, { check(given: Parameters<typeof check>[0]) { while (given.report.text.includes('${ENDLESS}')); return check(given); } });
`;

const planting = {
  name: 'planting',
  setup: (building) => building.onLoad({ filter: RULE.file }, async ({ path }) => ({ contents: (await readFile(path, 'utf8')) + LOOP, loader: 'ts' })),
};

/** Both servers, as damage to a copy of the extension: file → its content. */
export async function plantedServers() {
  const [node, web] = await Promise.all([bundle('server/src/hosts/node.ts', 'node'), bundle('server/src/hosts/worker.ts', 'browser')]);
  return { 'dist/server.js': node, 'dist/web/server.js': web };
}

async function bundle(entry, platform) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    external: ['./documents.js'],
    format: 'cjs',
    platform,
    mainFields: platform === 'node' ? ['module', 'main'] : ['browser', 'module', 'main'],
    define: { GOUJI_VERSION: JSON.stringify('planted') },
    charset: 'utf8',
    plugins: [planting],
    write: false,
  });
  return outputFiles[0].text;
}
