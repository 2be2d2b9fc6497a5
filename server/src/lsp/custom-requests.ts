// How is what our own client asks beyond LSP answered?

import { changeFrom, rewriteRemarks } from '../suppressions/write.ts';
import { formRewrite } from '../features/requests/convert-form.ts';
import { equationGroups } from '../features/requests/equations.ts';
import { filledTable } from '../features/requests/fill-table.ts';
import { readinessParams } from '../features/readiness.ts';
import { newReport } from '../features/requests/new-report.ts';
import { previousLink } from '../features/requests/previous.ts';
import { reviewNumbers } from '../features/requests/review.ts';
import { sumOfSelection } from '../features/requests/selection-sum.ts';
import { silencedEntries } from '../features/requests/silenced.ts';
import { totalsOf } from '../features/requests/totals.ts';
import { offsetAt, spanOf } from '../text/lines.ts';
import { besideOf } from './sibling-config-uri.ts';
import { checkText } from './check-text.ts';
import {
  CHECK_TEXT_METHOD,
  CONVERT_FORM_METHOD,
  EQUATIONS_METHOD,
  FILL_METHOD,
  NEW_REPORT_METHOD,
  PREVIOUS_METHOD,
  REMARK_METHOD,
  REVIEW_METHOD,
  SELECTION_METHOD,
  SILENCED_METHOD,
  TOTALS_METHOD,
  type ParamsOf,
  type ResultOf,
} from '../protocol/requests.ts';
import { answerApart, answerOwn, type FeatureContext } from './requests.ts';

/** All but the files of the workspace, which the search for symbols takes itself. */
export function answerOwnRequests(context: FeatureContext): void {
  answerOwn(context, TOTALS_METHOD, ({ analysis, document: { version } }) => ({ version, ...totalsOf(analysis.report) }));
  answerOwn(context, EQUATIONS_METHOD, ({ analysis, visible, document: { version } }) => ({
    version,
    groups: equationGroups({ ...analysis, visible }),
    readiness: readinessParams({ ...analysis, visible }),
  }));
  answerOwn(context, REVIEW_METHOD, ({ analysis, document: { version } }) => ({ version, numbers: reviewNumbers(analysis.report) }));
  answerOwn(context, SELECTION_METHOD, ({ analysis: { report } }, { ranges }) => sumOfSelection(report, ranges.map((range) => spanOf(report.lines, range))));
  answerOwn(context, FILL_METHOD, ({ analysis: { report }, document: { version } }, { position, block }) => ({
    version,
    ...filledTable(report, offsetAt(report.lines, position), block),
  }));
  answerOwn(context, CONVERT_FORM_METHOD, ({ analysis, document: { version } }) => {
    const rewrite = formRewrite(analysis.report);
    return rewrite === null ? null : { ...rewrite, version };
  });
  answerOwn(context, REMARK_METHOD, (_asked, params) => rewriteRemark(params));
  answerOwn(context, SILENCED_METHOD, ({ document: { uri } }) => ({ entries: silencedEntries(context.remarks.of(uri)) }));
  answerOwn(context, PREVIOUS_METHOD, ({ analysis }, params) => previousLink(analysis.report, params));
  answerApart(context, { method: NEW_REPORT_METHOD, uriOf: () => 'untitled' }, (params) => newReport(params));
  answerApart(context, { method: CHECK_TEXT_METHOD, uriOf: ({ uri }) => uri }, (params, token) => checkText(context, params, token));
}

function rewriteRemark({ textDocument: { uri }, text, change, note }: ParamsOf<typeof REMARK_METHOD>): ResultOf<typeof REMARK_METHOD> | null {
  const known = changeFrom(change);
  const beside = besideOf(uri);
  if (known === null || beside === null) return null;
  const answered = known.kind === 'finding' && note !== null ? { ...known, remark: { ...known.remark, note } } : known;
  return rewriteRemarks(text, beside.name, answered);
}
