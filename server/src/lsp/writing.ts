// How are the requests answered that write whole reports? They come from our own client, with what it found in the workspace.

import { newReport } from '../features/new-report.ts';
import { guarded } from './guard.ts';
import { NEW_REPORT_METHOD, type NewReportParams, type NewReportResult } from './protocol.ts';
import type { FeatureContext } from './requests.ts';

export function answerWriting({ connection, runtime }: FeatureContext): void {
  connection.onRequest<NewReportResult, never>(NEW_REPORT_METHOD, (params: NewReportParams, token) =>
    guarded<NewReportResult>({ connection, runtime, place: () => ({ method: NEW_REPORT_METHOD, uri: 'untitled', version: null }), token }, () =>
      Promise.resolve(newReport(params)),
    ),
  );
}
