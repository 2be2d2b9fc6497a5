// Messages as a broken client sends them: a right frame around a body that is not right.

import type { Rng } from '../generator/rng.ts';

/** The message whole; what a frame should look like. */
export function frame(body: string): Buffer {
  return Buffer.from(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

/** A whole frame whose body is no message; broken headers are the library's own affair. */
export function frameOfRubble(body: string, rng: Rng): Buffer {
  return frame(brokenJson(body, rng));
}

function brokenJson(body: string, rng: Rng): string {
  const at = rng.int(0, body.length);
  return rng.pick([
    body.slice(0, at),
    body.slice(at),
    `${body}${body}`,
    `[${body}]`,
    body.replaceAll('"', "'"),
    body.replace('{', '{{'),
    `${body.slice(0, at)}\u0000${body.slice(at)}`,
    '['.repeat(5000),
    'null',
    '3',
    '""',
    '{}',
    '[]',
  ]);
}
