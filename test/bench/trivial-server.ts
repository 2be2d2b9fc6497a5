// The least a language server can be: every version of a document gets one diagnostic, where a mark stands. The yardstick of the bench.

import { createConnection, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { MARK } from './trivial-mark.ts';

const connection = createConnection();
const documents = new TextDocuments(TextDocument);

connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));
documents.onDidChangeContent(({ document }) => {
  const at = document.getText().indexOf(MARK);
  const range = { start: document.positionAt(at), end: document.positionAt(at + MARK.length) };
  void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: at < 0 ? [] : [{ range, message: MARK }] });
});
documents.listen(connection);
connection.listen();
