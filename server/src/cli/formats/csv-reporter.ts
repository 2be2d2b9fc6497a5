// Comma-separated values for a spreadsheet: one line a finding, or one line a cell.

import { cellName } from '../../findings/describe.ts';
import type { CellKey } from '../../forms/form.ts';
import { FORMS, NEWEST_FORM } from '../../forms/index.ts';
import { ruleName } from '../../rules/registry.ts';
import { BYTE_ORDER_MARK, csvLine } from '../table-cells.ts';
import type { CheckView, ParseView } from '../views.ts';
import { SEVERITY_WORDS } from './paint.ts';
import { nothing, type Reporter } from './reporter.ts';

const CHECK_HEADER = ['文件', '机关', '年度', '级别', '规则', '规则名称', '位置', '行', '列', '问题', '现为', '应为'];
const PARSE_HEADER = ['文件', '机关', '年度', '单元格', '名称', '数', '原文'];

export const checkCsv: Reporter<CheckView> = {
  head: BYTE_ORDER_MARK + csvLine(CHECK_HEADER),
  separator: '',
  item: ({ path, unit, year, findings }) =>
    findings
      .map(({ severity, rule, place, range: { start }, message, actual, expected }) =>
        csvLine([
          path,
          unit,
          year,
          SEVERITY_WORDS[severity],
          rule,
          ruleName(rule),
          place ?? null,
          start.line + 1,
          start.character + 1,
          message,
          actual ?? null,
          expected ?? null,
        ]),
      )
      .join(''),
  failure: nothing,
  tail: nothing,
};

export const parseCsv: Reporter<ParseView> = {
  head: BYTE_ORDER_MARK + csvLine(PARSE_HEADER),
  separator: '',
  item: ({ path, unit, year, form, cells }) =>
    Object.entries(cells)
      .map(([key, { value, text }]) => csvLine([path, unit, year, key, cellName(form === null ? NEWEST_FORM : FORMS[form], key as CellKey), value, text]))
      .join(''),
  failure: nothing,
  tail: nothing,
};
