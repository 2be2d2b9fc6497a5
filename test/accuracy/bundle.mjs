// Bundles a TypeScript entry on the fly and imports it: scripts run without a build step.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Libraries in CommonJS ask for Node's own modules with it; some import `createRequire` by that name themselves. */
const REQUIRE = "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";

/** Imports the module behind `entry` (an absolute path of a `.ts` file). */
export async function importTypeScript(entry) {
  const folder = await mkdtemp(join(tmpdir(), 'gouji-'));
  try {
    const outfile = join(folder, 'bundle.mjs');
    await build({
      entryPoints: [entry],
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      mainFields: ['module', 'main'],
      banner: { js: REQUIRE },
      outfile,
      logLevel: 'error',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}
