// Texts about annual reports: how to write one, who was late, what was decided. They use all its words.

import type { Rng } from '../../generator/rng.ts';
import { fill, some, type ForeignKind } from '../kind.ts';

const TITLES = [
  '关于做好{year}年政府信息公开工作年度报告编制和发布工作的通知',
  '{organ}关于报送{year}年度政府信息公开年报的通知',
  '关于编制{year}年政府信息公开工作年度报告有关事项的提醒函',
  '{year}年政府信息公开工作年度报告编制{要点/须知/答疑}',
];
const OPENINGS = [
  '各镇人民政府、街道办事处，区直各部门：',
  '为做好今年的年度报告工作，现就有关事项通知如下：',
  '年度报告是检验一年公开工作的窗口，请各单位指定专人负责，按时保质完成。',
];

/** The six parts as a list of what has to be written. */
const PARTS: readonly (readonly [string, string])[] = [
  ['总体情况', '从主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面概括，{文字/篇幅}控制在{n}00字以内。'],
  ['主动公开政府信息情况', '以表格形式填报，规章、规范性文件、行政许可、行政处罚、行政强制、行政事业性收费各栏没有的填“0”，不得留空。'],
  ['收到和处理政府信息公开申请情况', '以表格形式填报，注意“第一项加第二项之和，等于第三项加第四项之和”，总计栏由系统自动合计。'],
  ['政府信息公开行政复议、行政诉讼情况', '以表格形式填报，与司法行政部门核对后再填写，结果维持、结果纠正、其他结果、尚未审结和总计要对应。'],
  ['存在的主要问题及改进情况', '问题要实，措施要具体，不得照抄上年内容，字数不少于{n}0字。'],
  ['其他需要报告的事项', '说明本年度收取信息处理费的情况；没有收取的，也要写明。'],
];

const CLOSINGS = [
  '请于{next}年1月{n}日前将定稿加盖公章后报送，联系人：{小王/小李/小周}，电话：0{n}1-{N}00。',
  '逾期未报送的，将在全{市/县/区}范围内通报。',
  '附件：1.统一格式  2.填报说明  3.常见错误举例',
  '{organ}\n{next}年1月4日',
];

const CHECKS = [
  '{n}个单位的年度报告总计栏与各分项之和不一致，其中{n}个单位把“上年结转”填成了今年的数字。',
  '{organ}的报告中，第三部分第（七）项总计为{n}，而各项相加为{n}，请核实。',
  '{n}家单位仍然使用旧格式，表格里还有“本年新制作数量”“对外公开总数量”栏目。',
  '部分单位的文字表述与表格数据对不上：正文称收到申请{n}件，表中为{n}件。',
  '个别单位把“不予处理”的{n}件填到了“无法提供”一栏。',
  '{n}个单位未在1月31日前发布，{n}个单位发布后自行撤下修改，没有说明理由。',
  '少数报告第六部分只写“无”，没有说明信息处理费情况。',
];

function listed(rng: Rng): readonly string[] {
  const style = rng.pick<(index: number, title: string, text: string) => string>([
    (index, title, text) => `（${'一二三四五六'.charAt(index)}）${title}。${text}`,
    (index, title, text) => `${index + 1}.${title}：${text}`,
    (index, title, text) => `${'一二三四五六'.charAt(index)}是${title}，${text}`,
    (_index, title, text) => `“${title}”部分：${text}`,
    (index, title, text) => `第${'一二三四五六'.charAt(index)}部分“${title}”，${text}`,
    (index, title, text) => `${'一二三四五六'.charAt(index)}、${title}\n${text}`,
  ]);
  return PARTS.map(([title, text], index) => style(index, title, text));
}

const notice: ForeignKind = {
  name: 'notice on writing reports',
  write: (rng) =>
    fill(
      [rng.pick(TITLES), ...some(OPENINGS, rng), '一、报告内容', ...listed(rng), '二、工作要求', ...some(CHECKS, rng, 0.4), ...some(CLOSINGS, rng)].join('\n'),
      rng,
    ),
};

const circular: ForeignKind = {
  name: 'circular on mistakes found',
  write: (rng) =>
    fill(
      [
        '关于{year}年政府信息公开工作年度报告{抽查/核查/评查}情况的通报',
        '{organ}对各单位公布的年度报告进行了检查，现将情况通报如下。',
        '一、总体情况',
        '{n}个单位按时公布，占{p}%；格式规范的{n}个。',
        '二、存在的主要问题',
        ...some(CHECKS, rng),
        '三、下一步要求',
        ...some(CLOSINGS, rng),
      ].join('\n'),
      rng,
    ),
};

