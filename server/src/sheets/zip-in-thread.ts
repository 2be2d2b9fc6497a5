// The zip library for this bundle: what it would do in threads made of text, it does here at once.

import { unzipSync, zipSync, type Unzipped, type UnzipOptions, type Zippable, type ZipOptions } from 'fflate/browser';

export * from 'fflate/browser';

type Done<Result> = (error: null, result: Result) => void;

/** The options may be left out. */
export function zip(data: Zippable, ...rest: [ZipOptions, Done<Uint8Array>] | [Done<Uint8Array>]): void {
  const [options, done] = rest.length === 1 ? [{}, rest[0]] : rest;
  done(null, zipSync(data, options));
}

export function unzip(data: Uint8Array, ...rest: [UnzipOptions, Done<Unzipped>] | [Done<Unzipped>]): void {
  const [options, done] = rest.length === 1 ? [{}, rest[0]] : rest;
  done(null, unzipSync(data, options));
}
