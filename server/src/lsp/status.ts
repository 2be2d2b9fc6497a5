// Sends our own client the status of each version of a document: form, equations, readiness.

import type { Connection } from 'vscode-languageserver';
import { uncheckedReasons } from '../findings/equation-words.ts';
import { evaluateEquations, NO_EQUATIONS } from '../equations/evaluate.ts';
import { readinessParams } from '../features/readiness.ts';
import type { Session } from './session.ts';
import { unawaited } from './guard.ts';
import { STATUS_METHOD, type StatusParams } from '../protocol/requests.ts';
import type { SuppressionsStore } from './suppressions-store.ts';
import type { Validation } from './validator.ts';

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
