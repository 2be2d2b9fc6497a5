// Documents that may be reports: by language, scheme and setting, and the first characters that the probe looks at.

import { workspace, type TextDocument, type Uri } from 'vscode';
import { LANGUAGE_ID } from '../../../server/src/protocol/requests.ts';
import { WORD_SCHEME } from '../../../server/src/protocol/schemes.ts';
import { looksLikeReport, PROBE_LENGTH } from '../../../server/src/parse/document/probe.ts';
import { documentUri } from '../word/word-uris.ts';
import { isSelected } from './selectors.ts';

/** Our language, or a document that is probed; views such as diffs and outputs are left alone. */
export function isCandidate(document: TextDocument): boolean {
  return isSelected(document) && mayHoldDraft(document.uri);
}

/** Whether somebody writes there: diffs, outputs, pages of the web are views. */
export function mayHoldDraft({ scheme }: Pick<Uri, 'scheme'>): boolean {
  return scheme === 'untitled' || scheme === WORD_SCHEME || workspace.fs.isWritableFileSystem(scheme) === true;
}

/** Whether the server has anything to do with this document. */
export function concernsServer(document: TextDocument): boolean {
  if (!isCandidate(document)) return false;
  if (!isEnabled(document)) return false;
  if (document.languageId === LANGUAGE_ID) return true;
  return workspace.getConfiguration('gouji', scopeOf(document)).get('probe', true) && looksLikeReport(beginningOf(document));
}

/** Whether the settings let this document be checked. */
export function isEnabled(document: TextDocument): boolean {
  return workspace.getConfiguration('gouji', scopeOf(document)).get('enable', true);
}

/** Settings of a folder hold for the Word documents in it. */
function scopeOf({ uri, languageId }: TextDocument) {
  return { uri: documentUri(uri), languageId };
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
