// Registers the requests that our own client sends beyond LSP.

import { changeFrom, rewriteSuppressions } from '../../suppressions/write.ts';
import { tableCells } from '../../features/requests/cells-request.ts';
import { formRewrite } from '../../features/requests/convert-form-request.ts';
import { equationGroups } from '../../features/requests/equations-request.ts';
import { exportedFile } from '../../features/requests/export-request.ts';
import { filledTable } from '../../features/requests/fill-table-request.ts';
import { readinessParams } from '../../features/readiness.ts';
import { newReport } from '../../features/requests/new-report-request.ts';
import { previousLink } from '../../features/requests/previous-request.ts';
import { reviewNumbers } from '../../features/requests/review-request.ts';
import { sumOfSelection } from '../../features/requests/selection-sum-request.ts';
import { silencedEntries } from '../../features/requests/silenced-request.ts';
import { formView } from '../../features/form-view/form-view.ts';
import { writeCell } from '../../features/form-view/write-cell.ts';
import { textEdit } from '../../features/wire/text-edit.ts';
import { isCellKey } from '../../forms/form.ts';
import { totalsOf } from '../../features/requests/totals.ts';
import { toBase64 } from '../../text/base64.ts';
import { offsetAt, spanOf } from '../../text/lines.ts';
import { MAX_TYPED_UNITS } from '../limits.ts';
import { siblingConfigUri } from '../sibling-config-uri.ts';
import {
  ALIVE_METHOD,
  ANNOTATE_METHOD,
  CELLS_METHOD,
  CHECK_TEXT_METHOD,
  CLEAN_METHOD,
  CONVERT_FORM_METHOD,
  EQUATIONS_METHOD,
  EXPORT_METHOD,
  FILL_METHOD,
  FOLDER_REVIEW_METHOD,
  FORM_VIEW_METHOD,
  NEW_REPORT_METHOD,
  OPEN_DOCUMENT_METHOD,
  PREVIOUS_METHOD,
  SUPPRESSION_METHOD,
  REVIEW_METHOD,
  REVIEW_NOTES_METHOD,
  SAVE_DOCUMENT_METHOD,
  SELECTION_METHOD,
  SILENCED_METHOD,
  TOTALS_METHOD,
  WRITE_CELL_METHOD,
  type ParamsOf,
  type ResultOf,
} from '../../protocol/requests.ts';
import { onWorkspaceRequest, onCustomRequest, type FeatureContext } from '../request-handlers.ts';
import type { CancellationToken } from 'vscode-languageserver';
import { checkReport } from '../../check.ts';
import { toDiagnostics } from '../../features/to-diagnostic.ts';
import { parseReport } from '../../parse/parse.ts';
import { endIfCancelled } from '../guard.ts';
import { withPages } from '../pages.ts';
import { answerNotes, createFolderReview } from '../review-steps.ts';
import type { MethodGroup } from './method-group.ts';

/** All but the files of the workspace, which the search for symbols takes itself. */
export const customRequests: MethodGroup = { capabilities: () => ({}), register };

