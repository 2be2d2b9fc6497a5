// Code actions that rewrite a table in another layout (tabs, bars, spaces); never preferred.

import type { CodeAction } from 'vscode-languageserver';
import { tableNumber } from '../../findings/describe.ts';
import { conversionsAt, type Shape } from '../../rewrite/layout/convert-table.ts';
import type { Report } from '../../parse/model.ts';
import type { Span } from '../../text/span.ts';
import { workspaceEdit, type Target } from '../wire/workspace-edit.ts';
import { REWRITE } from './action-kinds.ts';

const SHAPE_WORDS: Readonly<Record<Shape, string>> = {
  tabs: '制表符分隔',
  aligned: '空格对齐',
  bars: '竖线分隔（Markdown）',
  lines: '每格一行',
};

export function conversionActions(report: Report, span: Span, target: Target): CodeAction[] {
  return conversionsAt(report, span).map(({ section, shape, edits }) => ({
    title: `${tableNumber(section)}转为${SHAPE_WORDS[shape]}`,
    kind: REWRITE,
    edit: workspaceEdit(report, edits, target),
  }));
}
