// Words by which sentences name the rows and columns of tables three and four, beside labels and aliases, which name them in tables.
//
// One line a meaning: its id, the columns that it counts, and its words, separated by blanks; longer words win over shorter
// ones. A result is known by the id of its row; which rows a group of them has (不予公开), the form's own table says.

export type SentenceWords = readonly [id: string, columns: readonly string[], words: string];

/** How an application ended: rows of table three, each by its own id. */
export const RESULT_WORDS: readonly (readonly [id: string, words: string])[] = [
  ['granted', '公开答复 答复公开 予以公开 同意公开 同意予以公开 准予公开 给予公开 决定予以公开 全部公开 依法予以公开'],
  ['partial', '部分公开 予以部分公开 依法部分公开 同意部分公开 决定部分公开 决定予以部分公开 同意予以部分公开 准予部分公开 给予部分公开'],
  ['refused', '不予公开 不公开 不同意公开 未予公开 决定不予公开 依法不予公开 拒绝公开 拒绝提供 予以拒绝'],
  ['not-provided', '无法提供 未能提供 无法提供政府信息 无法提供信息'],
  ['not-processed', '不予处理'],
  ['otherwise', '其他处理 作其他处理 其他方式处理 按其他处理 以其他方式处理 其他情形处理'],
  ['secret', '属于国家秘密 涉及国家秘密 国家秘密'],
  [
    'forbidden',
    '其他法律行政法规禁止公开 法律行政法规禁止公开 法律、行政法规禁止公开 其他法律、行政法规禁止公开 法律法规禁止公开 法律行政法规禁止 法律、行政法规禁止 法律法规禁止 禁止公开',
  ],
  [
    'stability',
    '危及"三安全一稳定" 危及三安全一稳定 危及国家安全、公共安全、经济安全、社会稳定 危及国家安全、公共安全、经济安全和社会稳定 国家安全、公共安全、经济安全、社会稳定 国家安全、公共安全、经济安全和社会稳定 可能危及三安全一稳定 可能危及"三安全一稳定" 可能危及国家安全、公共安全、经济安全、社会稳定 "三安全一稳定" 三安全一稳定',
  ],
  ['third-party', '保护第三方合法权益 第三方合法权益 涉及第三方权益 涉及第三方合法权益 涉及第三方利益 第三方权益 第三方商业秘密 第三方个人隐私'],
  [
    'internal',
    '属于三类内部事务信息 三类内部事务信息 内部管理信息 属于内部管理信息 属于内部事务信息 人事管理、后勤管理、内部工作流程等信息 人事管理、后勤管理、内部工作流程信息 人事管理、后勤管理、内部工作流程 内部事务信息 内部事务',
  ],
  [
    'process',
    '属于四类过程性信息 四类过程性信息 属于过程性信息 讨论记录、过程稿、磋商信函、请示报告等信息 讨论记录、过程稿、磋商信函、请示报告 过程信息 属于过程信息 过程性信息 过程性',
  ],
  ['case-file', '属于行政执法案卷 行政执法案卷 行政执法案卷信息 执法案卷'],
  ['inquiry', '属于行政查询事项 行政查询事项 通过专门程序查询 应通过专门程序查询 专门程序查询 查询类事项 行政查询类 行政查询'],
  [
    'not-held',
    '本机关不掌握相关政府信息 我局不掌握 我办不掌握 我镇不掌握 我厅不掌握 我委不掌握 我乡不掌握 本机关未掌握 未掌握 不掌握该信息 不掌握该政府信息 不掌握所申请信息 不掌握相应信息 不掌握有关信息 不掌握申请信息 本机关不掌握相关信息 不掌握相关政府信息 本机关不掌握 不掌握相关信息 未掌握相关信息 不掌握',
  ],
  [
    'must-create',
    '没有现成信息需要另行制作 没有现成信息、需要另行制作 没有现成信息 需要另行制作 需另行制作 没有现成信息、需要另行加工制作 没有现成信息需要另行加工制作 需要另行加工制作 需另行加工制作 需要加工制作 需要加工、分析 需加工、分析 需要加工分析 需加工分析 没有现成政府信息 需另行加工 需要另行加工 需重新制作 需要重新制作 无现成信息',
  ],
  [
    'unclear',
    '补正后申请内容仍不明确 补正后内容仍不明确 补正后仍不明确 补正后内容仍然不明确 补正后仍然不明确 补正后不明确 补正后内容不明确 补正后申请内容不明确 补正后仍无法明确 补正后仍不清楚 补正仍不明确 经补正仍不明确 申请内容不明确经补正仍不明确',
  ],
  [
    'petition',
    '信访举报投诉类申请 信访举报投诉类 信访、举报、投诉类申请 信访类 信访举报类 信访投诉类 信访类申请 按信访事项不予处理 信访事项不予处理 信访投诉举报类申请 信访、投诉、举报类申请 信访举报投诉',
  ],
  ['repeat', '重复申请 重复提出申请 重复提出的申请 同一申请人就同一内容再次提出申请 就同一内容再次提出申请'],
  ['publication', '要求提供公开出版物 公开出版物'],
  ['excessive', '无正当理由大量反复申请 大量反复申请 大量反复 反复申请 反复大量申请 大量、反复申请 大量反复提出申请'],
  [
    'confirm',
    '要求行政机关确认或重新出具已获取信息 重新确认 要求重新确认 要求重新出具已获取信息 重新出具已获取信息 要求确认已获取信息 要求确认或重新出具信息 确认或重新出具 确认或重新出具已获取信息 要求确认或重新出具已获取信息',
  ],
  [
    'no-correction',
    '未补正 不补正 无正当理由逾期不补正 逾期不补正申请 未按期补正 逾期未进行补正 逾期仍未补正 未在规定期限内补正 未在期限内补正 逾期不予补正 申请人无正当理由逾期不补正 申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 逾期不补正 逾期未补正 逾期不补正、视为放弃 逾期未补正、视为放弃 逾期不补正视为放弃 逾期未补正视为放弃 逾期不补正视为放弃申请 逾期未补正视为放弃申请',
  ],
  [
    'unpaid',
    '未缴费 不缴费 未缴纳费用 逾期未按收费通知要求缴纳费用 未按收费通知要求缴纳信息处理费 逾期未按收费通知要求缴纳信息处理费 逾期未缴信息处理费 申请人逾期未按收费通知要求缴纳费用 申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 逾期未缴费 逾期不缴费 逾期未缴纳费用 未按期缴费 未按时缴费 逾期未按规定缴费 未按期缴纳费用 未按时缴纳费用 逾期未缴纳信息处理费 未按收费通知要求缴纳费用 逾期不缴纳费用',
  ],
];

