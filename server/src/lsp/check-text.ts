// What does the check say of a text that is not open? Our own client reads the files of a folder and asks one by one.

import type { CancellationToken } from 'vscode-languageserver';
import { checkReport } from '../check/check.ts';
import { toDiagnostics } from '../features/diagnostics.ts';
import { parseReport } from '../report/parse.ts';
import { guarded } from './guard.ts';
import { CHECK_TEXT_METHOD, type CheckTextParams, type CheckTextResult } from './protocol.ts';
import type { FeatureContext } from './requests.ts';

export function answerCheckText(context: FeatureContext): void {
  context.connection.onRequest<CheckTextResult, never>(CHECK_TEXT_METHOD, (params: CheckTextParams, token: CancellationToken) =>
    guarded<CheckTextResult>(context, { method: CHECK_TEXT_METHOD, uri: params.uri, token }, () => checkText(context, params)),
  );
}

/** The same as the command line says of the file, with the settings and the `.gouji.json` of its folder. */
async function checkText({ documents, settingsStore, remarks }: FeatureContext, { uri, text }: CheckTextParams): Promise<CheckTextResult> {
  const [settings] = await Promise.all([settingsStore.of(uri), remarks.load(uri)]);
  // A folder may hold thousands; what is not open is asked for once.
  if (documents.get(uri) === undefined) settingsStore.forget(uri);
  if (!settings.enable) return { kind: 'off' };
  const report = parseReport(text);
  if (!report.recognised) return { kind: 'other' };
  const { findings, equations } = checkReport(report, { levels: settings.rules, remarks: remarks.of(uri) });
  return { kind: 'report', equations, diagnostics: toDiagnostics(report, findings, uri) };
}
