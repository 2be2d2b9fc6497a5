// Documents that are looked at, whatever VS Code takes them for.

import { expect, it } from 'vitest';
import { DOCUMENT_SELECTOR, isSelected } from '../../client/src/editor/selectors.ts';

it.each([
  ['ini', 'untitled', true],
  ['gov-report', 'untitled', true],
  ['gov-report', 'file', true],
  ['plaintext', 'vscode-vfs', true],
  ['markdown', 'file', true],
  ['html', 'file', true],
  ['ini', 'file', false],
  ['typescript', 'vscode-remote', false],
])('%s in %s: %s', (languageId, scheme, selected) => {
  expect(isSelected({ languageId, uri: { scheme } })).toBe(selected);
  const matches = DOCUMENT_SELECTOR.some((filter) => ('language' in filter ? filter.language === languageId : filter.scheme === scheme));
  expect(matches, 'the selector the server is announced with').toBe(selected);
});
