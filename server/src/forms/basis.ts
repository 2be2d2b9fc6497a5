// Legal basis of rows and tables: an article is cited only where its text or a notice says so (docs/law.md).

import type { BasisId } from './form.ts';

export interface Basis {
  /** What the row or table counts, in plain Chinese. */
  readonly counts: string;
  /** Articles as cited (`《条例》第十四条`); empty where no source confirms one. */
  readonly articles: readonly string[];
}

const REGULATION = '《条例》';

export const BASIS: Readonly<Record<BasisId, Basis>> = {
  'applications/new': { counts: '本年1月1日至12月31日收到的政府信息公开申请（通行口径）', articles: [`${REGULATION}第三十一条`, `${REGULATION}第四十九条`] },
  'applications/carried-in': { counts: '上年12月31日尚未办结、结转到本年的申请（通行口径）', articles: [`${REGULATION}第三十三条`] },
  'applications/granted': { counts: '全部公开的申请（通行口径）', articles: [] },
  'applications/partial': { counts: '区分处理、部分公开的申请，只计这一情形', articles: [`${REGULATION}第三十七条`] },
  'applications/secret': { counts: '依法确定为国家秘密而不予公开的申请', articles: [`${REGULATION}第十四条`] },
  'applications/forbidden': { counts: '其他法律、行政法规禁止公开的申请', articles: [`${REGULATION}第十四条`] },
  'applications/stability': { counts: '公开后可能危及国家安全、公共安全、经济安全、社会稳定的申请', articles: [`${REGULATION}第十四条`] },
  'applications/third-party': { counts: '涉及商业秘密、个人隐私等第三方权益而不予公开的申请', articles: [`${REGULATION}第十五条`, `${REGULATION}第三十二条`] },
  'applications/internal': { counts: '人事管理、后勤管理、内部工作流程三类信息的申请', articles: [`${REGULATION}第十六条第一款`] },
  'applications/process': { counts: '讨论记录、过程稿、磋商信函、请示报告四类信息的申请', articles: [`${REGULATION}第十六条第二款`] },
  'applications/case-file': { counts: '行政执法案卷信息的申请', articles: [`${REGULATION}第十六条第二款`] },
  'applications/inquiry': {
    counts: '属于工商、不动产登记资料等信息，法律、行政法规对获取有特别规定，告知依照规定办理的申请，系通行口径',
    articles: [`${REGULATION}第三十六条第七项`],
  },
  'applications/not-held': {
    counts: '检索后没有该信息，或者不属于本机关负责公开的申请',
    articles: [`${REGULATION}第三十六条第四项`, `${REGULATION}第三十六条第五项`],
  },
  'applications/must-create': { counts: '除能够区分处理的外，需要对现有信息加工、分析的申请', articles: [`${REGULATION}第三十八条`] },
  'applications/unclear': { counts: '补正后内容仍不明确的申请（通行口径）', articles: [`${REGULATION}第三十条`] },
  'applications/petition': { counts: '以申请形式进行的信访、投诉、举报', articles: [`${REGULATION}第三十九条第一款`] },
  'applications/repeat': { counts: '同一申请人就同一信息已获答复后的再次申请', articles: [`${REGULATION}第三十六条第六项`] },
  'applications/publication': { counts: '要求提供政府公报、报刊、书籍等公开出版物的申请', articles: [`${REGULATION}第三十九条第二款`] },
  'applications/excessive': { counts: '数量、频次明显超过合理范围且理由不合理的申请', articles: [`${REGULATION}第三十五条`] },
  'applications/confirm': { counts: '要求确认或者重新出具已经获取的信息的申请（通行口径）', articles: [] },
  'applications/other': { counts: '不属于以上各类的其他处理', articles: [] },
  'applications/no-correction': { counts: '申请人无正当理由逾期不补正、不再处理的申请', articles: [`${REGULATION}第三十条`] },
  'applications/unpaid': { counts: '申请人逾期未缴纳信息处理费、不再处理的申请', articles: ['国办函〔2020〕109号'] },
  'applications/other-misc': { counts: '其他处理，例如申请人主动撤回', articles: [] },
  'applications/total': { counts: '本年度办结的全部申请（通行口径）', articles: [] },
  'applications/carried-out': { counts: '本年12月31日尚未办结、结转到下年的申请（通行口径）', articles: [`${REGULATION}第三十三条`] },
  issued: { counts: '规章、行政规范性文件的制发与有效情况', articles: [`${REGULATION}第二十条第一项`] },
  licensing: {
    counts: '行政许可等处理决定，不予许可的决定也是；依法未公开的也计入，见武政办发〔2025〕54号，各地口径可能不同',
    articles: [`${REGULATION}第二十条第五项`],
  },
  enforcement: {
    counts: '行政处罚、行政强制处理决定；依法未公开的也计入，见武政办发〔2025〕54号，各地口径可能不同',
    articles: [`${REGULATION}第二十条第六项`],
  },
  fees: { counts: '本机关全部行政事业性收费；2019年格式填项目数量，2021年格式填金额', articles: [`${REGULATION}第二十条第八项`] },
  procurement: { counts: '政府集中采购', articles: [`${REGULATION}第二十条第九项`] },
  disputes: {
    counts:
      '因政府信息公开引起的行政复议、行政诉讼案件；复议机关作共同被告的诉讼，只由作出原行政行为的机关计数（国办公开办函〔2016〕201号解释的是修订前的条例，未见废止；复议机关作单独被告的不适用）。2024年1月1日起不予公开的应先申请行政复议（《行政复议法》第二十三条），按法释〔2025〕8号第一条限于条例第十四条至第十六条，因此未经复议直接起诉的件数可以大于0',
    articles: [],
  },
};
