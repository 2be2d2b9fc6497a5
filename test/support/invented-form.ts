// An invented form, as a file of data: table three has one applicant more, table four one block more than the form in force.

import { APPLICANT_COLUMNS, APPLICATION_ROWS_2021, applicationTable } from '../../server/src/forms/applications-table.ts';
import { DISPUTES } from '../../server/src/forms/disputes-table.ts';
import { applicationEquations, disputeEquations } from '../../server/src/forms/form-equations.ts';
import type { ColumnSpec, Form, RowSpec, TableSpec } from '../../server/src/forms/form.ts';
import { PROACTIVE_2021 } from '../../server/src/forms/proactive-table.ts';
import { SECTIONS } from '../../server/src/forms/sections.ts';

const TRADERS: ColumnSpec = { id: 'traders', label: '个体工商户', aliases: [], groups: APPLICANT_COLUMNS[1]?.groups ?? [], type: 'count' };
const ARBITRATION: RowSpec = { id: 'arbitration', enumerator: '', label: '行政裁决', aliases: [], groups: [], basis: ['disputes'] };

const APPLICATIONS = applicationTable(APPLICATION_ROWS_2021, APPLICANT_COLUMNS.toSpliced(2, 0, TRADERS));
const FOUR_BLOCKS: TableSpec = { ...DISPUTES, rows: DISPUTES.rows.toSpliced(1, 0, ARBITRATION) };

export const FORM_2021: Form = {
  id: '2021',
  notice: '国办公开办函〔2021〕30号',
  years: [2021, null],
  encouraged: [],
  sections: SECTIONS,
  tables: [...PROACTIVE_2021, APPLICATIONS, FOUR_BLOCKS],
  equations: [...applicationEquations(APPLICATIONS), ...disputeEquations(FOUR_BLOCKS)],
  headerWords: ['制发件数', '制发数量', '废止件数', '废止数量', '现行有效', '本年处理决定', '收费金额'],
};