/** Every row explained, as handbooks do. */
const ROWS = [
  '本年新收政府信息公开申请数量：统计年度内收到的申请，以收到之日为准。',
  '上年结转政府信息公开申请数量：应当与上一年报告中“结转下年度继续办理”一致。',
  '予以公开：向申请人提供了全部内容的。',
  '部分公开：区分处理后提供了一部分的，只计这一情形。',
  '属于国家秘密：答复书援引保密规定的。',
  '其他法律行政法规禁止公开：应当写明是哪一部法律。',
  '危及“三安全一稳定”：公开后可能影响国家、公共、经济安全和社会稳定的。',
  '保护第三方合法权益：第三方不同意并且理由成立的。',
  '属于三类内部事务信息：人事管理、后勤管理、内部工作流程。',
  '属于四类过程性信息：讨论记录、过程稿、磋商信函、请示报告。',
  '属于行政执法案卷：当事人应当依照案卷查阅的规定办理。',
  '属于行政查询事项：例如不动产登记查询。',
  '本机关不掌握相关政府信息：经检索没有找到的。',
  '没有现成信息需要另行制作：需要汇总、加工、分析的。',
  '补正后申请内容仍不明确：已经一次性告知补正的。',
  '信访举报投诉类申请：告知通过相应渠道提出。',
  '重复申请：同一人就同一内容再次提出，并且已经答复的。',
  '要求提供公开出版物：告知获取途径。',
  '无正当理由大量反复申请：应当要求说明理由。',
  '要求行政机关确认或重新出具已获取信息：不予处理。',
  '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请：以补正期限届满为准。',
  '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请：以缴费期限届满为准。',
  '结转下年度继续办理：年底前没有办结的。',
];

const handbook: ForeignKind = {
  name: 'handbook that explains every row',
  write: (rng) =>
    fill(
      [
        '{年报填报说明/政府信息公开申请办理统计口径/依申请公开业务手册（摘要）}',
        '填表时常见的疑问，逐项说明如下，每年{n}月更新。',
        ...some(ROWS, rng, 0.8).map((row, index) => rng.pick([`${index + 1}.${row}`, `${index + 1}、${row}`, `- ${row}`, `● ${row}`])),
        '以上口径与司法行政部门共用，如有疑问请拨打{N}{n}。',
      ].join('\n'),
      rng,
    ),
};

const news: ForeignKind = {
  name: 'news about reports',
  write: (rng) =>
    fill(
      some(
        [
          '{organ}公布{year}年政府信息公开工作年度报告',
          '本网讯 {next}年1月{n}日，{organ}在门户网站发布了{year}年政府信息公开工作年度报告，接受社会监督。',
          '报告显示，{year}年共主动公开信息{N}条，收到政府信息公开申请{n}件，办结{n}件，结转下年度{n}件。',
          '全年因政府信息公开被申请行政复议{n}件，其中维持{n}件、纠正{n}件；被提起行政诉讼{n}件。',
          '与上年相比，申请数量{增长/下降}{p}%，答复“予以公开”的占{p}%，“无法提供”的占{p}%。',
          '报告也坦言，解读形式单一、基层力量薄弱等问题仍然存在，{next}年将逐项改进。',
          '（来源：{organ} 责任编辑：{小王/小李/小周}）',
        ],
        rng,
        0.85,
      ).join('\n'),
      rng,
    ),
};

const email: ForeignKind = {
  name: 'message about a draft',
  write: (rng) =>
    fill(
      some(
        [
          '主题：回复：年报初稿',
          '王科长：',
          '年报我看过了，有几处麻烦改一下。',
          '1. 标题应为“{organ}{year}年政府信息公开工作年度报告”，现在少了“工作”两个字。',
          '2. 三（一）予以公开 自然人 那一格是{n}，文字里说的是{n}，以哪个为准？',
          '3. 第四部分 行政复议 结果维持 {n} 结果纠正 {n} 其他结果 {n} 尚未审结 {n} 总计 {n}，加起来不对。',
          '4. 五、存在的主要问题及改进情况 太短了，再写{n}0字。',
          '周五前要挂网，辛苦。',
        ],
        rng,
        0.8,
      ).join('\n'),
      rng,
    ),
};

export const NOTICES: readonly ForeignKind[] = [notice, circular, handbook, news, email];
