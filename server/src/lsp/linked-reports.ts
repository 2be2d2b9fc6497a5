// Reads the linked report of last year where it is readable; where not, nothing is claimed of it.

import { parseReport } from '../parse/parse.ts';
import { linkedUri } from '../suppressions/linked-path.ts';
import type { FileSuppressions } from '../suppressions/suppression.ts';
import { MAX_FOLDERS } from './limits.ts';
import type { RuntimeFiles } from './runtime.ts';

export interface LinkedReports {
  /** To be awaited before `of`. */
  readonly load: (uri: string, suppressions: FileSuppressions) => Promise<void>;
  /** The suppressions with last year's file; the same object until one of the two changes. */
  readonly of: (uri: string, suppressions: FileSuppressions) => FileSuppressions;
  readonly forget: (uri: string) => void;
  /** A file has changed: whether it is one that was read, which is read anew. */
  readonly changed: (file: string) => boolean;
}

interface Entry {
  readonly target: string;
  readonly suppressions: FileSuppressions;
  readonly stamp: string | null;
  readonly linked: FileSuppressions;
}

/** `files` are asked in turn: this machine's, which tell of changes, and those that the client reads; `watch` hears of each file once it is read. */
export function createLinkedReports(files: readonly RuntimeFiles[], watch: (file: string) => void): LinkedReports {
  const known = new Map<string, Entry>();

  async function load(uri: string, suppressions: FileSuppressions): Promise<void> {
    const { previous } = suppressions;
    const target = previous === null ? null : linkedUri(uri, previous.path);
    const reader = target === null ? undefined : files.find((each) => each.stamp(target) !== null);
    if (previous === null || target === null || reader === undefined) {
      known.delete(uri);
      return;
    }
    const stamp = reader.stamp(target);
    const entry = known.get(uri);
    if (entry?.suppressions === suppressions && entry.stamp === stamp) return;
    watch(target);
    const file = await reader.read(target);
    const report = 'problem' in file || file.text === null ? null : parseReport(file.text);
    known.set(uri, {
      target,
      suppressions,
      stamp,
      linked: report?.recognised === true ? { ...suppressions, previous: { ...previous, linked: report } } : suppressions,
    });
    // Whoever checks a whole tree of folders asks for each once.
    for (const [oldest] of known) if (known.size > MAX_FOLDERS) known.delete(oldest);
  }

  return {
    load,
    of: (uri, suppressions) => {
      const entry = known.get(uri);
      return entry?.suppressions === suppressions ? entry.linked : suppressions;
    },
    forget: (uri) => void known.delete(uri),
    changed: (file) => {
      const of = [...known].flatMap(([uri, { target }]) => (isSameFile(target, file) ? [uri] : []));
      for (const uri of of) known.delete(uri);
      return of.length > 0;
    },
  };
}

/** Clients escape more or fewer characters of a URI. */
function isSameFile(one: string, other: string): boolean {
  return one === other || plain(one) === plain(other);
}

function plain(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
