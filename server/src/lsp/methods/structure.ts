// Registers document symbols, folding, selection ranges, semantic tokens and inlay hints.

import type {
  DocumentSymbol,
  FoldingRange,
  FoldingRangeParams,
  InlayHint,
  InlayHintParams,
  Range,
  SelectionRange,
  SelectionRangeParams,
  SemanticTokens,
  SemanticTokensParams,
  SemanticTokensRangeParams,
  SymbolInformation,
} from 'vscode-languageserver';
import { documentSymbols, flatDocumentSymbols } from '../../features/document-symbols.ts';
import { foldingRanges } from '../../features/folding-ranges.ts';
import { inlayHints } from '../../features/inlay-hints.ts';
import { selectionRanges } from '../../features/selection-ranges.ts';
import { LEGEND, semanticTokens } from '../../features/semantic-tokens.ts';
import { offsetAt, spanOf } from '../../text/lines.ts';
import { unawaited } from '../guard.ts';
import { ofReport, type Asked, type FeatureContext } from '../request-handlers.ts';
import type { MethodGroup } from './method-group.ts';

export const structure: MethodGroup = {
  capabilities: () => ({
    documentSymbolProvider: { label: '勾稽' },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    semanticTokensProvider: { legend: LEGEND, full: true, range: true },
    inlayHintProvider: true,
  }),
  register,
};

/**
 * The answer about a text that is no report, where an empty list would be one: editors then fold no plain text by its
 * indentation any more, and show no tokens of anybody else.
 */
const OTHERS = null;

function register(context: FeatureContext): void {
  const { connection, capabilities, documents, settingsStore, refreshDecorations } = context;
  documents.onDidSave(({ document: { uri } }) => unawaited(settingsStore.of(uri).then(({ run }) => (run === 'onSave' ? refreshDecorations() : undefined))));
  const { hierarchicalDocumentSymbolSupport: nested } = capabilities.textDocument?.documentSymbol ?? {};
  const limit = capabilities.textDocument?.foldingRange?.rangeLimit ?? Infinity;
  connection.onDocumentSymbol(
    ofReport<{ textDocument: { uri: string } }, DocumentSymbol[] | SymbolInformation[]>(
      context,
      { method: 'textDocument/documentSymbol', nothing: [] },
      ({ analysis: { report }, document: { uri } }) => (nested === true ? documentSymbols(report) : flatDocumentSymbols(report, uri)),
    ),
  );
  connection.onFoldingRanges(
    ofReport<FoldingRangeParams, FoldingRange[] | null>(context, { method: 'textDocument/foldingRange', nothing: OTHERS }, ({ analysis }) =>
      foldingRanges(analysis.report, limit),
    ),
  );
  connection.onSelectionRanges(
    ofReport<SelectionRangeParams, SelectionRange[] | null>(
      context,
      { method: 'textDocument/selectionRange', nothing: OTHERS },
      ({ analysis: { report } }, { positions }) =>
        selectionRanges(
          report,
          positions.map((position) => offsetAt(report.lines, position)),
        ),
    ),
  );
  answerTokens(context);
  connection.languages.inlayHint.on(
    ofReport<InlayHintParams, InlayHint[]>(context, { method: 'textDocument/inlayHint', nothing: [] }, (asked, { range }) =>
      !asked.settings.inlayHints || asked.document.waitsForSave(asked.settings) ? [] : hintsWithin(asked, range),
    ),
  );
}

function hintsWithin({ analysis: { report }, visible }: Asked, range: Range): InlayHint[] {
  return inlayHints({ report, findings: visible }, spanOf(report.lines, range));
}

function answerTokens(context: FeatureContext): void {
  const { semanticTokens: on } = context.connection.languages;
  const findings = (asked: Asked) => (asked.document.waitsForSave(asked.settings) ? [] : asked.visible);
  const everything = (asked: Asked) => {
    const { report } = asked.analysis;
    return semanticTokens(report, findings(asked), { start: 0, end: report.text.length });
  };
  const some = (asked: Asked, { range }: SemanticTokensRangeParams) => {
    const { report } = asked.analysis;
    return semanticTokens(report, findings(asked), spanOf(report.lines, range));
  };
  on.on(ofReport<SemanticTokensParams, SemanticTokens | null>(context, { method: 'textDocument/semanticTokens/full', nothing: OTHERS }, everything));
  on.onRange(ofReport<SemanticTokensRangeParams, SemanticTokens | null>(context, { method: 'textDocument/semanticTokens/range', nothing: OTHERS }, some));
}
