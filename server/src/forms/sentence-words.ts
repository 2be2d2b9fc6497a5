// Words by which sentences name the rows and columns of tables three and four, beside labels and aliases, which name them in tables.
//
// One line a meaning: its id, the columns that it counts, and its words, separated by blanks; longer words win over shorter
// ones. A result is known by the id of its row; which rows a group of them has (不予公开), the form's own table says.

export type SentenceWords = readonly [id: string, columns: readonly string[], words: string];

/** How an application ended: rows of table three, each by its own id. */
export const RESULT_WORDS: readonly (readonly [id: string, words: string])[] = [
  ['granted', '公开答复 答复公开 予以公开 同意公开 同意予以公开 准予公开 给予公开 决定予以公开 全部公开 依法予以公开'],
  ['partial', '部分公开 予以部分公开 依法部分公开 同意部分公开 决定部分公开 决定予以部分公开 同意予以部分公开 准予部分公开 给予部分公开'],
  ['refused', '不予公开 不同意公开 未予公开 决定不予公开 依法不予公开'],
  ['not-provided', '无法提供 无法提供政府信息 无法提供信息'],
  ['not-processed', '不予处理'],
  ['otherwise', '其他处理 作其他处理 其他方式处理 按其他处理 以其他方式处理 其他情形处理'],
  ['secret', '属于国家秘密 涉及国家秘密 国家秘密'],
  ['forbidden', '其他法律行政法规禁止公开 法律行政法规禁止公开 法律、行政法规禁止公开 其他法律、行政法规禁止公开 法律法规禁止公开'],
  ['stability', '危及"三安全一稳定" 危及三安全一稳定 "三安全一稳定" 三安全一稳定'],
  ['third-party', '保护第三方合法权益 第三方合法权益 第三方权益'],
  ['internal', '属于三类内部事务信息 三类内部事务信息 属于内部事务信息 内部事务信息 内部事务'],
  ['process', '属于四类过程性信息 四类过程性信息 属于过程性信息 过程性信息'],
  ['case-file', '属于行政执法案卷 行政执法案卷 行政执法案卷信息 执法案卷'],
  ['inquiry', '属于行政查询事项 行政查询事项 行政查询'],
  ['not-held', '本机关不掌握相关政府信息 本机关不掌握相关信息 不掌握相关政府信息 本机关不掌握 不掌握相关信息 未掌握相关信息 不掌握'],
  [
    'must-create',
    '没有现成信息需要另行制作 没有现成信息、需要另行制作 没有现成信息 需要另行制作 需另行制作 没有现成信息、需要另行加工制作 没有现成信息需要另行加工制作 需要另行加工制作 需另行加工制作 需要加工制作',
  ],
  ['unclear', '补正后申请内容仍不明确 补正后内容仍不明确 补正后仍不明确 补正仍不明确 经补正仍不明确 申请内容不明确经补正仍不明确'],
  [
    'petition',
    '信访举报投诉类申请 信访举报投诉类 信访、举报、投诉类申请 信访类 信访举报类 信访投诉类 信访类申请 信访投诉举报类申请 信访、投诉、举报类申请 信访举报投诉',
  ],
  ['repeat', '重复申请'],
  ['publication', '要求提供公开出版物 公开出版物'],
  ['excessive', '无正当理由大量反复申请 大量反复申请'],
  ['confirm', '要求行政机关确认或重新出具已获取信息 确认或重新出具已获取信息 要求确认或重新出具已获取信息'],
  [
    'no-correction',
    '无正当理由逾期不补正 申请人无正当理由逾期不补正 申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 逾期不补正 逾期未补正 逾期不补正、视为放弃 逾期未补正、视为放弃 逾期不补正视为放弃 逾期未补正视为放弃 逾期不补正视为放弃申请 逾期未补正视为放弃申请 视为放弃 视为放弃申请',
  ],
  [
    'unpaid',
    '逾期未按收费通知要求缴纳费用 申请人逾期未按收费通知要求缴纳费用 申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 逾期未缴费 逾期不缴费 逾期未缴纳费用 未按期缴费 未按时缴费 逾期未按规定缴费 未按期缴纳费用 未按时缴纳费用 逾期未缴纳信息处理费 未按收费通知要求缴纳费用 逾期不缴纳费用',
  ],
];

/** Who applied: columns of table three. */
export const APPLICANT_WORDS: readonly SentenceWords[] = [
  ['natural', ['natural'], '自然人 公民 个人 公民个人'],
  [
    'legal',
    ['business', 'research', 'charity', 'legal', 'other'],
    '企业及其他组织 企业和其他组织 企业或其他组织 企业、其他组织 企业法人 法人单位 法人组织 法人或其他组织 法人和其他组织 法人及其他组织 法人、其他组织 法人或者其他组织 法人',
  ],
  // Only behind other applicants: 法律服务机构5件、其他4件.
  ['rest', ['other'], '其他'],
  ['business', ['business'], '商业企业'],
  // Only behind other applicants: 自然人53件、企业3件.
  ['company', ['business'], '企业'],
  ['research', ['research'], '科研机构'],
  ['charity', ['charity'], '社会公益组织'],
  ['legal-service', ['legal'], '法律服务机构 律师事务所 律所'],
];

/** How a case ended: columns of table four. */
export const OUTCOME_WORDS: readonly SentenceWords[] = [
  ['upheld', ['upheld'], '结果维持 维持 获维持 均获维持 予以维持 维持原行政行为'],
  ['lost', ['corrected'], '败诉 判决败诉 被判败诉 被法院判决纠正 被法院纠正 法院判决纠正 被法院判决撤销 被法院撤销 被法院判决败诉'],
  [
    'corrected',
    ['corrected'],
    '结果纠正 纠正 被纠正 予以纠正 纠错 被纠错 撤销 被撤销 予以撤销 确认违法 被确认违法 责令重新答复 被判决纠正 判决纠正 被判决撤销',
  ],
  ['other', ['other'], '其他结果'],
  ['pending', ['pending'], '未结 在审理中 在审 未结案 尚未结案 尚未审结 未审结 正在审理 正在审理中 尚在审理 审理中 尚在审理中'],
  ['closed', ['upheld', 'corrected', 'other'], '已审结 审结 结案 已结案'],
];
