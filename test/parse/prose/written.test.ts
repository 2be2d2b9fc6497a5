// Sentences as offices write them, each kind once misread: without a finding as it should be, and with one where a number is
// wrong.

import { describe, expect, test } from 'vitest';
import { checkReport } from '../../../server/src/check.ts';
import { parseReport } from '../../../server/src/parse/parse.ts';
import { embed, WORLDS } from './held-out/worlds.ts';

type Found = readonly (readonly [rule: string, at: string, offered: string | null])[];

function findings(world: string, part: 'applications' | 'management' | 'proactive' | 'problems', sentence: string): Found {
  const of = WORLDS[world];
  if (of === undefined) throw new Error(world);
  const { text, offset } = embed(of, part, sentence);
  return checkReport(parseReport(text))
    .findings.filter(({ span, severity }) => severity !== 'hint' && span.start < offset + sentence.length && span.end > offset)
    .map(({ rule, span, fixes: [first] }) => [rule, text.slice(span.start, span.end), first?.edits.map(({ newText }) => newText).join('') ?? null]);
}

describe('of a town: 新收 17 (自然人 15), 上年结转 2, 办结 16, 结转 3', () => {
  test.each<readonly [string, string, ...Found[number]]>([
    ['上年结转2件（自然人2件、商业企业0件）。', '上年结转2件（自然人1件）。', 'prose-number', '1', '2'],
    ['结转下年度的3件中，自然人3件。', '结转下年度的3件中，自然人2件。', 'prose-number', '2', '3'],
    ['予以公开的7件中，自然人申请6件。', '予以公开的7件中，自然人申请5件。', 'prose-number', '5', '6'],
    ['自然人申请中，予以公开6件。', '自然人申请中，予以公开7件。', 'prose-number', '7', '6'],
    ['2021年至2023年收到申请分别为11件、14件和17件。', '2021年至2023年收到申请分别为11件、14件和27件。', 'prose-number', '27', '17'],
    ['2022年、2023年分别收到申请14件、17件。', '2022年、2023年分别收到申请14件、16件。', 'prose-number', '16', '17'],
    ['近三年收到的申请：2021年11件、2022年14件、2023年17件。', '近三年收到的申请：2021年11件、2022年14件、2023年71件。', 'prose-number', '71', '17'],
    ['予以公开7件、部分公开2件，分别占43.75%、12.5%。', '予以公开7件、部分公开2件，分别占43.75%、21.5%。', 'prose-rate', '21.5', '12.5'],
    ['予以公开7件，部分公开2件，占56.25%。', '予以公开7件，部分公开2件，占65.25%。', 'prose-rate', '65.25', '12.50'],
    ['予以公开7件、部分公开2件，公开率56.25%。', '予以公开7件、部分公开2件，公开率65.25%。', 'prose-rate', '65.25', '56.25'],
    ['政府信息公开行政复议4件，纠正1件，纠错率25%。', '政府信息公开行政复议4件，纠正1件，纠错率20%。', 'prose-rate', '20', '25'],
    ['全年实际承办申请19件。', '全年实际承办申请20件。', 'prose-number', '20', '19'],
    ['申请数量为17，办结数量为16。', '申请数量为27，办结数量为16。', 'prose-number', '27', '17'],
    ['17件新收加2件上年结转，均已登记。', '17件新收加3件上年结转，均已登记。', 'prose-number', '3', '2'],
    ['因不服我镇政府信息公开工作答复被申请行政复议4起。', '因不服我镇政府信息公开工作答复被申请行政复议5起。', 'prose-number', '5', '4'],
    ['网上申请9件、信函申请8件，合计17件。', '网上申请9件、信函申请9件，合计18件。', 'prose-number', '18', '17'],
    ['上半年收到申请8件、下半年9件，全年17件。', '上半年收到申请8件、下半年10件，全年18件。', 'prose-number', '18', '17'],
    ['其中1件认定为重复申请。', '其中2件认定为重复申请。', 'prose-number', '2', '1'],
    ['较上年14件增加3件，同比增长21.43%，全年收到申请17件。', '较上年14件增加3件，同比增长24.13%，全年收到申请17件。', 'prose-trend', '24.13', '21.43'],
    ['收到申请17件，办结十六件。', '收到申请17件，办结十七件。', 'prose-number', '十七', '十六'],
    ['政府信息公开行政复议4件，无一件其他结果。', '政府信息公开行政复议4件，无一被纠正。', 'prose-zero', '无一被纠正', null],
    ['政府信息公开行政复议4件，维持2件。', '政府信息公开行政复议4件，均维持。', 'prose-zero', '均维持', null],
    ['投诉举报情况：无。', '依申请公开情况：无。', 'prose-zero', '无', '收到申请17件'],
    ['全年信访事项零积压。', '全年实现零申请。', 'prose-zero', '零申请', '收到申请17件'],
    ['发布信息43条（图解28条、音频15条）。', '发布信息42条（图解28条、音频15条）。', 'prose-sum', '42', '43'],
    ['主动公开信息42条，其中工作动态28条，通知公告8条，其他6条。', '主动公开信息42条，其中工作动态28条，通知公告8条，其他7条。', 'prose-sum', '42', '43'],
    ['发布简报41期、公告126期、动态55期，合计222期。', '发布简报41期、公告126期、动态55期，合计219期。', 'prose-sum', '219', '222'],
  ])('%s → %s', (right, wrong, ...found) => {
    expect(findings('town', 'applications', right)).toEqual([]);
    expect(findings('town', 'applications', wrong)).toEqual([found]);
  });

  test('documents and decisions', () => {
    expect(findings('town', 'management', '新增3件，废止1件，现有行政规范性文件21件。')).toEqual([]);
    expect(findings('town', 'management', '新增3件，废止1件，现有行政规范性文件22件。')).toEqual([['prose-number', '22', '21']]);
    expect(findings('town', 'management', '印发《砚溪镇殡葬管理办法》等3件行政规范性文件。')).toEqual([]);
    expect(findings('town', 'management', '印发《砚溪镇殡葬管理办法》等4件行政规范性文件。')).toEqual([['prose-number', '4', '3']]);
    expect(findings('city', 'proactive', '全市行政许可决定120.45万件。')).toEqual([]);
    expect(findings('city', 'proactive', '全市行政许可决定102.45万件。')).toEqual([['prose-number', '102.45万', '120.45万']]);
    expect(findings('town', 'problems', '全年被复议机关纠正1件，反映出答复不够规范。')).toEqual([]);
    expect(findings('town', 'problems', '全年被复议机关纠正2件，反映出答复不够规范。')).toEqual([['prose-number', '2', '1']]);
  });
});

