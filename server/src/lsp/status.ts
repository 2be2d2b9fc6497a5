// What does our own client show in its status item? Sent once a version, to clients that asked for it.

import type { Connection } from 'vscode-languageserver';
import { uncheckedReasons } from '../findings/equation-words.ts';
import { evaluateEquations } from '../equations/evaluate.ts';
import { NO_EQUATIONS } from '../equations/evaluate.ts';
import type { OpenDocument } from './documents.ts';
import { unawaited } from './guard.ts';
import { STATUS_METHOD, type StatusParams } from '../protocol/requests.ts';
import type { Validation } from './validator.ts';

export function statusReporter(connection: Connection): (document: OpenDocument, validation: Validation) => void {
  const sent = new WeakMap<OpenDocument, string>();
  return (document, validation) => {
    const params = statusOf(document.uri, validation);
    const fingerprint = JSON.stringify(params);
    if (sent.get(document) === fingerprint) return;
    sent.set(document, fingerprint);
    unawaited(connection.sendNotification(STATUS_METHOD, params));
  };
}

function statusOf(uri: string, { version, analysis }: Validation): StatusParams {
  const form = analysis?.report.form;
  return {
    uri,
    version,
    recognised: analysis?.report.recognised ?? false,
    form: form?.id ?? null,
    hybrid: form?.hybrid ?? false,
    evidence: { rows: form?.byRows ?? null, headers: form?.byHeaders ?? null, year: form?.byYear ?? null },
    year: analysis?.report.year?.value ?? null,
    unit: analysis?.report.unit ?? null,
    equations: analysis?.check.equations ?? NO_EQUATIONS,
    blanks: analysis?.report.recognised === true ? evaluateEquations(analysis.report).filling.size : 0,
    uncheckedReasons: analysis?.report.recognised === true ? uncheckedReasons(analysis.report, evaluateEquations(analysis.report)) : [],
    silenced: analysis?.check.silenced ?? 0,
  };
}
