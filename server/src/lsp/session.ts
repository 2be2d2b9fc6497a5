// Session: all that the server keeps of one open document, from opening to closing: text, report, findings, and what was answered.

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { checkReport } from '../check.ts';
import type { OpenDocument } from '../documents/document.ts';
import { refusedEdits, takesEdits } from '../features/edit-refused.ts';
import { withoutDeferred } from '../features/to-diagnostic.ts';
import type { Edit } from '../text/edits.ts';
import { NOTHING_FOUND, type CheckResult, type Finding } from '../findings/finding.ts';
import type { CellKey } from '../forms/form.ts';
import { looksLikeReport } from '../parse/document/probe.ts';
import type { Report } from '../parse/model.ts';
import { parseReport } from '../parse/parse.ts';
import { ReportMemory } from '../parse/report-memory.ts';
import { LANGUAGE_ID } from '../protocol/requests.ts';
import type { FileSuppressions } from '../suppressions/suppression.ts';
import type { Settings } from './settings.ts';

export interface Analysis {
  readonly report: Report;
  readonly check: CheckResult;
  /** All that the check found, less what waits while it is being typed: the one list for everything that shows findings. */
  readonly visible: readonly Finding[];
}

/** Parsed once a version. */
interface Parsed {
  readonly version: number;
  /** Null: nothing in the text hints at a report. */
  readonly report: Report | null;
  /** Cells whose number the person changed since opening: fixes keep what was meant. */
  readonly edited: ReadonlySet<CellKey>;
}

/** Checked once a report, set of rules and `.gouji.json`. */
interface Checked {
  readonly report: Report;
  readonly rules: Settings['rules'];
  readonly suppressions: FileSuppressions;
  readonly document: OpenDocument | null;
  readonly result: CheckResult;
}

export class Session {
  readonly uri: string;
  readonly languageId: string;
  /** Tells one opening of a document from the next: versions may start anew. */
  readonly opening: number;
  content: TextDocument;
  /** The line being typed; null after opening and saving, when nothing has to wait for it. */
  typingLine: number | null = null;
  /** The version that was opened or saved last. */
  private savedVersion: number;
  private parsed: Parsed | null = null;
  private checked: Checked | null = null;
  /** A reading of a text that this document may have next. */
  private foreseen: Report | null = null;
  private readonly memory = new ReportMemory();
  /** The Word document behind the text, as it was opened or saved last. */
  wordDocument: OpenDocument | null = null;
  private refused: { readonly version: number; readonly document: OpenDocument; readonly findings: readonly Finding[] } | null = null;

  constructor(content: TextDocument, opening: number) {
    this.uri = content.uri;
    this.languageId = content.languageId;
    this.opening = opening;
    this.content = content;
    this.savedVersion = content.version;
  }

  get version(): number {
    return this.content.version;
  }

  /** Nothing was changed since it was opened or saved. */
  get isSettled(): boolean {
    return this.version === this.savedVersion;
  }

  markSaved(): void {
    this.typingLine = null;
    this.savedVersion = this.version;
  }

  /** Who wants findings on saving wants no judgement of what is being typed before. */
  waitsForSave({ enable, run }: Settings): boolean {
    return enable && run === 'onSave' && !this.isSettled;
  }

  /** The report of the current version; null where the settings or the text say that it is none. */
  report(settings: Settings): Report | null {
    if (!settings.enable) return null;
    if (this.languageId !== LANGUAGE_ID && !settings.probe) return null;
    return this.parse().report;
  }

  /** Report and findings, `suppressions` being what `.gouji.json` holds about it; a text that is not recognised has no findings. */
  analyse(settings: Settings, suppressions: FileSuppressions): Analysis | null {
    const report = this.report(settings);
    if (report === null) return null;
    if (!report.recognised) return { report, check: NOTHING_FOUND, visible: this.refusals() };
    const check = this.check(report, settings, suppressions);
    return { report, check, visible: [...this.refusals(), ...withoutDeferred(report, check.findings, this.typingLine)] };
  }

  /** Reads a text that an edit would make of this one. Where it is made, the reading is taken over: no text is parsed twice. */
  foresee(text: string): Report {
    this.foreseen = parseReport(text, this.memory);
    return this.foreseen;
  }

  /** Whether the document behind the text, if there is one, can take edits of it. */
  takes(edits: readonly Edit[]): boolean {
    return this.wordDocument === null || takesEdits(this.wordDocument, this.content.getText(), edits);
  }

  private refusals(): readonly Finding[] {
    const { wordDocument: document, version } = this;
    if (document === null) return [];
    if (this.refused?.version !== version || this.refused.document !== document)
      this.refused = { version, document, findings: refusedEdits(document, this.content.getText()) };
    return this.refused.findings;
  }

  private parse(): Parsed {
    if (this.parsed?.version === this.version) return this.parsed;
    const text = this.content.getText();
    const candidate = this.languageId === LANGUAGE_ID || looksLikeReport(text);
    const report = !candidate ? null : this.foreseen?.text === text ? this.foreseen : parseReport(text, this.memory);
    this.foreseen = null;
    this.parsed = { version: this.version, report, edited: this.parsed === null ? new Set<CellKey>() : editedSince(this.parsed, report) };
    return this.parsed;
  }

  private check(report: Report, { rules }: Settings, suppressions: FileSuppressions): CheckResult {
    const { wordDocument: document } = this;
    if (this.checked?.report !== report || this.checked.rules !== rules || this.checked.suppressions !== suppressions || this.checked.document !== document) {
      const remains = document === null ? {} : { remains: document.remains() };
      const result = checkReport(report, { levels: rules, edited: this.parse().edited, suppressions, ...remains });
      this.checked = { report, rules, suppressions, document, result };
    }
    return this.checked.result;
  }
}

/** The cells edited before, and those that say another number now. */
function editedSince({ report, edited }: Parsed, current: Report | null): ReadonlySet<CellKey> {
  if (report === null || current === null) return edited;
  const changed = [...current.cells.values()].filter((cell) => {
    const before = report.cells.get(cell.key);
    return before !== undefined && before.text !== cell.text;
  });
  return changed.length === 0 ? edited : new Set([...edited, ...changed.map((cell) => cell.key)]);
}
