// Options of the language client: document selector, middleware, and settings for documents switched off by hand.

import { workspace } from 'vscode';
import type { LanguageClientOptions, Middleware } from 'vscode-languageclient';
import { LANGUAGE_ID, type InitializationOptions } from '../../../server/src/protocol/requests.ts';
import { isExcludedScheme } from '../../../server/src/protocol/schemes.ts';
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
    formats: [LANGUAGE_ID, 'plaintext'],
  };
  return {
    documentSelector: [...DOCUMENT_SELECTOR],
    initializationOptions,
    diagnosticPullOptions: { onChange: true },
    middleware: combined([onlyDrafts(refusals.held), withRefused(refusals), ...others]),
  };
}

/** A selector cannot exclude; views such as diffs and outputs are held back here. */
function onlyDrafts(held: Held): Middleware {
  return {
    didOpen: async (document, next) => {
      if (!isExcludedScheme(document.uri.toString())) await next(document);
    },
    didChange: async (event, next) => {
      if (isExcludedScheme(event.document.uri.toString())) return;
      held.beforeChange(event.document);
      await next(event);
    },
    didClose: async (document, next) => {
      if (!isExcludedScheme(document.uri.toString())) await next(document);
    },
  };
}

/** To the server, a document that is refused is one whose `gouji.enable` is false. */
function withRefused({ silenced, held }: Refusals): Middleware {
  function isRefused(uri: string): boolean {
    const document = workspace.textDocuments.find((each) => each.uri.toString() === uri);
    return silenced.has(uri) || (document !== undefined && held.of(document) !== null);
  }
  return {
    workspace: {
      configuration: async (params, token, next) => {
        const answers: unknown = await next(params, token);
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

/**
 * All of them as one. Handlers of the workspace lie a level deeper: put together as they are, one room's would hide
 * another's. No two rooms handle the same.
 */
export function combined(parts: readonly Middleware[]): Middleware {
  const workspace = Object.assign({}, ...parts.map((part) => part.workspace)) as Middleware['workspace'];
  return Object.assign({}, ...parts, { workspace }) as Middleware;
}
