// Entry of a worker thread: examines the files it is sent, one after the other.

import { type MessagePort } from 'node:worker_threads';
import { createExaminer, type Examiner } from './examine.ts';
import type { Outcome } from './outcome.ts';
import type { LoadDocuments } from './document-bundle.ts';
import type { RawReading } from './file-content.ts';
import type { Settings } from './run-settings.ts';
import { createReviewWorker, type ReviewSettings, type ReviewWork } from './review/review-worker.ts';
import type { FileTarget } from './targets.ts';

/** A file that the thread reads itself, or what came through a pipe. */
export type Work = FileTarget | { readonly kind: 'bytes'; readonly path: string; readonly raw: RawReading };

/** `settings` come from our own main thread. */
export function serve(port: MessagePort, settings: Settings | ReviewSettings, load: LoadDocuments): void {
  if ('kind' in settings) {
    const review = createReviewWorker(settings, load);
    port.on('message', (work: ReviewWork) => port.postMessage(review(work)));
    return;
  }
  const examiner = createExaminer(settings, load);
  port.on('message', (work: Work) => port.postMessage(examineWork(examiner, work)));
}

export function examineWork(examiner: Examiner, work: Work): Outcome {
  return work.kind === 'file' ? examiner.file(work) : examiner.stream(work.path, work.raw);
}
