// Which bytes of standard input are messages? What is no frame is dropped, so that one bad header does not deafen the server:
// the library would read every later header together with what was left of the message before it.

import { Transform } from 'node:stream';
import { Turns } from '../text/turns.ts';

const HEADER_END = Buffer.from('\r\n\r\n');
/** The last one before the empty line counts: whatever stands before it on its line is rubble of another message. */
const LENGTH = /content-length:[ \t]*(\d{1,9})[ \t]*(?=\r\n)/giu;
/** No other header is of use, and none is longer. */
const MAX_HEADER_BYTES = 4096;
/** Room for the largest file the command line reads with every character escaped; a larger number is a mistake that would be waited for. */
const MAX_BODY_BYTES = 512 * 1024 * 1024;
/** Never part of a message: JSON has no line break inside a string, and no word outside one. */
const NEXT_FRAME = /content-length:[ \t]*\d{1,9}[ \t]*\r\n/iu;
const LONGEST_LENGTH_BYTES = 64;
const NEXT_FRAME_WORD = Buffer.from('Content-Length:');

/** Passes whole messages on, each behind a header of our own. */
export function wholeFrames(): Transform {
  let chunks: Buffer[] = [];
  /** Of the chunks. */
  let length = 0;
  /** Of the message begun; null between messages. */
  let due: number | null = null;

  function hold(bytes: Buffer): void {
    chunks = bytes.length === 0 ? [] : [bytes];
    length = bytes.length;
  }

  /** The rest behind the header, if there is one to be found. */
  function begin(bytes: Buffer): Buffer | null {
    const end = bytes.indexOf(HEADER_END);
    if (end < 0) {
      hold(bytes.subarray(Math.max(0, bytes.length - MAX_HEADER_BYTES)));
      return null;
    }
    const header = bytes.toString('latin1', 0, end + 2);
    const said = Number([...header.matchAll(LENGTH)].at(-1)?.[1] ?? Number.POSITIVE_INFINITY);
    due = said <= MAX_BODY_BYTES ? said : null;
    return bytes.subarray(end + HEADER_END.length);
  }

  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      length += chunk.length;
      // A long message comes in many chunks: they are joined once, unless another header shows that it was cut short.
      if (due !== null && length < due && !chunk.includes(NEXT_FRAME_WORD)) return done();
      let rest: Buffer | null = chunks.length === 1 ? chunk : Buffer.concat(chunks);
      hold(Buffer.alloc(0));
      const turns = new Turns(2 * rest.length);
      while (turns.more() && rest !== null) {
        if (due === null) {
          rest = begin(rest);
          continue;
        }
        const body: Buffer = rest.subarray(0, due);
        const cut = nextFrame(rest, due);
        if (cut !== null) {
          rest = rest.subarray(cut);
          due = null;
        } else if (body.length < due) {
          hold(rest);
          rest = null;
        } else {
          this.push(Buffer.concat([Buffer.from(`Content-Length: ${due}\r\n\r\n`), body]));
          rest = rest.subarray(due);
          due = null;
        }
      }
      done();
    },
  });
}

/** Where another message begins before this one, by its length, ends. */
function nextFrame(bytes: Buffer, due: number): number | null {
  const looked = bytes.subarray(0, due + LONGEST_LENGTH_BYTES);
  if (!looked.includes(NEXT_FRAME_WORD)) return null;
  const at = looked.toString('latin1').search(NEXT_FRAME);
  return at < 0 || at >= due ? null : at;
}
