// In which order are the results of a folder told? What is in the way first. Pure, so that it is tested without an editor.

import { weightOf as weightOfReadiness } from '../../editor/light.ts';
import type { CheckedFile } from './list.ts';

/** VS Code's numbers of its severities; its values are there in an editor only. */
export const ERROR = 0;
export const WARNING = 1;

/** Errors first, also those out of sight, then what nobody read, then what is not ready; files alike stay in the order of the folder. */
export function inOrder(files: readonly CheckedFile[]): readonly CheckedFile[] {
  return files.toSorted((one, other) => weightOf(one) - weightOf(other));
}

function weightOf(file: CheckedFile): number {
  if (file.kind === 'unreadable' || file.kind === 'unchecked') return 1;
  if (file.kind === 'document') return 2;
  if (file.kind !== 'report') return 5;
  if (file.diagnostics.some(({ severity }) => severity === ERROR) || weightOfReadiness(file.readiness) === 'error') return 0;
  return file.readiness.ready ? 4 : 3;
}

/** The finding that a line leads to: the heaviest, and of those the first. */
export function firstOf(file: CheckedFile & { readonly kind: 'report' }): (typeof file.diagnostics)[number] | undefined {
  return file.diagnostics.toSorted((one, other) => one.severity - other.severity)[0];
}
