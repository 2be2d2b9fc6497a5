// Documents that may be reports: by language, scheme and setting, and the first characters that the probe looks at.

import { workspace, type TextDocument } from 'vscode';
import { LANGUAGE_ID } from '../../../server/src/protocol/requests.ts';
import { isExcludedScheme } from '../../../server/src/protocol/schemes.ts';
import { looksLikeReport, PROBE_LENGTH } from '../../../server/src/parse/document/probe.ts';
import { isSelected } from './selectors.ts';

/** Our language, or a document that is probed; views such as diffs and outputs are left alone. */
export function isCandidate(document: TextDocument): boolean {
  return isSelected(document) && !isExcludedScheme(document.uri.toString());
}

/** Whether the server has anything to do with this document. */
export function concernsServer(document: TextDocument): boolean {
  if (!isCandidate(document)) return false;
  if (!isEnabled(document)) return false;
  if (document.languageId === LANGUAGE_ID) return true;
  return workspace.getConfiguration('gouji', document).get('probe', true) && looksLikeReport(beginningOf(document));
}

/** Whether the settings let this document be checked. */
export function isEnabled(document: TextDocument): boolean {
  return workspace.getConfiguration('gouji', document).get('enable', true);
}

/** The first lines, up to the probe's length; a huge file is never copied whole. */
export function beginningOf(document: TextDocument): string {
  const lines: string[] = [];
  let length = 0;
  for (let line = 0; line < document.lineCount && length < PROBE_LENGTH; line++) {
    const { text } = document.lineAt(line);
    lines.push(text);
    length += text.length + 1;
  }
  return lines.join('\n');
}
