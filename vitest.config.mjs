// How long may a test take? Long enough for a machine that is busy with other things; here, so that it also holds for `npx vitest run ROOM`.

const LIMIT_MS = 60_000;

export default { test: { testTimeout: LIMIT_MS, hookTimeout: LIMIT_MS } };
