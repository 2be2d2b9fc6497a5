// Claims read out of a sentence: orders, elisions, lists and the populations that the tables do not count.

import { describe, expect, test } from 'vitest';
import { checkReport } from '../../../server/src/check.ts';
import { parseReport } from '../../../server/src/parse/parse.ts';
import { composeDraft } from '../../support/draft.ts';

const LEAD = '（二）依申请公开。';
const OWN = '规范登记、办理、答复各个环节。';

/** 青禾县人民政府办公室 2023: 新收 16, 上年结转 1, 办结 16, 结转下年度 1; 复议 2, 诉讼 1. */
function draft(sentence: string): string {
  return composeDraft({ form: '2021', layout: 'tab' }).replace(LEAD + OWN, LEAD + sentence);
}

function claimsOf(sentence: string): readonly string[] {
  const { claims } = parseReport(draft(sentence));
  return claims.filter((claim) => !claim.topic.startsWith('fee')).map((claim) => `${claim.topic} ${claim.value} ${claim.status}`);
}

function rulesOf(sentence: string): readonly string[] {
  return checkReport(parseReport(draft(sentence)))
    .findings.filter((finding) => finding.severity !== 'hint')
    .map((finding) => finding.rule);
}

describe('read', () => {
  test.each<readonly [string, readonly string[]]>([
    [
      '收到政府信息公开申请16件，办结16件，结转下年度1件。',
      ['applications/receive 16 agrees', 'applications/done 16 agrees', 'applications/carry-out 1 agrees'],
    ],
    ['16件政府信息公开申请均已登记，1件结转至下年度办理。', ['applications/receive 16 agrees', 'applications/carry-out 1 agrees']],
    ['收到政府信息\n公开申请 1 6\n件。', ['applications/receive 16 agrees']],
    ['收到依申请公开17件（含上年结转1件）。', ['applications/receive 17 agrees', 'applications/carry-in 1 agrees']],
    ['自然人申请13件，法人或其他组织申请4件。', ['applications/natural 13 agrees', 'applications/legal 4 agrees']],
    [
      '予以公开11件、部分公开2件，作其他处理（含主动撤回）0件。',
      ['applications/granted 11 agrees', 'applications/partial 2 agrees', 'applications/otherwise 0 agrees'],
    ],
    ['政府信息公开行政复议2件，其中结果维持1件；行政诉讼1件。', ['review 2 agrees', 'review/upheld 1 agrees', 'litigation 1 agrees']],
    ['办结率94.1%。', ['applications/rate 94.1 agrees']],
    ['其它处理3件。', ['applications/otherwise 3 conflicts']],
    ['法人或其它组织申请4件，政府信息公开行政复议其它结果0件。', ['applications/legal 4 agrees', 'review/other 0 agrees']],
    ['全年未收到政府信息公开申请。', ['applications/receive 0 conflicts']],
    ['公民个人提出申请13件。', ['applications/natural 13 agrees']],
    ['收到群众通过各类渠道递交的政府信息公开申请共计16件。', ['applications/receive 16 agrees']],
    ['申请人逾期不补正、视为放弃的0件。', ['applications/no-correction 0 agrees']],
    ['2件因本机关不掌握、没有现成信息等原因无法提供。', ['applications/not-provided 2 agrees']],
    ['通过书面、网络等途径共接收公众提出的信息公开申请16件。', ['applications/receive 16 agrees']],
    ['行政复议纠错案件1件。', ['review/corrected 1 agrees']],
    ['行政复议、行政诉讼均为零。', ['review 0 conflicts', 'litigation 0 conflicts']],
    ['办理答复16件，所有申请均已全部办结。', ['applications/done 16 agrees', 'applications/carry-out 0 conflicts']],
    ['申请量由12件增至16件。', ['applications 16 agrees']],
    ['依申请公开数量从2022年的21件减少到2023年的16件。', ['applications 16 agrees']],
  ])('%s', (sentence, due) => expect(claimsOf(sentence)).toEqual(due));
});

