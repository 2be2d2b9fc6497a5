// Links to our pages on 条例 and the rules: commands of our own client, which preview them, or files for other editors. Neither
// needs a network.

import type { Diagnostic } from 'vscode-languageserver';
import { articleLines } from '../rewrite/law-page.ts';
import { OPEN_LAW_COMMAND, OPEN_RULE_COMMAND } from '../protocol/requests.ts';
import type { FeatureContext } from './request-handlers.ts';

/** What leads to a page; null where there is none. */
export interface Pages {
  /** At the heading of an article as cited (第十四条). */
  readonly ofArticle: (article: string) => string | null;
  readonly ofRule: (rule: string) => string | null;
}

export function pagesFor({ options, runtime }: Pick<FeatureContext, 'options' | 'runtime'>): Pages {
  if (options.opensPages === true) {
    return { ofArticle: (article) => commandUri(OPEN_LAW_COMMAND, article), ofRule: (rule) => commandUri(OPEN_RULE_COMMAND, rule) };
  }
  const folder = runtime.pages;
  if (folder === null) return { ofArticle: () => null, ofRule: () => null };
  let lines: ReadonlyMap<string, number> | undefined;
  return {
    ofArticle: (article) => {
      const line = (lines ??= articleLines()).get(article);
      // `#L12` is how editors take a line in a link to a file.
      return line === undefined ? null : `${folder}law.md#L${line}`;
    },
    ofRule: (rule) => `${folder}rules/${rule}.md`,
  };
}

/** The code of each leads to the page of its rule, for a client that shows such links. */
export function withPages(context: Pick<FeatureContext, 'options' | 'runtime' | 'capabilities'>): (diagnostics: readonly Diagnostic[]) => Diagnostic[] {
  const { ofRule } = pagesFor(context);
  if (context.capabilities.textDocument?.publishDiagnostics?.codeDescriptionSupport !== true) return (diagnostics) => [...diagnostics];
  return (diagnostics) =>
    diagnostics.map((diagnostic) => {
      const href = typeof diagnostic.code === 'string' ? ofRule(diagnostic.code) : null;
      return href === null ? diagnostic : { ...diagnostic, codeDescription: { href } };
    });
}

function commandUri(command: string, argument: string): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`;
}