/** Results that the form prints as a group of rows, by the words in the group's label. */
export const RESULT_GROUPS: Readonly<Record<string, string>> = {
  refused: '不予公开',
  'not-provided': '无法提供',
  'not-processed': '不予处理',
  otherwise: '其他处理',
};

/** Who applied: columns of table three. */
export const APPLICANT_WORDS: readonly SentenceWords[] = [
  ['natural', ['natural'], '自然人 公民 个人 公民个人 自然人申请人'],
  [
    'legal',
    ['business', 'research', 'charity', 'legal', 'other'],
    '企业及其他组织 企业和其他组织 企业或其他组织 企业、其他组织 企业法人 法人单位 法人组织 法人或其他组织 法人和其他组织 法人及其他组织 法人、其他组织 法人或者其他组织 法人',
  ],
  // Only behind other applicants: 法律服务机构5件、其他4件.
  ['rest', ['other'], '其他 其他申请人 其他主体 其他情形 其他情况 其他原因'],
  // 商业企业9件、其他组织2件: the last kind of applicant, or, right behind 自然人, all of the organisations.
  ['organs', ['other'], '其他组织'],
  ['business', ['business'], '商业企业'],
  // Only behind other applicants: 自然人53件、企业3件.
  ['company', ['business'], '企业'],
  ['research', ['research'], '科研机构 科研院所 科研单位'],
  ['charity', ['charity'], '社会公益组织 公益组织'],
  ['legal-service', ['legal'], '法律服务机构 律师事务所 律所'],
];

/** How a case ended: columns of table four. */
export const OUTCOME_WORDS: readonly SentenceWords[] = [
  [
    'upheld',
    ['upheld'],
    '结果维持 胜诉 维持 维持原决定 维持原答复 驳回诉讼请求 判决驳回诉讼请求 驳回原告诉讼请求 判决驳回原告诉讼请求 驳回其诉讼请求 判决维持 判决驳回 获维持 均获维持 予以维持 维持原行政行为 维持行政机关答复',
  ],
  ['lost', ['corrected'], '败诉 判决败诉 被判败诉 被法院判决纠正 被法院纠正 法院判决纠正 被法院判决撤销 被法院撤销 被法院判决败诉'],
  [
    'corrected',
    ['corrected'],
    '结果纠正 纠正 变更 被变更 依法纠正 被依法纠正 予以变更 撤销或变更 被撤销或变更 撤销、变更 责令履行 被责令履行 责令限期答复 被纠正 予以纠正 纠错 被纠错 撤销 被撤销 予以撤销 确认违法 被确认违法 责令重新答复 被判决纠正 判决纠正 被判决撤销',
  ],
  ['other', ['other'], '其他结果 其他处理结果 终止 终止审理 终止复议 其他情形处理结果 撤回终止 撤诉 裁定驳回 驳回起诉 裁定驳回起诉 不予受理'],
  [
    'pending',
    ['pending'],
    '待决 待结 待审 待判 待判决 未决 未判决 尚未判决 正在审查 处于审理中 待审结 待结案 待审理 尚待审结 仍在审理 仍在审理中 仍在审 未结 在审理中 在审 未结案 尚未结案 尚未审结 未审结 正在审理 正在审理中 尚在审理 审理中 尚在审理中',
  ],
  ['closed', ['upheld', 'corrected', 'other'], '已审结 审结 结案 已结案'],
];
