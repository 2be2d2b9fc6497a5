// How is the server talked to? Which documents it sees, and which settings hold for those switched off by hand.

import type { LanguageClientOptions, Middleware } from 'vscode-languageclient';
import { LANGUAGE_ID, type InitializationOptions } from '../../../server/src/protocol/requests.ts';
import { isLeftAlone } from '../../../server/src/protocol/schemes.ts';
import { DOCUMENT_SELECTOR } from '../editor/selectors.ts';
import type { Silenced } from '../editor/silenced.ts';
import { combined } from './middleware.ts';

export function clientOptions(silenced: Silenced, others: readonly Middleware[]): LanguageClientOptions {
  // In Markdown others format; a second formatter there would have everybody asked which one is to be used.
  const initializationOptions: InitializationOptions = { status: true, remarks: true, convertsForm: true, opensPages: true, selects: true, reopens: true, formats: [LANGUAGE_ID, 'plaintext'] };
  return {
    documentSelector: [...DOCUMENT_SELECTOR],
    initializationOptions,
    diagnosticPullOptions: { onChange: true },
    middleware: combined([onlyDrafts, withSilenced(silenced), ...others]),
  };
}

/** A selector cannot exclude; views such as diffs and outputs are held back here. */
const onlyDrafts: Middleware = {
  didOpen: async (document, next) => {
    if (!isLeftAlone(document.uri.toString())) await next(document);
  },
  didChange: async (event, next) => {
    if (!isLeftAlone(event.document.uri.toString())) await next(event);
  },
  didClose: async (document, next) => {
    if (!isLeftAlone(document.uri.toString())) await next(document);
  },
};

/** To the server, a document that was switched off is one whose `gouji.enable` is false. */
function withSilenced(silenced: Silenced): Middleware {
  return {
    workspace: {
      configuration: async (params, token, next) => {
        const answers: unknown = await next(params, token);
        if (!Array.isArray(answers)) return [];
        return answers.map((answer: unknown, index) => {
          const uri = params.items[index]?.scopeUri;
          const off = uri !== undefined && silenced.has(uri) && typeof answer === 'object';
          return off ? { ...answer, enable: false } : answer;
        });
      },
    },
  };
}
