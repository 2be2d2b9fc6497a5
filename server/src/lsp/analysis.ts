// Cache of parse and check results of open documents: parsed once a version, checked once a version, set of rules and
// `.gouji.json`.

import { checkReport } from '../check.ts';
import { NOTHING_FOUND, type CheckResult } from '../findings/finding.ts';
import type { FileSuppressions } from '../suppressions/suppression.ts';
import type { CellKey } from '../forms/form.ts';
import { parseReport } from '../parse/parse.ts';
import type { Report } from '../parse/model.ts';
import { looksLikeReport } from '../parse/document/probe.ts';
import type { OpenDocument } from './documents.ts';
import { LANGUAGE_ID } from '../protocol/requests.ts';
import type { Settings } from './settings.ts';

export interface Analysis {
  readonly report: Report;
  readonly check: CheckResult;
}

interface Entry {
  readonly version: number;
  /** Null: nothing in the text hints at a report. */
  readonly report: Report | null;
  /** Cells whose number the person changed since opening: fixes keep what was meant. */
  readonly edited: ReadonlySet<CellKey>;
  checked: { readonly rules: Settings['rules']; readonly remarks: FileSuppressions; readonly result: CheckResult } | null;
}

export interface Analyser {
  /** The report of the current version; null where the settings or the text say that it is none. */
  readonly report: (document: OpenDocument, settings: Settings) => Report | null;
  /** Report and findings; a text that is not recognised has no findings. */
  readonly analyse: (document: OpenDocument, settings: Settings) => Analysis | null;
}

/** `remarksOf` says what `.gouji.json` holds about a document. */
export function createAnalyser(remarksOf: (uri: string) => FileSuppressions): Analyser {
  const entries = new WeakMap<OpenDocument, Entry>();

  function entryOf(document: OpenDocument): Entry {
    const known = entries.get(document);
    if (known?.version === document.version) return known;
    const text = document.content.getText();
    const candidate = document.languageId === LANGUAGE_ID || looksLikeReport(text);
    const current = candidate ? parseReport(text) : null;
    const edited = known === undefined ? new Set<CellKey>() : editedSince(known, current);
    const entry: Entry = { version: document.version, report: current, edited, checked: null };
    entries.set(document, entry);
    return entry;
  }

  function report(document: OpenDocument, settings: Settings): Report | null {
    if (!settings.enable) return null;
    if (document.languageId !== LANGUAGE_ID && !settings.probe) return null;
    return entryOf(document).report;
  }

  function analyse(document: OpenDocument, settings: Settings): Analysis | null {
    const parsed = report(document, settings);
    if (parsed === null) return null;
    if (!parsed.recognised) return { report: parsed, check: NOTHING_FOUND };
    const entry = entryOf(document);
    const { rules } = settings;
    const remarks = remarksOf(document.uri);
    if (entry.checked?.rules !== rules || entry.checked.remarks !== remarks) {
      entry.checked = { rules, remarks, result: checkReport(parsed, { levels: rules, edited: entry.edited, remarks }) };
    }
    return { report: parsed, check: entry.checked.result };
  }

  return { report, analyse };
}

/** The cells edited before, and those that say another number now. */
function editedSince({ report, edited }: Entry, current: Report | null): ReadonlySet<CellKey> {
  if (report === null || current === null) return edited;
  const changed = [...current.cells.values()].filter((cell) => {
    const before = report.cells.get(cell.key);
    return before !== undefined && before.text !== cell.text;
  });
  return changed.length === 0 ? edited : new Set([...edited, ...changed.map((cell) => cell.key)]);
}
