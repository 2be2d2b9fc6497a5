// What can nobody tell from the tables of a form when the one after it is due? Every line is something to do.

import type { FormId } from '../../forms/form.ts';

/** By the form that is changed over to; what the rows and columns themselves tell is not here. */
export const TO_JUDGE: Readonly<Record<FormId, readonly string[]>> = {
  // None is before it.
  '2019': [],
  '2021': [
    '第二十条第（一）项：“本年新制作数量”已填到“本年制发件数”，请核实口径是否一致。',
    '第二十条第（一）项：“本年废止件数”“现行有效件数”旧格式没有，请按实际填写。',
    '第二十条第（八）项：新格式填“本年收费金额（单位：万元）”，旧格式填的是项目数量，请按实际填写。',
    '第六部分：收取信息处理费的情况在此处报告（统一格式的模板），没有收取的，通常也写一句。',
    '第一部分：新格式的总体情况主要包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面（国办公开办函〔2021〕30号），请核实是否都已写到。',
  ],
};
