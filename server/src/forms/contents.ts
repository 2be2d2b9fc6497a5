// Contents that a part must have beside its tables, as 条例 (docs/law.md) and the notices of the forms say.

import type { SectionId } from './form.ts';
import type { Term } from './index.ts';

/** Asked for as long as its term says. */
interface Demand extends Term {
  readonly words: string;
  /** What asks for it, as cited. */
  readonly source: string;
}

const REPORT_ARTICLE = '《条例》第五十条';

export const CONTENTS: Readonly<Record<SectionId, readonly Demand[]>> = {
  overview: [
    {
      words: '综述贯彻落实《条例》的情况，主要包括五个方面：主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障',
      source: '国办公开办函〔2021〕30号',
      since: '2021',
    },
    { words: '各级人民政府还应写明工作考核、社会评议和责任追究结果情况，写在监督保障中', source: '国办公开办函〔2021〕30号', since: '2021' },
    { words: '各级人民政府还应写明工作考核、社会评议和责任追究结果情况', source: REPORT_ARTICLE, until: '2019' },
  ],
  proactive: [{ words: '主动公开政府信息的情况', source: REPORT_ARTICLE }],
  applications: [{ words: '收到和处理政府信息公开申请的情况', source: REPORT_ARTICLE }],
  disputes: [{ words: '因政府信息公开被申请行政复议、提起行政诉讼的情况', source: REPORT_ARTICLE }],
  problems: [{ words: '存在的主要问题，以及改进情况', source: REPORT_ARTICLE }],
  other: [
    { words: '其他需要报告的事项', source: REPORT_ARTICLE },
    { words: '信息处理费的收取情况（没有收取的，通常也写一句）', source: '2021年统一格式', since: '2021' },
  ],
};
