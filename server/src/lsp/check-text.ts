// What does the check say of a text that is not open? Our own client reads the files of a folder and asks one by one.

import type { CancellationToken } from 'vscode-languageserver';
import { checkReport } from '../check.ts';
import { toDiagnostics } from '../features/diagnostics.ts';
import { readinessParams } from '../features/readiness.ts';
import { parseReport } from '../parse/parse.ts';
import { endIfCancelled } from './guard.ts';
import { withPages } from './pages.ts';
import type { CHECK_TEXT_METHOD, ParamsOf, ResultOf } from '../protocol/requests.ts';
import type { FeatureContext } from './requests.ts';

/** The same as the command line says of the file, with the settings and the `.gouji.json` of its folder. */
export async function checkText(
  context: FeatureContext,
  { uri, text }: ParamsOf<typeof CHECK_TEXT_METHOD>,
  token: CancellationToken,
): Promise<ResultOf<typeof CHECK_TEXT_METHOD>> {
  const { documents, settingsStore, remarks } = context;
  const [settings] = await Promise.all([settingsStore.of(uri), remarks.load(uri)]);
  // A folder may hold thousands; what is not open is asked for once.
  if (documents.get(uri) === undefined) settingsStore.forget(uri);
  endIfCancelled(token);
  if (!settings.enable) return { kind: 'off' };
  const report = parseReport(text);
  if (!report.recognised) return { kind: 'other' };
  const check = checkReport(report, { levels: settings.rules, remarks: remarks.of(uri) });
  const { findings, equations, silenced } = check;
  const readiness = readinessParams({ report, check, visible: findings });
  return { kind: 'report', equations, readiness, silenced, diagnostics: withPages(context)(toDiagnostics(report, findings, uri)) };
}
