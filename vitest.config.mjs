// Time limits of tests: long enough for a machine that is busy with other things; here, so that they also hold for `npx vitest
// run ROOM`.

import { fileURLToPath } from 'node:url';

const LIMIT_MS = 60_000;
/** There only inside VS Code: the client's decisions are tested without. */
const vscode = fileURLToPath(new URL('test/support/vscode.ts', import.meta.url));

export default { resolve: { alias: [{ find: /^vscode$/u, replacement: vscode }] }, test: { testTimeout: LIMIT_MS, hookTimeout: LIMIT_MS } };
