// Computes the diagnostics of a document, for pull and push alike.

import type { Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../findings/finding.ts';
import { toDiagnostics } from '../features/to-diagnostic.ts';
import type { Analysis, Session } from './session.ts';
import type { SuppressionsStore } from './suppressions-store.ts';
import { isExcludedScheme } from '../protocol/schemes.ts';
import type { Settings } from './settings.ts';
import type { WordDocuments } from './word-documents.ts';
import type { SettingsStore } from './settings-store.ts';

export interface Validation {
  /** Equal ids, equal diagnostics. */
  readonly id: string;
  readonly version: number;
  readonly items: readonly Diagnostic[];
  readonly analysis: Analysis | null;
  /** The findings that are shown. */
  readonly visible: readonly Finding[];
}

export interface Validator {
  readonly validate: (document: Session) => Promise<Validation>;
}

interface ValidatorContext {
  readonly settingsStore: SettingsStore;
  readonly suppressions: SuppressionsStore;
  readonly wordDocuments: WordDocuments;
  /** Gives each its link to the page of its rule. */
  readonly linked: (diagnostics: readonly Diagnostic[]) => readonly Diagnostic[];
}

export function createValidator({ settingsStore, suppressions, wordDocuments, linked }: ValidatorContext): Validator {
  const last = new WeakMap<Session, Validation>();
  const ids = new WeakMap<object, number>();
  let nextId = 0;

  /** A number for what is the same object as long as it says the same. */
  function numberOf(sameObject: object): number {
    const number = ids.get(sameObject) ?? ++nextId;
    ids.set(sameObject, number);
    return number;
  }

  function idOf(document: Session, settings: Settings): string {
    const { opening, version, typingLine, uri, wordDocument: word } = document;
    const { enable, probe, rules } = settings;
    return [opening, version, typingLine ?? '-', enable, probe, numberOf(rules), numberOf(suppressions.of(uri)), word === null ? '-' : numberOf(word)].join(
      ':',
    );
  }

  async function validate(document: Session): Promise<Validation> {
    const [settings] = await Promise.all([settingsStore.of(document.uri), suppressions.load(document.uri), wordDocuments.load(document.uri)]);
    document.wordDocument = wordDocuments.of(document.uri);
    const known = last.get(document);
    // Between saves the answer of the last save stands, where the person wants it so.
    if (known !== undefined && document.waitsForSave(settings)) return known;
    const id = idOf(document, settings);
    if (known?.id === id) return known;
    const analysis = isExcludedScheme(document.uri) ? null : document.analyse(settings, suppressions.of(document.uri));
    const visible = analysis?.visible ?? [];
    const items = analysis === null ? [] : linked(toDiagnostics(analysis.report, visible, document.uri));
    const validation = { id, version: document.version, items, analysis, visible };
    last.set(document, validation);
    return validation;
  }

  return { validate };
}
