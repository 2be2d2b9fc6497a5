// Table three: rows and columns of both generations. Labels as the notices print them; aliases as published reports have them.

import type { ColumnSpec, RowSpec, TableSpec } from './form.ts';

const APPLICANTS = ['申请人情况'];
const LEGAL_PERSONS = [...APPLICANTS, '法人或其他组织'];

export const APPLICANT_COLUMNS: readonly ColumnSpec[] = [
  { id: 'natural', label: '自然人', aliases: [], groups: APPLICANTS, type: 'count' },
  { id: 'business', label: '商业企业', aliases: ['企业'], groups: LEGAL_PERSONS, type: 'count' },
  { id: 'research', label: '科研机构', aliases: [], groups: LEGAL_PERSONS, type: 'count' },
  { id: 'charity', label: '社会公益组织', aliases: ['公益组织'], groups: LEGAL_PERSONS, type: 'count' },
  { id: 'legal', label: '法律服务机构', aliases: ['法律服务'], groups: LEGAL_PERSONS, type: 'count' },
  { id: 'other', label: '其他', aliases: ['其它', '其他组织'], groups: LEGAL_PERSONS, type: 'count' },
  { id: 'total', label: '总计', aliases: ['合计'], groups: APPLICANTS, type: 'count' },
];

export function applicationTable(rows: readonly RowSpec[], columns: readonly ColumnSpec[] = APPLICANT_COLUMNS): TableSpec {
  return {
    id: 'applications',
    section: 'applications',
    heading: null,
    corner: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
    columns,
    rows,
  };
}

const RESULTS = '三、本年度办理结果';
const REFUSED = '（三）不予公开';
const UNAVAILABLE = '（四）无法提供';
const DECLINED = '（五）不予处理';
const OTHERWISE = '（六）其他处理';

function row(id: string, enumerator: string, label: string, groups: readonly string[], aliases: readonly string[]): RowSpec {
  return { id, enumerator, label, groups, aliases, basis: [`applications/${id}`] };
}

const NEW = row(
  'new',
  '一、',
  '本年新收政府信息公开申请数量',
  [],
  ['本年度新收政府信息公开申请数量', '本年新收政府信息公开申请数', '本年新收信息公开申请数量', '本年新收申请数量', '本年新收', '新收'],
);
const CARRIED_IN = row(
  'carried-in',
  '二、',
  '上年结转政府信息公开申请数量',
  [],
  ['上年度结转政府信息公开申请数量', '上年结转政府信息公开申请数', '上年结转信息公开申请数量', '上年结转申请数量', '上年结转', '结转'],
);

// The results, a list for each group: what a form has in common with others is spread, what is its own stands between.

const GRANTED_ROWS: readonly RowSpec[] = [
  row('granted', '（一）', '予以公开', [RESULTS], ['予以公开类']),
  row(
    'partial',
    '（二）',
    '部分公开（区分处理的，只计这一情形，不计其他情形）',
    [RESULTS],
    ['部分公开（区分处理的，只计这一情形，不计其它情形）', '部分公开（区分处理的，只计这一情形）', '部分公开'],
  ),
];

const REFUSED_ROWS: readonly RowSpec[] = [
  row('secret', '1.', '属于国家秘密', [RESULTS, REFUSED], ['国家秘密']),
  row(
    'forbidden',
    '2.',
    '其他法律行政法规禁止公开',
    [RESULTS, REFUSED],
    ['其他法律、行政法规禁止公开', '其它法律行政法规禁止公开', '法律行政法规禁止公开', '法律法规禁止公开', '法律法规禁止'],
  ),
  row('stability', '3.', '危及“三安全一稳定”', [RESULTS, REFUSED], ['危及三安全一稳定', '三安全一稳定']),
  row('third-party', '4.', '保护第三方合法权益', [RESULTS, REFUSED], ['第三方合法权益', '第三方权益']),
  row('internal', '5.', '属于三类内部事务信息', [RESULTS, REFUSED], ['属于内部事务信息', '三类内部事务信息', '内部事务信息', '内部事务']),
  row('process', '6.', '属于四类过程性信息', [RESULTS, REFUSED], ['属于过程性信息', '四类过程性信息', '过程性信息', '过程性']),
  row('case-file', '7.', '属于行政执法案卷', [RESULTS, REFUSED], ['属于行政执法案卷信息', '行政执法案卷', '执法案卷']),
  row('inquiry', '8.', '属于行政查询事项', [RESULTS, REFUSED], ['行政查询事项', '行政查询', '查询事项']),
];

