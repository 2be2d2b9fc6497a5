// Reads one hostile text in a thread of its own, so that a text that never ends can be stopped.

import { parentPort, workerData } from 'node:worker_threads';
import { readText } from '../accuracy/score.ts';
import { HOSTILE, hostileText } from './hostile.ts';

const { index, length } = workerData as { readonly index: number; readonly length: number };
const hostile = HOSTILE[index];
if (hostile !== undefined) {
  const text = hostileText(hostile, length);
  const began = performance.now();
  const reading = readText(text);
  parentPort?.postMessage(reading instanceof Error ? reading.message : performance.now() - began);
}
