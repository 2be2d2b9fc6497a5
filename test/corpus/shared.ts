// Path of the published reports, beside the repository or nowhere: tests choose what to run when they load.

import { fileURLToPath } from 'node:url';
import { sharedFolder } from '../accuracy/corpus.ts';
import { readText, type Reading } from '../accuracy/score.ts';

/** The folder with the shared material, or null in a clone that stands alone. */
export const SHARED = sharedFolder(fileURLToPath(new URL('../..', import.meta.url)));

/** Reads a text that must not cause an exception. */
export function read(text: string): Reading {
  const reading = readText(text);
  if (reading instanceof Error) throw reading;
  return reading;
}