function register(context: FeatureContext): void {
  onCustomRequest(context, TOTALS_METHOD, ({ analysis, document: { version } }) => ({ version, ...totalsOf(analysis.report) }));
  onCustomRequest(context, EQUATIONS_METHOD, ({ analysis, visible, document: { version } }) => ({
    version,
    groups: equationGroups({ ...analysis, visible }),
    readiness: readinessParams({ ...analysis, visible }),
  }));
  onCustomRequest(context, REVIEW_METHOD, ({ analysis, document: { version } }) => ({ version, numbers: reviewNumbers(analysis.report) }));
  onCustomRequest(context, CELLS_METHOD, ({ analysis, document: { version } }) => ({ version, ...tableCells(analysis.report) }));
  onCustomRequest(context, SELECTION_METHOD, ({ analysis: { report } }, { ranges }) =>
    sumOfSelection(
      report,
      ranges.map((range) => spanOf(report.lines, range)),
    ),
  );
  onCustomRequest(context, FILL_METHOD, ({ analysis: { report }, document: { version } }, { position, block, from }) => ({
    version,
    ...filledTable(report, { offset: offsetAt(report.lines, position), from: isCellKey(String(from)) ? (from ?? null) : null }, block),
  }));
  onCustomRequest(context, CONVERT_FORM_METHOD, ({ analysis, document: { version } }) => {
    const rewrite = formRewrite(analysis.report);
    return rewrite === null ? null : { ...rewrite, version };
  });
  onCustomRequest(context, SUPPRESSION_METHOD, (_asked, params) => rewriteSuppression(params));
  onCustomRequest(context, SILENCED_METHOD, ({ document: { uri } }) => ({ entries: silencedEntries(context.suppressions.of(uri)) }));
  onCustomRequest(context, PREVIOUS_METHOD, ({ analysis }, params) => previousLink(analysis.report, params));
  onCustomRequest(context, FORM_VIEW_METHOD, ({ analysis, visible, document: { uri, version } }, { layout }) => ({
    version,
    ...formView({ ...analysis, visible, previous: context.suppressions.of(uri).previous, knownLayout: layout }),
  }));
  onCustomRequest(context, WRITE_CELL_METHOD, ({ analysis: { report }, document }, { key, text }) => {
    const { version } = document;
    if (!isCellKey(key) || typeof text !== 'string' || text.length > MAX_TYPED_UNITS) return null;
    const writing = writeCell(report, { key, typed: text, read: (next) => document.foresee(next) });
    return writing.kind === 'refused' ? { version, ...writing } : { version, kind: 'edits', edits: writing.edits.map((edit) => textEdit(report.lines, edit)) };
  });
  onCustomRequest(context, EXPORT_METHOD, ({ analysis: { report } }, { kind }) => {
    const { content, notes } = exportedFile(report, kind, context.runtime.writeWord);
    return { bytes: toBase64(typeof content === 'string' ? new TextEncoder().encode(content) : content), notes };
  });
  onCustomRequest(context, ANNOTATE_METHOD, ({ document, analysis: { report }, settings, visible }) =>
    context.wordDocuments.annotate({ uri: document.uri, text: report.text, settings: settings.word }, visible),
  );
  onCustomRequest(context, CLEAN_METHOD, ({ document, analysis: { report } }) => context.wordDocuments.clean(document.uri, report.text));
  onWorkspaceRequest(context, { method: NEW_REPORT_METHOD, uriOf: () => 'untitled' }, (params) => newReport(params));
  onWorkspaceRequest(context, { method: ALIVE_METHOD, uriOf: () => '' }, () => null);
  onWorkspaceRequest(context, { method: OPEN_DOCUMENT_METHOD, uriOf: ({ uri }) => uri }, (params) => context.wordDocuments.open(params));
  onWorkspaceRequest(context, { method: SAVE_DOCUMENT_METHOD, uriOf: ({ uri }) => uri }, async (params) =>
    context.wordDocuments.save(params, (await context.settingsStore.of(params.uri)).word),
  );
  let folderReview: ReturnType<typeof createFolderReview> | undefined;
  onWorkspaceRequest(context, { method: FOLDER_REVIEW_METHOD, uriOf: () => '' }, (step) => (folderReview ??= createFolderReview())(step));
  onWorkspaceRequest(context, { method: REVIEW_NOTES_METHOD, uriOf: () => '' }, answerNotes);
  onWorkspaceRequest(context, { method: CHECK_TEXT_METHOD, uriOf: ({ uri }) => uri }, (params, token) => checkText(context, params, token));
}

function rewriteSuppression({ textDocument: { uri }, text, change, note }: ParamsOf<typeof SUPPRESSION_METHOD>): ResultOf<typeof SUPPRESSION_METHOD> | null {
  const known = changeFrom(change);
  const beside = siblingConfigUri(uri);
  if (known === null || beside === null) return null;
  const answered = known.kind === 'finding' && note !== null ? { ...known, suppression: { ...known.suppression, note } } : known;
  return rewriteSuppressions(text, beside.name, answered);
}

/** The same as the command line says of the file, with the settings and the `.gouji.json` of its folder. */
async function checkText(
  context: FeatureContext,
  { uri, text }: ParamsOf<typeof CHECK_TEXT_METHOD>,
  token: CancellationToken,
): Promise<ResultOf<typeof CHECK_TEXT_METHOD>> {
  const { documents, settingsStore, suppressions, wordDocuments } = context;
  const [settings] = await Promise.all([settingsStore.of(uri), suppressions.load(uri)]);
  // A folder may hold thousands; what is not open is asked for once.
  if (documents.get(uri) === undefined) settingsStore.forget(uri);
  endIfCancelled(token);
  if (!settings.enable) return { kind: 'off' };
  const report = parseReport(text);
  if (!report.recognised) return { kind: 'other' };
  const check = checkReport(report, { levels: settings.rules, suppressions: suppressions.of(uri), ...wordDocuments.remainsOf(uri) });
  const { findings, equations, silenced } = check;
  const readiness = readinessParams({ report, check, visible: findings });
  return { kind: 'report', equations, readiness, silenced, diagnostics: withPages(context)(toDiagnostics(report, findings, uri)) };
}
