// What does a worker thread do? It examines the files it is sent, one after the other.

import { type MessagePort } from 'node:worker_threads';
import { createExaminer } from './examine.ts';
import type { Settings } from './settings.ts';
import type { FileTarget } from './targets.ts';

/** `settings` come from our own main thread. */
export function serve(port: MessagePort, settings: Settings): void {
  const examiner = createExaminer(settings);
  port.on('message', (target: FileTarget) => port.postMessage(examiner.file(target)));
}