const UNAVAILABLE_ROWS: readonly RowSpec[] = [
  row('not-held', '1.', '本机关不掌握相关政府信息', [RESULTS, UNAVAILABLE], ['不掌握相关政府信息', '本机关不掌握', '不掌握']),
  row(
    'must-create',
    '2.',
    '没有现成信息需要另行制作',
    [RESULTS, UNAVAILABLE],
    ['没有现成信息需另行制作', '没有现成信息', '需要另行制作', '需另行制作', '另行制作'],
  ),
  row('unclear', '3.', '补正后申请内容仍不明确', [RESULTS, UNAVAILABLE], ['补正后仍不明确', '申请内容仍不明确', '申请内容不明确', '内容不明确', '仍不明确']),
];

const DECLINED_ROWS: readonly RowSpec[] = [
  row('petition', '1.', '信访举报投诉类申请', [RESULTS, DECLINED], ['信访、举报、投诉类申请', '信访举报投诉类', '信访举报投诉', '信访投诉', '信访举报']),
  row('repeat', '2.', '重复申请', [RESULTS, DECLINED], ['重复']),
  row('publication', '3.', '要求提供公开出版物', [RESULTS, DECLINED], ['公开出版物', '出版物']),
  row('excessive', '4.', '无正当理由大量反复申请', [RESULTS, DECLINED], ['大量反复申请', '大量反复']),
  row(
    'confirm',
    '5.',
    '要求行政机关确认或重新出具已获取信息',
    [RESULTS, DECLINED],
    ['要求行政机关确认或者重新出具已获取信息', '确认或重新出具已获取信息', '确认或重新出具', '确认或者重新出具', '重新出具'],
  ),
];

const TOTAL = row('total', '（七）', '总计', [RESULTS], ['合计']);
const CARRIED_OUT = row(
  'carried-out',
  '四、',
  '结转下年度继续办理',
  [],
  ['结转下一年度继续办理', '结转至下年度继续办理', '结转下年继续办理', '结转下年度办理', '结转下年度', '结转下一年度', '结转下年', '下年结转'],
);

/** （六） as one row. */
export const UNDIVIDED_OTHER = row('other', '（六）', '其他处理', [RESULTS], ['其它处理', '其他情形']);

/** （六） in three rows. */
const DIVIDED_OTHER: readonly RowSpec[] = [
  row(
    'no-correction',
    '1.',
    '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    [RESULTS, OTHERWISE],
    ['申请人无正当理由逾期不补正', '无正当理由逾期不补正', '逾期不补正'],
  ),
  row(
    'unpaid',
    '2.',
    '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    [RESULTS, OTHERWISE],
    ['申请人逾期未按收费通知要求缴纳费用', '逾期未按收费通知要求缴纳费用', '逾期不缴费', '逾期未缴费', '未缴费'],
  ),
  row('other-misc', '3.', '其他', [RESULTS, OTHERWISE], ['其它', '其他原因']),
];

export const APPLICATION_ROWS_2019: readonly RowSpec[] = [
  NEW,
  CARRIED_IN,
  ...GRANTED_ROWS,
  ...REFUSED_ROWS,
  ...UNAVAILABLE_ROWS,
  ...DECLINED_ROWS,
  UNDIVIDED_OTHER,
  TOTAL,
  CARRIED_OUT,
];

export const APPLICATION_ROWS_2021: readonly RowSpec[] = [
  NEW,
  CARRIED_IN,
  ...GRANTED_ROWS,
  ...REFUSED_ROWS,
  ...UNAVAILABLE_ROWS,
  ...DECLINED_ROWS,
  ...DIVIDED_OTHER,
  TOTAL,
  CARRIED_OUT,
];