describe('of a city: 规章 17, 规范性文件 268 现行有效, 申请 1884', () => {
  test.each<readonly [string, string, ...Found[number]]>([
    [
      '制发行政规范性文件34件、废止21件，现行有效规章和行政规范性文件分别为17件、268件。',
      '制发行政规范性文件34件、废止21件，现行有效规章和行政规范性文件分别为17件、286件。',
      'prose-number',
      '286',
      '268',
    ],
    ['制定规章、规范性文件分别为2件、34件，废止分别为1件、21件。', '制定规章、规范性文件分别为2件、34件，废止分别为1件、12件。', 'prose-number', '12', '21'],
    ['新收、办结申请分别为1884件、1869件。', '新收、办结申请分别为1884件、1896件。', 'prose-number', '1896', '1869'],
    ['全市各级行政机关收到申请1884件。', '全市各级行政机关收到申请1848件。', 'prose-number', '1848', '1884'],
    [
      '网络提交1203件，邮寄提交517件，现场提交164件，三种渠道合计1884件。',
      '网络提交1203件，邮寄提交517件，现场提交164件，三种渠道合计1894件。',
      'prose-sum',
      '1894',
      '1884',
    ],
  ])('%s → %s', (right, wrong, ...found) => {
    expect(findings('fd1', 'applications', right)).toEqual([]);
    expect(findings('fd1', 'applications', wrong)).toEqual([found]);
  });

  test.each<readonly [string, string, ...Found[number]]>([
    ['线上平台98件、邮寄61件、现场8件，三类渠道共收到申请167件。', '线上平台98件、邮寄61件、现场8件，三类渠道共收到申请169件。', 'prose-sum', '169', '167'],
  ])('of a bureau: %s → %s', (right, wrong, rule, at) => {
    expect(findings('fe2', 'applications', right)).toEqual([]);
    expect(findings('fe2', 'applications', wrong).map((found) => found.slice(0, 2))).toEqual([[rule, at]]);
  });

  test('各 is of each result', () => {
    expect(findings('fe1', 'applications', '无正当理由大量反复申请和要求重新出具已获取信息的各1件。')).toEqual([]);
    expect(findings('fe1', 'applications', '无正当理由大量反复申请和要求重新出具已获取信息的各2件。').map(([rule]) => rule)).toContain('prose-number');
    expect(findings('fe1', 'problems', '行政诉讼中法院维持行政机关答复的10件。')).toEqual([]);
    expect(findings('fe1', 'problems', '行政诉讼中法院维持行政机关答复的12件。').map(([rule]) => rule)).toEqual(['prose-number']);
  });

  test('a town has no 规范性文件 repealed', () => {
    expect(findings('fd3', 'management', '制发行政规范性文件1件，无废止文件，现行有效3件。')).toEqual([]);
    expect(findings('fd3', 'management', '制发行政规范性文件1件，无废止文件，现行有效4件。')).toEqual([['prose-number', '4', '3']]);
    expect(findings('fd1', 'management', '制发行政规范性文件34件，无废止文件。').map(([rule]) => rule)).toEqual(['prose-zero']);
  });

  test.each(['各级行政机关收到申请12件。', '市各级机关党委收到申请12件。'])('about somebody else: %s', (sentence) => {
    expect(findings('fd1', 'applications', sentence)).toEqual([]);
  });
});

