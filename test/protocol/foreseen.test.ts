// A text that was read before an edit made it is not read again, and what was foreseen in vain is forgotten.

import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Session } from '../../server/src/lsp/session.ts';
import { DEFAULT_SETTINGS } from '../../server/src/lsp/settings.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { draftWith } from '../support/draft.ts';

const URI = 'file:///a.nb.txt';
const BEFORE = draftWith({});
const AFTER = draftWith({ 'applications/granted/natural': '7' });

function opened(): Session {
  const session = new Session(TextDocument.create(URI, 'gov-report', 1, BEFORE), 1);
  session.report(DEFAULT_SETTINGS);
  return session;
}

it('takes over the reading of the text that comes', () => {
  const session = opened();
  const foreseen = session.foresee(AFTER);
  session.content = TextDocument.create(URI, 'gov-report', 2, AFTER);
  expect(session.report(DEFAULT_SETTINGS)).toBe(foreseen);
  expect(foreseen).toEqual(parseReport(AFTER));
});

it('reads another text that comes instead, and the foreseen one anew when it comes later', () => {
  const session = opened();
  const foreseen = session.foresee(AFTER);
  const other = draftWith({ 'applications/granted/natural': '9' });
  session.content = TextDocument.create(URI, 'gov-report', 2, other);
  expect(session.report(DEFAULT_SETTINGS)).toEqual(parseReport(other));
  session.content = TextDocument.create(URI, 'gov-report', 3, AFTER);
  expect(session.report(DEFAULT_SETTINGS)).not.toBe(foreseen);
  expect(session.report(DEFAULT_SETTINGS)).toEqual(parseReport(AFTER));
});
