// Other official texts: rule-of-law reports, regulations, guides, forms, answers to applicants, minutes.

import { fill, some, type ForeignKind } from '../kind.ts';

const ruleOfLaw: ForeignKind = {
  name: '法治政府建设年度报告',
  write: (rng) =>
    fill(
      [
        '{organ}{year}年法治政府建设年度报告',
        '{year}年，{self}坚持依法行政，现将有关情况报告如下。',
        '一、{总体情况/主要举措和成效/工作开展情况}',
        ...some(
          [
            '（一）制定规章{n}件，规范性文件{n}件，废止{n}件，备案审查{n}件。',
            '（二）办理行政许可{N}件，作出行政处罚决定{n}件、行政强制{n}件。',
            '（三）收到行政复议申请{n}件，受理{n}件，维持{n}件，纠正{n}件；行政诉讼{n}件，败诉{n}件。',
            '（四）主动公开政府信息{N}条，收到和处理政府信息公开申请{n}件。',
          ],
          rng,
        ),
        '二、存在的{不足和原因/主要问题及改进情况}',
        '基层执法力量不足，案卷质量有待提高。',
        '三、党政主要负责人履行推进法治建设第一责任人职责情况',
        '召开会议{n}次，专题学法{n}次。',
        '四、{下一年度主要安排/其他需要报告的事项}',
        '{next}年将继续推进柔性执法，整理{n}类清单。',
      ].join('\n'),
      rng,
    ),
};

const DUTIES = [
  '主动公开有关规划、预算、收费、采购、许可、处罚、强制的信息',
  '收到申请之日起登记造册，能够当场答复的当场答复',
  '在每年一月三十一日前向主管部门提交上一年度的报告并向社会公布',
  '对申请人重复提出、数量明显超过合理范围的申请，要求其说明理由',
  '区分可以公开和不予公开的内容，只提供可以公开的部分',
  '因公开工作引起行政复议、行政诉讼的，将结果报备',
  '核对收到和处理申请的数量、结转的数量以及收取费用的情况',
];

const regulation: ForeignKind = {
  name: 'regulation',
  write: (rng) => {
    const articles = Array.from({ length: rng.int(6, 40) }, (_, index) => {
      const items = rng.chance(0.3) ? `：\n（一）${rng.pick(DUTIES)}；\n（二）${rng.pick(DUTIES)}；\n（三）法律、法规规定的其他情形。` : '。';
      return `第${numeral(index + 1)}条　{各单位/公开机构/承办人/主管部门}应当${rng.pick(DUTIES)}${items}`;
    });
    return fill(
      ['{organ}政府信息公开工作{办法/细则/制度}（{试行/暂行/修订}）', '第一章　总则', ...articles, '本办法自{next}年{n}月1日起施行。'].join('\n'),
      rng,
    );
  },
};

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

function numeral(value: number): string {
  const tens = Math.floor(value / 10);
  const lead = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens] ?? ''}十`;
  return lead + (DIGITS[value % 10] ?? '');
}

const guide: ForeignKind = {
  name: 'guide for applicants',
  write: (rng) =>
    fill(
      [
        '{organ}政府信息公开指南',
        '一、主动公开',
        '（一）公开范围：机构职能、规范性文件、行政许可、行政处罚、行政强制、行政事业性收费、政府集中采购等。',
        '（二）公开形式：门户网站、公报、新闻发布会、公开栏。',
        '二、依申请公开',
        ...some(
          [
            '（一）提出申请：填写申请表，可以当面、信函或者网上提出。',
            '（二）申请处理：自收到之日起{n}个工作日内答复，需要延长的告知申请人。',
            '（三）收费：信息处理费按件、按量计收。',
          ],
          rng,
        ),
        '三、不予公开的政府信息',
        '属于国家秘密的；危及国家安全、公共安全、经济安全、社会稳定的；涉及第三方合法权益的；三类内部事务信息；四类过程性信息；行政执法案卷信息。',
        '四、监督和救济',
        '可以举报，也可以依法申请行政复议或者提起行政诉讼。',
      ].join('\n'),
      rng,
    ),
};

const applicationForm: ForeignKind = {
  name: 'application form',
  write: () =>
    [
      '政府信息公开申请表',
      '申请人信息 公民 姓名 工作单位 证件名称 证件号码 通信地址 联系电话',
      '法人或其他组织 名称 组织机构代码 法人代表 联系人 联系电话',
      '商业企业 □ 科研机构 □ 社会公益组织 □ 法律服务机构 □ 其他 □',
      '所需信息情况 名称 文号 特征描述',
      '获取方式 □邮寄 □电子邮件 □当面领取',
      '是否申请减免费用 □是 □否',
    ].join('\n'),
};

const answer: ForeignKind = {
  name: 'answer to an applicant',
  write: (rng) =>
    fill(
      [
        '政府信息公开申请{答复书/告知书}',
        '编号：{year}第{n}号',
        '张某：',
        '{self}于{year}年{n}月{n}日收到您提出的政府信息公开申请。经审查，您申请的信息{属于行政查询事项/属于四类过程性信息/本机关不掌握/属于已主动公开的信息}。',
        '根据《中华人民共和国政府信息公开条例》第三十六条第（{一/三/五/七}）项的规定，{予以公开/不予公开/不予处理/告知获取途径}。',
        '如对本答复不服，可以在收到之日起60日内申请行政复议，或者在6个月内提起行政诉讼。',
        '{organ}\n{year}年{n}月{n}日',
      ].join('\n'),
      rng,
    ),
};

const minutes: ForeignKind = {
  name: 'minutes of a meeting',
  write: (rng) =>
    fill(
      [
        '会议纪要',
        '时间：{year}年{n}月{n}日　地点：三楼会议室　主持：王某',
        '议题：一、研究{year}年政府信息公开工作年度报告；二、讨论网站改版；三、其他事项',
        ...some(
          [
            '（一）会议听取了总体情况汇报，主动公开政府信息情况基本完整。',
            '（二）收到和处理政府信息公开申请情况，新收{n}件、结转{n}件，业务科要再核对一遍。',
            '（三）政府信息公开行政复议、行政诉讼情况由法规科提供，周{三/五}前交。',
            '（四）存在的主要问题及改进情况要避免空话。',
            '（五）网站访问量{N}次，比上年{增/减}{p}%。',
          ],
          rng,
          0.8,
        ),
        '会议议定：报告于{n}日前定稿。',
        '出席：李某、周某、陈某　记录：吴某',
      ].join('\n'),
      rng,
    ),
};

const workReport: ForeignKind = {
  name: 'government work report',
  write: (rng) =>
    fill(
      [
        '政府工作报告',
        '各位代表：',
        '一、{year}年工作回顾',
        ...some(
          [
            '地区生产总值增长{p}%，一般公共预算收入{N}万元。',
            '新增城镇就业{N}人，改造老旧小区{n}个。',
            '办理人大代表建议{n}件、政协提案{n}件，答复率{p}%。',
            '行政复议{n}件，行政诉讼{n}件，信息公开申请{n}件。',
          ],
          rng,
        ),
        '二、{next}年主要任务',
        '（一）稳增长。（二）惠民生。（三）强生态。（四）优环境。',
        '三、政府自身建设',
        '坚持公开透明，自觉接受监督。',
      ].join('\n'),
      rng,
    ),
};

export const OFFICIAL: readonly ForeignKind[] = [ruleOfLaw, regulation, guide, applicationForm, answer, minutes, workReport];
