// Which diagnostics does a document have now? The one answer behind both pull and push.

import type { Diagnostic } from 'vscode-languageserver';
import { toDiagnostics, withoutWaiting } from '../features/diagnostics.ts';
import type { Analyser, Analysis } from './analysis.ts';
import type { OpenDocument } from './documents.ts';
import { isLeftAlone } from './schemes.ts';
import type { Settings } from './settings.ts';
import type { SettingsStore } from './settings-store.ts';

export interface Validation {
  /** Equal ids, equal diagnostics. */
  readonly id: string;
  readonly version: number;
  readonly items: readonly Diagnostic[];
  readonly analysis: Analysis | null;
}

export interface Validator {
  readonly validate: (document: OpenDocument) => Promise<Validation>;
}

export function createValidator(analyser: Analyser, settingsStore: SettingsStore): Validator {
  const last = new WeakMap<OpenDocument, Validation>();
  const ids = new WeakMap<Settings['rules'], number>();
  let nextId = 0;

  function idOf(document: OpenDocument, settings: Settings): string {
    let rulesId = ids.get(settings.rules);
    if (rulesId === undefined) ids.set(settings.rules, (rulesId = ++nextId));
    const { opening, version, typingLine } = document;
    return [opening, version, typingLine ?? '-', settings.enable, settings.probe, rulesId].join(':');
  }

  async function validate(document: OpenDocument): Promise<Validation> {
    const settings = await settingsStore.of(document.uri);
    const known = last.get(document);
    // Between saves the answer of the last save stands, where the person wants it so.
    const waitsForSave = settings.enable && settings.run === 'onSave' && document.version !== document.settledVersion;
    if (waitsForSave && known !== undefined) return known;
    const id = idOf(document, settings);
    if (known?.id === id) return known;
    const analysis = isLeftAlone(document.uri) ? null : analyser.analyse(document, settings);
    const validation = { id, version: document.version, items: itemsOf(document, analysis), analysis };
    last.set(document, validation);
    return validation;
  }

  return { validate };
}

function itemsOf(document: OpenDocument, analysis: Analysis | null): readonly Diagnostic[] {
  if (analysis === null) return [];
  const { report, check } = analysis;
  return toDiagnostics(report, withoutWaiting(report, check.findings, document.typingLine), document.uri);
}
