// How does a message arrive that a broken client, a proxy or a stray program sends? Its frame with a header or a body that is not right.

import type { Rng } from '../generator/rng.ts';

const HEADERS = [
  'Content-Length: {}\r\n\r\n', 'content-length:{}\r\n\r\n', 'Content-Length: {}\n\n', 'Content-Length: {}\r\n', 'Content-Length {}\r\n\r\n', 'Length: {}\r\n\r\n',
  'Content-Length: {}\r\nContent-Length: 3\r\n\r\n', 'Content-Length: 3\r\nContent-Length: {}\r\n\r\n', 'Content-Type: text/plain; charset=gbk\r\nContent-Length: {}\r\n\r\n',
  'X: {}\r\n\r\n', '\r\n\r\n', '', 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n', 'Content-Length: {}\r\n\r\n\r\n', '\ufeffContent-Length: {}\r\n\r\n', 'Content-Length: {}, {}\r\n\r\n',
];
const LENGTHS = ['-1', '0', '1', '00000000', '99999999', '999999999', '9007199254740993', '1e3', '0x10', 'NaN', ''];

/** The message whole; what a frame should look like. */
export function frame(body: string): Buffer {
  return Buffer.from(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

export function brokenFrame(body: string, rng: Rng): Buffer {
  const bytes = Buffer.from(body);
  const length = bytes.length;
  switch (rng.int(0, 6)) {
    case 0:
      return Buffer.concat([Buffer.from(rng.pick(HEADERS).replaceAll('{}', String(length))), bytes]);
    case 1:
      return Buffer.concat([Buffer.from(`Content-Length: ${Math.max(0, length + rng.int(-20, 20))}\r\n\r\n`), bytes]);
    case 2:
      return Buffer.concat([Buffer.from(`Content-Length: ${rng.pick(LENGTHS)}\r\n\r\n`), bytes]);
    case 3: {
      const whole = frame(body);
      return whole.subarray(0, rng.int(0, whole.length));
    }
    case 4: {
      const whole = Buffer.from(frame(body));
      for (let flips = rng.int(1, 6); flips > 0; flips--) whole[rng.int(0, whole.length - 1)] = rng.int(0, 255);
      return whole;
    }
    case 5:
      return Buffer.concat([noise(rng), frame(body)]);
    default:
      return frame(brokenJson(body, rng));
  }
}

function brokenJson(body: string, rng: Rng): string {
  const at = rng.int(0, body.length);
  return rng.pick([body.slice(0, at), body.slice(at), `${body}${body}`, `[${body}]`, body.replaceAll('"', "'"), body.replace('{', '{{'), `${body.slice(0, at)}\u0000${body.slice(at)}`, '['.repeat(5000), 'null', '3', '""', '{}', '[]']);
}

function noise(rng: Rng): Buffer {
  return Buffer.from(Array.from({ length: rng.int(1, 300) }, () => rng.int(0, 255)));
}
