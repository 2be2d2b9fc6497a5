// Writes the package anew with Zopfli: the same files, deflated as small as the format allows, and the same bytes each time.

import { deflateAsync } from '@gfx/zopfli';
import { unzipSync, Zip, ZipPassThrough } from 'fflate';

/** More bring some hundred bytes in three megabytes. */
const ITERATIONS = 5;
/** The earliest year that an archive can name is 1980; of the files' own times nobody has need. */
const WRITTEN = '2000-01-01T12:00:00Z';
const DEFLATE = 8;

/** Takes the bytes of an archive and returns those of the smaller one, with its files in the same order. */
export async function repacked(archive) {
  const chunks = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [name, content] of Object.entries(unzipSync(archive))) {
    const entry = new Deflated(name, await deflateAsync(content, { numiterations: ITERATIONS }));
    zip.add(entry);
    entry.push(content, true);
  }
  zip.end();
  return Buffer.concat(chunks);
}

/** An entry whose content was deflated before: the library writes the archive around it. */
class Deflated extends ZipPassThrough {
  constructor(name, deflated) {
    super(name);
    this.compression = DEFLATE;
    this.mtime = WRITTEN;
    this.deflated = deflated;
  }

  process(_, final) {
    this.ondata(null, this.deflated, final);
  }
}
