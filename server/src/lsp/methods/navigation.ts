// Registers hover, definition, references, document highlights and document links.

import type { DefinitionParams, DocumentLink, Location, LocationLink, ReferenceParams } from 'vscode-languageserver';
import { definition } from '../../features/definition.ts';
import { documentHighlights } from '../../features/document-highlight.ts';
import { articleLinks } from '../../features/document-links.ts';
import { hover } from '../../features/hover/hover.ts';
import type { Markup } from '../../features/hover/hover-markup.ts';
import { references } from '../../features/references.ts';
import { rangeOf } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { pagesFor, type Pages } from '../pages.ts';
import { atOffset, ofReport, type Asked, type FeatureContext } from '../request-handlers.ts';
import type { MethodGroup } from './method-group.ts';

export const navigation: MethodGroup = {
  capabilities: () => ({
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: { resolveProvider: false },
  }),
  register,
};

function register(context: FeatureContext): void {
  const { connection } = context;
  const kind = markupOf(context);
  const links = context.capabilities.textDocument?.definition?.linkSupport === true;
  const pages = pagesFor(context);
  connection.onHover(atOffset(context, 'textDocument/hover', ({ analysis }, offset) => hover(analysis.report, offset, kind)));
  connection.onDefinition(
    atOffset<DefinitionParams, Location[] | LocationLink[]>(context, 'textDocument/definition', (asked, offset) =>
      links ? definitionLinks(asked, offset) : definitionLocations(asked, offset),
    ),
  );
  connection.onReferences(
    atOffset(context, 'textDocument/references', (asked, offset, params: ReferenceParams) =>
      references(asked.analysis.report, offset, params.context).map((span) => locationOf(asked, span)),
    ),
  );
  connection.onDocumentHighlight(atOffset(context, 'textDocument/documentHighlight', ({ analysis }, offset) => documentHighlights(analysis.report, offset)));
  connection.onDocumentLinks(ofReport(context, { method: 'textDocument/documentLink', nothing: [] }, (asked) => lawLinks(asked, pages)));
}

/** The client names what it takes in the order of its liking; who names nothing gets plain text. */
function markupOf({ capabilities }: FeatureContext): Markup {
  return capabilities.textDocument?.hover?.contentFormat?.[0] === 'markdown' ? 'markdown' : 'plaintext';
}

function lawLinks({ analysis: { report } }: Asked, { ofArticle }: Pages): DocumentLink[] {
  return articleLinks(report).flatMap(({ span, article }) => {
    const target = ofArticle(article);
    return target === null ? [] : [{ range: rangeOf(report.lines, span), target, tooltip: `《条例》${article}的要点` }];
  });
}

function definitionLinks(asked: Asked, offset: number): LocationLink[] | null {
  const { lines } = asked.analysis.report;
  const found = definition(asked.analysis.report, offset);
  if (found === null) return null;
  return found.targets.map((span) => ({
    originSelectionRange: rangeOf(lines, found.origin),
    targetUri: asked.document.uri,
    targetRange: rangeOf(lines, span),
    targetSelectionRange: rangeOf(lines, span),
  }));
}

function definitionLocations(asked: Asked, offset: number): Location[] | null {
  return definition(asked.analysis.report, offset)?.targets.map((span) => locationOf(asked, span)) ?? null;
}

function locationOf({ analysis, document }: Asked, span: Span): Location {
  return { uri: document.uri, range: rangeOf(analysis.report.lines, span) };
}
