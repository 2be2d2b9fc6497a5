// Delivers diagnostics: pulled where the client can, pushed otherwise, with one validator behind both; and tells our own client the status with each.

import type { CancellationToken, ClientCapabilities, Connection, DocumentDiagnosticReport, ServerCapabilities } from 'vscode-languageserver';
import type { Documents } from '../documents.ts';
import type { Session } from '../session.ts';
import { guarded, logFailure, unawaited } from '../guard.ts';
import { DocumentDiagnosticReportKind } from '../library.ts';
import type { Runtime } from '../runtime.ts';
import type { Validation, Validator } from '../validator.ts';
import { uncheckedReasons } from '../../findings/equation-words.ts';
import { formAfter } from '../../forms/index.ts';
import { evaluateEquations, NO_EQUATIONS } from '../../equations/evaluate.ts';
import { readinessParams } from '../../features/readiness.ts';
import { STATUS_METHOD, type StatusParams } from '../../protocol/requests.ts';
import type { SuppressionsStore } from '../suppressions-store.ts';

/** Announced to everybody, also where they are pushed. */
export const DIAGNOSTICS: ServerCapabilities = { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } };

export interface DiagnosticsContext {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly documents: Documents;
  readonly validator: Validator;
  readonly capabilities: ClientCapabilities;
  /** Told of every answer, once it is on its way: what the person waits for is the squiggle. */
  readonly validated: (document: Session, validation: Validation) => void;
}

/** Starts the right way of delivery; the returned function asks for everything anew (settings changed). */
export function deliverDiagnostics(context: DiagnosticsContext): () => void {
  // Also where they are pushed: pulling is announced to everybody.
  answerPulls(context);
  return pulls(context.capabilities) ? askToPullAgain(context) : push(context);
}

function pulls(capabilities: ClientCapabilities): boolean {
  return capabilities.textDocument?.diagnostic !== undefined;
}

function answerPulls(context: DiagnosticsContext): void {
  const { connection, documents, validator, validated } = context;
  connection.languages.diagnostics.on((params, token: CancellationToken) => {
    const { uri } = params.textDocument;
    const document = documents.get(uri);
    return guarded<DocumentDiagnosticReport>(context, { method: 'textDocument/diagnostic', uri, token }, async () => {
      if (document === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      const validation = await validator.validate(document);
      unawaited(context.runtime.nextTurn().then(() => validated(document, validation)));
      if (validation.id === params.previousResultId) {
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: validation.id };
      }
      return { kind: DocumentDiagnosticReportKind.Full, resultId: validation.id, items: [...validation.items] };
    });
  });
}

function askToPullAgain({ connection, documents, capabilities }: DiagnosticsContext): () => void {
  const refresh = () => {
    if (capabilities.workspace?.diagnostics?.refreshSupport === true) unawaited(connection.languages.diagnostics.refresh());
  };
  documents.onDidSave(({ document }) => {
    // What waited for the save is due; a client that pulls on changes only has to be told.
    const due = document.typingLine !== null || !document.isSettled;
    document.markSaved();
    if (due) refresh();
  });
  return refresh;
}

function push({ connection, runtime, documents, validator, validated }: DiagnosticsContext): () => void {
  const scheduled = new Set<Session>();
  const published = new WeakMap<Session, string>();

  /** Several changes that arrive together are answered once, for the newest version. */
  async function publish(document: Session): Promise<void> {
    if (scheduled.has(document)) return;
    scheduled.add(document);
    await runtime.nextTurn();
    scheduled.delete(document);
    try {
      const validation = await validator.validate(document);
      if (documents.get(document.uri) !== document || published.get(document) === validation.id) return;
      published.set(document, validation.id);
      const { uri } = document;
      const sent = connection.sendDiagnostics({ uri, version: validation.version, diagnostics: [...validation.items] });
      validated(document, validation);
      await sent;
    } catch (error) {
      logFailure(connection, { method: 'publishDiagnostics', uri: document.uri, version: document.version }, error);
    }
  }

  documents.onDidChangeContent(({ document }) => void publish(document));
  documents.onDidSave(({ document }) => {
    document.markSaved();
    void publish(document);
  });
  documents.onDidClose(({ document }) => unawaited(connection.sendDiagnostics({ uri: document.uri, diagnostics: [] })));
  return () => documents.all().forEach((document) => void publish(document));
}

export function statusReporter(connection: Connection, suppressions: Pick<SuppressionsStore, 'of'>): (document: Session, validation: Validation) => void {
  const sent = new WeakMap<Session, string>();
  return (document, validation) => {
    const params = { ...statusOf(document.uri, validation), linked: suppressions.of(document.uri).previous?.path ?? null };
    const fingerprint = JSON.stringify(params);
    if (sent.get(document) === fingerprint) return;
    sent.set(document, fingerprint);
    unawaited(connection.sendNotification(STATUS_METHOD, params));
  };
}

function statusOf(uri: string, { version, analysis, visible }: Validation): Omit<StatusParams, 'linked'> {
  const form = analysis?.report.detectedForm;
  const recognised = analysis?.report.recognised === true ? analysis : null;
  const readiness = recognised === null ? null : readinessParams({ ...recognised, visible });
  return {
    uri,
    version,
    recognised: recognised !== null,
    form: form?.id ?? null,
    hybrid: form?.hybrid ?? false,
    newerForm: form === undefined || form.id === null || form.hybrid ? null : (formAfter(form.form)?.id ?? null),
    evidence: { rows: form?.byRows ?? null, headers: form?.byHeaders ?? null, year: form?.byYear ?? null },
    year: analysis?.report.year?.value ?? null,
    unit: analysis?.report.unit ?? null,
    equations: analysis?.check.equations ?? NO_EQUATIONS,
    readiness,
    silenced: analysis?.check.silenced ?? 0,
    blanks: recognised === null ? 0 : evaluateEquations(recognised.report).filling.size,
    uncheckedReasons: recognised === null ? [] : uncheckedReasons(recognised.report, evaluateEquations(recognised.report)),
  };
}
