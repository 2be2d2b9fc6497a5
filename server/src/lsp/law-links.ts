// How does a link to an article open? Where our own client runs, by its command, which shows the page as a preview at the
// heading; else as a file at the line of the heading. Neither needs a network.

import type { DocumentLink } from 'vscode-languageserver';
import { articleLines } from '../edit/law-page.ts';
import { articleLinks } from '../features/document-links.ts';
import type { Report } from '../report/model.ts';
import { rangeOf } from '../text/lines.ts';
import { OPEN_LAW_COMMAND } from './protocol.ts';
import type { FeatureContext } from './requests.ts';

export function lawLinks({ options, runtime }: FeatureContext, report: Report): DocumentLink[] {
  const targetOf = options.opensLaw === true ? commandUri : fileUri(runtime.lawPage);
  return articleLinks(report).flatMap(({ span, article }) => {
    const target = targetOf(article);
    return target === null ? [] : [{ range: rangeOf(report.lines, span), target, tooltip: `《条例》${article}的要点` }];
  });
}

function commandUri(article: string): string {
  return `command:${OPEN_LAW_COMMAND}?${encodeURIComponent(JSON.stringify([article]))}`;
}

/** `#L12` is how editors take a line in a link to a file. */
function fileUri(page: string | null): (article: string) => string | null {
  const lines = page === null ? null : articleLines();
  return (article) => {
    const line = lines?.get(article);
    return line === undefined ? null : `${page}#L${line}`;
  };
}
