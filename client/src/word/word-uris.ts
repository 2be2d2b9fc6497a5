// Addresses of Word documents and of the texts that stand for them in the editor. The server only ever hears of the document.

import { Uri } from 'vscode';
import { WORD_SCHEME } from '../../../server/src/protocol/schemes.ts';

/** The name of the text ends as our own language does, so that no editor for documents claims it. */
const TEXT_SUFFIX = '.nb.txt';
const DOCUMENT = /\.docx$/iu;

export function isWordDocument({ scheme, path }: Uri): boolean {
  return scheme !== WORD_SCHEME && DOCUMENT.test(path);
}

/** The text of a document; of anything else the address itself. */
export function textUri(uri: Uri): Uri {
  if (!isWordDocument(uri)) return uri;
  const { scheme, authority, path } = uri;
  // An authority of its own would lose its capitals.
  return Uri.from({ scheme: WORD_SCHEME, path: path + TEXT_SUFFIX, query: scheme === 'file' && authority === '' ? '' : `${scheme}://${authority}` });
}

/** The document of a text; of anything else the address itself. */
export function documentUri(uri: Uri): Uri {
  if (uri.scheme !== WORD_SCHEME) return uri;
  const [scheme = 'file', authority = ''] = uri.query === '' ? [] : uri.query.split('://', 2);
  return Uri.from({ scheme, authority, path: uri.path.slice(0, -TEXT_SUFFIX.length) });
}

/** As the server knows it. */
export function wireUri(uri: Uri): string {
  return documentUri(uri).toString();
}

/** As the editor knows what the server names. */
export function editorUri(wire: string): Uri {
  return textUri(Uri.parse(wire));
}

/** Parameters of a request of our own, with the addresses that the server knows. */
export function onWire<Params>(params: Params): Params {
  if (typeof params !== 'object' || params === null) return params;
  const { uri, textDocument } = params as { readonly uri?: unknown; readonly textDocument?: { readonly uri?: unknown } };
  const isText = (value: unknown): value is string => typeof value === 'string' && value.startsWith(`${WORD_SCHEME}:`);
  return {
    ...params,
    ...(isText(uri) && { uri: wireUri(Uri.parse(uri)) }),
    ...(isText(textDocument?.uri) && { textDocument: { ...textDocument, uri: wireUri(Uri.parse(textDocument.uri)) } }),
  };
}
