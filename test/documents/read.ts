// Reads a document in a test as the product does, or fails.

import type { OpenDocument } from '../../server/src/documents/document.ts';
import { openDocument } from '../../server/src/documents/open-document.ts';

export function opened(bytes: Uint8Array, name = '年报.docx'): OpenDocument {
  const opening = openDocument(bytes, name);
  if (opening === null || 'problem' in opening) throw new Error(`${name} cannot be read: ${opening?.problem ?? 'it is a text'}`);
  return opening;
}
