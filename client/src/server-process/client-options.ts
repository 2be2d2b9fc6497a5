// Options of the language client: document selector, middleware, and settings for documents switched off by hand.

import { Uri, workspace } from 'vscode';
import type { LanguageClientOptions, Middleware } from 'vscode-languageclient';
import { LANGUAGE_ID, type InitializationOptions } from '../../../server/src/protocol/requests.ts';
import { mayHoldDraft } from '../editor/candidates.ts';
import { documentUri, editorUri, isWordDocument, wireUri } from '../word/word-uris.ts';
import { DOCUMENT_SELECTOR } from '../editor/selectors.ts';
import type { Held } from '../editor/held.ts';
import type { SwitchedOff } from '../editor/switched-off.ts';

interface Refusals {
  /** Switched off by hand. */
  readonly silenced: SwitchedOff;
  /** Held back because the server never came back from them. */
  readonly held: Held;
}

export function clientOptions(refusals: Refusals, others: readonly Middleware[]): LanguageClientOptions {
  // In Markdown others format; a second formatter there would have everybody asked which one is to be used.
  const initializationOptions: InitializationOptions = {
    status: true,
    suppressions: true,
    convertsForm: true,
    opensPages: true,
    selects: true,
    reopens: true,
    documents: true,
    formats: [LANGUAGE_ID, 'plaintext'],
  };
  return {
    documentSelector: [...DOCUMENT_SELECTOR],
    initializationOptions,
    diagnosticPullOptions: { onChange: true },
    // The server knows the document alone, the editor its text.
    uriConverters: { code2Protocol: wireUri, protocol2Code: editorUri },
    middleware: combined([onlyDrafts(refusals.held), withRefused(refusals), ...others]),
  };
}

/** A selector cannot exclude; views such as diffs and outputs are held back here. */
function onlyDrafts(held: Held): Middleware {
  return {
    didOpen: async (document, next) => {
      if (mayHoldDraft(document.uri)) await next(document);
    },
    didChange: async (event, next) => {
      if (!mayHoldDraft(event.document.uri)) return;
      held.beforeChange(event.document);
      await next(event);
    },
    didClose: async (document, next) => {
      if (mayHoldDraft(document.uri)) await next(document);
    },
  };
}

/** To the server, a document that is refused is one whose `gouji.enable` is false. */
function withRefused({ silenced, held }: Refusals): Middleware {
  function isRefused(uri: string): boolean {
    const own = editorUri(uri).toString();
    const document = workspace.textDocuments.find((each) => each.uri.toString() === own);
    return silenced.has(own) || (document !== undefined && held.of(document) !== null);
  }
  return {
    workspace: {
      configuration: async (params, token, next) => {
        const items = params.items.map((item) => ({ ...item, ...(item.scopeUri !== undefined && { scopeUri: scopeOf(item.scopeUri) }) }));
        const answers: unknown = await next({ items }, token);
        if (!Array.isArray(answers)) return [];
        return answers.map((answer: unknown, index) => {
          const uri = params.items[index]?.scopeUri;
          const off = uri !== undefined && isRefused(uri) && typeof answer === 'object';
          return off ? { ...answer, enable: false } : answer;
        });
      },
    },
  };
}

/** A Word document has the settings of its folder: under its own address the editor would look for those of its text. */
function scopeOf(uri: string): string {
  const document = documentUri(Uri.parse(uri));
  return isWordDocument(document) ? Uri.joinPath(document, '..').toString() : uri;
}

/**
 * All of them as one. Handlers of the workspace lie a level deeper: put together as they are, one room's would hide
 * another's. No two rooms handle the same.
 */
export function combined(parts: readonly Middleware[]): Middleware {
  const workspace = Object.assign({}, ...parts.map((part) => part.workspace)) as Middleware['workspace'];
  return Object.assign({}, ...parts, { workspace }) as Middleware;
}
