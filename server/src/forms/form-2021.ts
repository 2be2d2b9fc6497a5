// The form of 国办公开办函〔2021〕30号: less in table two, （六） divided.

import { APPLICATION_ROWS_2021, applicationTable } from './applications-table.ts';
import { DISPUTES } from './disputes-table.ts';
import { applicationEquations, disputeEquations } from './form-equations.ts';
import type { Form } from './form.ts';
import { PROACTIVE_2021 } from './proactive-table.ts';
import { SECTIONS } from './sections.ts';

const APPLICATIONS = applicationTable(APPLICATION_ROWS_2021);

export const FORM_2021: Form = {
  id: '2021',
  notice: '国办公开办函〔2021〕30号',
  years: [2021, null],
  encouraged: [],
  sections: SECTIONS,
  tables: [...PROACTIVE_2021, APPLICATIONS, DISPUTES],
  equations: [...applicationEquations(APPLICATIONS), ...disputeEquations(DISPUTES)],
  headerWords: ['制发件数', '制发数量', '废止件数', '废止数量', '现行有效', '本年处理决定', '收费金额'],
};
