// How are the requests answered that write or rewrite whole reports? They come from our own client.

import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import { formRewriteAction } from '../features/code-actions/convert-form.ts';
import { isWanted, REWRITE } from '../features/code-actions/kinds.ts';
import { formRewrite } from '../features/requests/convert-form.ts';
import { newReport } from '../features/requests/new-report.ts';
import { spanOf } from '../text/lines.ts';
import { CONVERT_FORM_COMMAND, CONVERT_FORM_METHOD, NEW_REPORT_METHOD } from './protocol.ts';
import { answerApart, answerOwn, type Asked, type FeatureContext } from './requests.ts';

export function answerWriting(context: FeatureContext): void {
  answerApart(context, { method: NEW_REPORT_METHOD, uriOf: () => 'untitled' }, newReport);
  answerOwn(context, CONVERT_FORM_METHOD, ({ analysis, document: { version } }) => {
    const rewrite = formRewrite(analysis.report);
    return rewrite === null ? null : { ...rewrite, version };
  });
}

/** Only for a client that shows what needs judgement: nothing of the older tables is dropped silently. */
export function formRewrites({ options }: FeatureContext, { analysis: { report, check }, document }: Asked, { range, context: { only } }: CodeActionParams): CodeAction[] {
  if (options.convertsForm !== true || !isWanted(REWRITE, only ?? [''])) return [];
  return formRewriteAction({ report, findings: check.findings }, spanOf(report.lines, range), { uri: document.uri, command: CONVERT_FORM_COMMAND });
}