describe('left alone', () => {
  test.each([
    '当年收到的16件申请已办结15件，加上年结转1件，合计办结16件。',
    '依申请公开信息16件次，网上公开答复12件。',
    '除国家秘密0件外，其余不予公开6件。',
    '2023年12月31日前收到但尚未到答复期限的申请1件。',
    '各级各部门共收到政府信息公开申请99件。',
    '全县共受理政府信息公开申请99件。',
    '县公安局收到政府信息公开申请99件，答复98件。',
    '申请量由2021年的98件增至2022年的99件。',
    '行政诉讼败诉案件为零。',
    '网站发布120条，微信发布13条，共130条。',
    '属于国家秘密、三类内部事务信息等的5件。',
    '因保护第三方合法权益等原因不予公开1件。',
    '新收申请16件，结转下年度1件，共15件。',
    '新收申请16件、上年结转1件，合计17件。',
    '通过网络收到申请9件，信函收到申请7件，共16件。',
    '2022年收到政府信息公开申请99件，上半年收到申请98件。',
    '上年度收到政府信息公开申请99件。',
    '网上收到申请99件，信函收到申请98件。',
    '备案政府信息公开行政复议案件99件，行政诉讼案件98件。',
    '办理人大代表建议99件、政协提案98件，12345热线97件。',
    '收到低保申请99件，办结98件。',
    '收到申请10余件，约有90件咨询。',
    '未收到相关投诉，未收到网上申请，未收到社会公益组织提出的申请。',
    '收到政府信息公开申请16件，已答复16件，其中1件结转下年度办理。',
    '申请均在法定期限内答复，按时办结率100%。',
    '不同意公开1件，未予公开1件。',
    '全部公开11件、部分公开2件，公开比例为81.3%。',
    '行政复议案件2件，已审结2件，0件未结。',
    '共公开规范性文件15件。',
    '行政许可36件，其中即办件30件，承诺件6件。',
    '余下1件尚在法定办理期限内，结转下年度。',
    '收到政府信息公开申请16件，按期办结13件，延期办结3件。',
    '公开类答复13件（予以公开11件、部分公开2件），占办结总数的81.3%。',
    '全年行政复议案件共18件，其中政府信息公开类2件；行政应诉26件，其中政府信息公开类1件。',
    '收到各类申请99件，其中政府信息公开申请16件。',
    '局机关收到申请10件，下属分局收到申请6件。',
    '全年作出行政处罚决定12件，其中公开10件。',
    '予以公开11件（自然人8件、商业企业2件、法律服务机构1件），占68.8%。',
    '办结一件申请、解决一个问题、温暖一颗民心。',
  ])('%s', (sentence) => expect(rulesOf(sentence)).toEqual([]));
});

describe('contradicted, once', () => {
  test.each([
    ['收到政府信息公开申请18件，办结16件。', 'prose-number'],
    ['予以公开11件，其中自然人9件。', 'prose-number'],
    ['收到政府信息公开申请16件，余下2件尚在法定办理期限内。', 'prose-number'],
    ['收到政府信息公开申请16件，办结16件，在办2件。', 'prose-number'],
    ['收到政府信息公开申请16件，全部办结。', 'prose-complete'],
    ['未发生政府信息公开行政复议、行政诉讼。', 'prose-zero'],
    ['收到政府信息公开申请16件，其中网上9件、信函6件。', 'prose-sum'],
    ['收到政府信息公开申请16件，比上年12件减少4件。', 'prose-trend'],
    ['办结政府信息公开申请16件，办结率84.1%。', 'prose-rate'],
    ['申请量由18件增至16件。', 'prose-trend'],
    ['申请量由12件增至61件。', 'prose-number'],
    ['行政复议、行政诉讼均为零。', 'prose-zero'],
    ['办理答复16件，所有申请均已全部办结。', 'prose-complete'],
    ['新收申请16件、上年结转1件，合计18件。', 'prose-number'],
    ['通过网络收到申请9件，信函收到申请6件，共16件。', 'prose-sum'],
  ])('%s', (sentence, rule) => expect(rulesOf(sentence)).toEqual([rule]));
});

test('a sentence tells which cell of a broken table is wrong, and is not blamed for it', () => {
  const text = draft('收到政府信息公开申请16件，结转下年度1件。')
    .replace('三、收到和处理', '三、收到和处理')
    .replace(/(本年新收政府信息公开申请数量\t+12\t3\t0\t0\t1\t0\t)16/u, '$126');
  const { findings } = checkReport(parseReport(text));
  expect(findings.map((finding) => finding.rule)).toEqual(['wrong-cell']);
  expect(findings[0]?.message).toContain('正文写明');
});

test('a wrong percentage is set right by the number it stands behind', () => {
  const { findings } = checkReport(parseReport(draft('自然人申请13件，占67.5%。')));
  expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('与表三不一致：13÷17＝76.5%。12÷16＝75%，也不一致。')]);
  expect(findings[0]?.fixes.map(({ title }) => title)).toEqual(['正文改为 76.5（13÷17）', '正文改为 75.0（12÷16）']);
});

test('a denial that the table contradicts is rewritten in its own verb', () => {
  const titles = (sentence: string) => checkReport(parseReport(draft(sentence))).findings.flatMap(({ fixes }) => fixes.map(({ title }) => title));
  expect(titles('全年未收到政府信息公开申请。')).toEqual(['正文改为“收到政府信息公开申请16件”']);
  expect(titles('全年未作出行政处罚决定。')).toEqual([expect.stringMatching(/^正文改为“作出行政处罚决定\d+件”$/u)]);
});

test('letters are counted as paper is', () => {
  const rules = checkReport(parseReport(draft('出具答复书16份。'))).findings.map(({ rule }) => rule);
  expect(rules).toEqual([]);
  expect(checkReport(parseReport(draft('收到申请16份。'))).findings.map(({ rule }) => rule)).toEqual(['term']);
});

test('every span of a claim holds its text and its number', () => {
  const text = draft('共\n收到政府信息公开申请 1 6 件，办结 16 件，办结率 94.1%。');
  const report = parseReport(text);
  expect(report.claims.length).toBeGreaterThan(2);
  for (const claim of report.claims) {
    expect(text.slice(claim.span.start, claim.span.end)).toBe(claim.text);
    expect(Number(text.slice(claim.numberSpan.start, claim.numberSpan.end).replaceAll(/\s/gu, ''))).toBe(claim.value);
    expect(claim.span.start <= claim.numberSpan.start && claim.numberSpan.end <= claim.span.end).toBe(true);
  }
});