describe('of a county office', () => {
  test.each<readonly [string, string, ...Found[number]]>([
    [
      '因本机关不掌握、没有现成信息、补正后仍不明确而无法提供的分别为58件、8件和3件。',
      '因本机关不掌握、没有现成信息、补正后仍不明确而无法提供的分别为58件、9件和3件。',
      'prose-number',
      '9',
      '8',
    ],
    ['法人或其他组织申请30件，其中商业企业18件，占60%。', '法人或其他组织申请30件，其中商业企业18件，占66%。', 'prose-rate', '66', '60'],
    ['另有2件行政复议、4件行政诉讼尚在审理中，均涉及政府信息公开。', '尚有3件复议、4件诉讼在审理中。', 'prose-number', '3', '2'],
  ])('%s → %s', (right, wrong, ...found) => {
    expect(findings('office', 'applications', right)).toEqual([]);
    expect(findings('office', 'applications', wrong)).toEqual([found]);
  });
});

test.each([
  '公布行政许可12项、行政处罚186项。',
  '公布权责清单，其中行政许可8项、行政处罚143项、行政强制11项。',
  '公开行政许可决定80条（另有6条依法不予公开），全年共作出86件。',
  '制作政府信息473条，其中主动公开政府信息123条，依申请公开信息数245条，不予公开信息数105条。',
  '县法院受理行政案件27件，县政府败诉2件。',
  '2021年至2023年，我镇累计收到政府信息公开申请42件。',
  '上半年收到申请8件。',
])('about something else: %s', (sentence) => expect(findings('town', 'proactive', sentence)).toEqual([]));
