// The form of 国办公开办函〔2019〕60号, on trial, for the reports of two years.

import { APPLICATION_ROWS_2019, applicationTable } from './applications-table.ts';
import { DISPUTES } from './disputes-table.ts';
import { applicationEquations, disputeEquations } from './form-equations.ts';
import type { Form } from './form.ts';
import { PROACTIVE_2019 } from './proactive-table.ts';
import { SECTIONS } from './sections.ts';

const APPLICATIONS = applicationTable(APPLICATION_ROWS_2019);

export const FORM_2019: Form = {
  id: '2019',
  notice: '国办公开办函〔2019〕60号',
  years: [2019, 2020],
  // 60号 came in November 2019 and encouraged it for the report of that year.
  encouraged: [2019],
  sections: SECTIONS,
  tables: [...PROACTIVE_2019, APPLICATIONS, DISPUTES],
  equations: [...applicationEquations(APPLICATIONS), ...disputeEquations(DISPUTES)],
  headerWords: ['新制作', '新公开数量', '对外公开总数', '上一年项目', '本年增减', '采购项目', '采购总金额'],
};
