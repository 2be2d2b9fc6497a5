// Loads the invented reports of two years (two-years.ts) into a plain script.

import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const entry = fileURLToPath(new URL('two-years.ts', import.meta.url));
const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'esm', platform: 'node', mainFields: ['module', 'main'], write: false });

export const { foldersOf, reportText, twoYears, YEAR } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
