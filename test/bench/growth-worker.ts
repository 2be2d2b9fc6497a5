// Measures one text in a thread of its own, so that a text that never ends can be stopped.

import { parentPort, workerData } from 'node:worker_threads';
import { readText } from '../accuracy/score.ts';

const { head, piece, length, rounds } = workerData as { head: string; piece: string; length: number; rounds: number };
const text = head + piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
let best = Number.POSITIVE_INFINITY;
for (let round = 0; round < rounds; round++) {
  const began = performance.now();
  const reading = readText(text);
  if (reading instanceof Error) throw reading;
  best = Math.min(best, performance.now() - began);
}
parentPort?.postMessage(best);
