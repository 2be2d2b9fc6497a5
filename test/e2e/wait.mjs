// Waiting in the browser tests: for a condition, never for a time.

const INTERVAL_MS = 40;
const TIMEOUT_MS = 15_000;

/**
 * Asks `probe` until it answers something truthy, and returns that.
 * The error says what was awaited and what `probe` answered last, so that a failure reads by itself.
 */
export async function eventually(what, probe, timeoutMs = TIMEOUT_MS) {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await probe();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`waited ${timeoutMs} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
  }
}

/** `read` until `accept` takes what it reads; the error shows the last reading. */
export async function settled(what, read, accept, timeoutMs = TIMEOUT_MS) {
  let last;
  const probe = async () => {
    last = await read();
    return accept(last);
  };
  await eventually(what, probe, timeoutMs).catch((error) => {
    throw new Error(`${error.message}\nlast seen: ${JSON.stringify(last)}`);
  });
  return last;
}
