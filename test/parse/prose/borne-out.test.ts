// Sentences whose words alone do not say which cell is meant: what the tables bear out agrees, its twin is told where its words are sure, and else left
// alone without a word for or against it.

import { describe, expect, test } from 'vitest';
import { checkReport } from '../../../server/src/check.ts';
import { parseReport } from '../../../server/src/parse/parse.ts';
import { heldClaims } from '../../../server/src/rules/shared/last-year-report.ts';
import { NO_SUPPRESSIONS } from '../../../server/src/suppressions/suppression.ts';
import { embed, previousCellsOf, type Part, WORLDS } from './held-out/worlds.ts';

/** The numbers that agree with this year's tables or last year's, and those that are told. */
function judged(name: string, part: Part, sentence: string) {
  const world = WORLDS[name];
  if (world === undefined) throw new Error(name);
  const { text, offset } = embed(world, part, sentence);
  const report = parseReport(text);
  const cells = previousCellsOf(world);
  const previous = cells === null ? null : { path: '上年年报.txt', cells };
  const isIn = (span: { readonly start: number; readonly end: number }) => span.start >= offset && span.end <= offset + sentence.length;
  const written = (span: { readonly start: number; readonly end: number }) => text.slice(span.start, span.end);
  const claims = [...report.claims, ...heldClaims({ report, previous }).map(({ claim }) => claim)];
  const { findings } = checkReport(report, { suppressions: { ...NO_SUPPRESSIONS, previous } });
  return {
    agree: claims
      .filter(({ status, numberSpan }) => status === 'agrees' && isIn(numberSpan))
      .toSorted((one, other) => one.numberSpan.start - other.numberSpan.start)
      .map(({ numberSpan }) => written(numberSpan)),
    told: findings.filter(({ severity, span }) => severity !== 'hint' && isIn(span)).map(({ span }) => written(span)),
  };
}

type Pair = readonly [world: string, Part, right: string, agree: readonly string[], twin: string, agreeInTwin: readonly string[], told: readonly string[]];

const PAIRS: Readonly<Record<string, readonly Pair[]>> = {
  'who decides is a part of the organ': [
    ['g1', 'overview', '街道综合行政执法队作出行政处罚341件、行政强制17件。', ['341', '17'], '区公安分局作出行政处罚126件、行政强制18件。', [], []],
    ['g4', 'overview', '全县执法单位作出许可决定35127件，处罚决定3984件。', ['35127', '3984'], '全县发放卫生许可35120件，撤销处罚398件。', [], []],
  ],
  'half a name behind its verb': [
    ['g3', 'overview', '行政许可项目原有6项，今年新增1项，办结许可87件。', ['6', '1', '87'], '行政许可项目原有6项，今年新增1项，不予许可8件。', ['6', '1'], []],
  ],
  'items of the 2019 form': [
    [
      'g6',
      'overview',
      '行政许可事项从47项减为41项，行政处罚项目188项，取消9项。',
      ['47', '41', '188', '9'],
      '公布行政许可事项41项，行政处罚项目198项。',
      [],
      [],
    ],
    ['g3', 'overview', '行政处罚事项上年11项，本年无增减，实施处罚0件。', ['11', '0'], '行政处罚事项上年12项，本年无增减。', [], ['12']],
  ],
  'what numbers add up to': [
    ['g2', 'third', '予以公开49件、部分公开18件，合起来正好是67件。', ['49', '18', '67'], '予以公开49件、部分公开18件，合起来接近77件。', ['49', '18'], []],
    [
      'g2',
      'third',
      '商业企业10件、法律服务机构2件，合计占新收量的4.8%。',
      ['10', '2', '4.8'],
      '商业企业10件、法律服务机构2件，合计占新收量的8.4%。',
      ['10', '2'],
      ['8.4'],
    ],
  ],
  'a list behind the number that it divides': [
    [
      'g6',
      'fourth',
      '厅机关信息公开复议22件：13件维持、2件纠正、4件其他结果、3件未审结。',
      ['22', '13', '2', '4', '3'],
      '厅机关审理劳动复议21件：12件维持、2件纠正、4件其他结果、3件未审结。',
      [],
      [],
    ],
    ['g4', 'fourth', '行政复议31件，已办结26件，其中维持16件。', ['31', '26', '16'], '行政复议31件，已办结28件，其中维持16件。', ['31', '16'], ['28']],
    [
      'g4',
      'fourth',
      '行政诉讼15件，审结10件，5件未审结，其中维持7件、纠正1件、其他2件。',
      ['15', '10', '5', '7', '1', '2'],
      '行政诉讼15件，审结10件，5件未审结，其中维持8件。',
      ['15', '10', '5'],
      ['8'],
    ],
  ],
  'several changes behind one word': [
    [
      'g2',
      'overview',
      '新收申请249件、办结245件，较上年分别增长36.8%、35.4%。',
      ['249', '245', '36.8', '35.4'],
      '新收申请249件、办结245件，较上年分别增长36.8%、45.4%。',
      ['249', '245', '36.8'],
      ['45.4'],
    ],
    [
      'g2',
      'overview',
      '行政许可决定较上年增加25765件；行政处罚决定较上年减少5711件，下降7.7%。',
      ['25765', '5711', '7.7'],
      '行政许可决定较上年增加25765件；行政处罚决定较上年减少5711件，下降8.8%。',
      ['25765', '5711'],
      ['8.8'],
    ],
    ['g2', 'third', '重复申请由5件降为4件。', ['5', '4'], '重复申请由6件降为4件。', ['4'], []],
  ],
  'suits told by how they came to court': [
    ['g2', 'fourth', '提起行政诉讼21件：未经复议7件、经复议维持后又起诉14件。', ['21', '7', '14'], '提起行政诉讼21件：未经复议8件。', ['21'], ['8']],
    ['g2', 'fourth', '行政诉讼21件，4件以撤诉等方式结案。', ['21', '4'], '行政诉讼21件，5件以撤诉等方式结案。', ['21'], ['5']],
  ],
  'what is left of them': [
    ['g2', 'third', '收到申请249件，剩余10件将于2023年1月答复。', ['249', '10'], '收到申请249件，剩余11件将于2023年1月答复。', ['249'], ['11']],
    ['g2', 'third', '2022年底遗留申请10件，均未到期。', ['10'], '2020年底遗留申请10件，均未到期。', [], []],
  ],
  'what is put together': [
    ['i1', 'fourth', '复议、诉讼案件加在一起有188件。', ['188'], '复议、诉讼案件加在一起有198件。', [], ['198']],
    ['i5', 'fourth', '和有关部门一起办理咨询。', [], '收到行政复议一起。', [], ['一']],
  ],
  'this year by another word': [
    ['i4', 'overview', '这一年，我局新收政府信息公开申请172件。', ['172'], '这三年，我局新收政府信息公开申请271件。', [], []],
    ['i1', 'management', '颁布规章3件。', ['3'], '学习新颁布的法律5件。', [], []],
  ],
  'a reason before the verb': [
    ['i1', 'third', '有75件申请因延期答复、征求第三方意见等结转2024年办理。', ['75'], '有57件申请因延期答复、征求第三方意见等延长了办理期限。', [], []],
    ['i1', 'third', '有75件申请因延期答复等原因结转2024年办理。', ['75'], '有57件申请因延期答复等结转2024年办理。', [], ['57']],
  ],
  'outcomes named once for two kinds of cases': [
    [
      'i1',
      'fourth',
      '直接起诉的33件，维持、纠正、其他、未结分别为17件、2件、5件、9件；复议后起诉的46件，依次为28件、1件、6件、11件。',
      ['33', '17', '2', '5', '9', '46', '28', '1', '6', '11'],
      '直接起诉的33件，维持、纠正、其他、未结分别为17件、2件、5件、9件；复议后起诉的46件，依次为38件、1件、6件、11件。',
      ['33', '17', '2', '5', '9', '46', '1', '6', '11'],
      ['38'],
    ],
  ],
  'the whole that is named': [
    ['i4', 'third', '予以公开45件，占办结总数的26.95%。', ['45', '26.95'], '予以公开45件，占办结总数的26.16%。', ['45'], ['26.16']],
    ['i4', 'third', '予以公开45件，占26.16%。', ['45', '26.16'], '满意度占办结总数的26.16%。', [], []],
  ],
  'changes of decisions by half their names': [
    [
      'i1',
      'overview',
      '作出行政许可决定91.87万件、行政处罚决定63.41万件，与上年相比，许可增长4.8%，处罚下降4.1%。',
      ['91.87万', '63.41万', '4.8', '4.1'],
      '作出行政许可决定91.87万件、行政处罚决定63.41万件，与上年相比，许可增长8.4%，卫生许可增长9.9%。',
      ['91.87万', '63.41万'],
      ['8.4'],
    ],
  ],
  'the team of a town': [
    ['i2', 'second', '街道综合执法中队作出行政处罚决定35件。', ['35'], '街道综合执法中队作出行政处罚决定53件。', [], ['53']],
    ['i5', 'overview', '镇综合行政执法队共作出行政处罚决定9件。', ['9'], '青石镇综合行政执法队共作出行政处罚决定19件。', [], []],
    ['i5', 'overview', '镇综合行政执法队办理行政许可31件。', ['31'], '县综合行政执法队作出行政处罚决定19件。', [], []],
  ],
  'what it is said of stands elsewhere': [
    ['g2', 'third', '不予公开的82件中，近一半（40件）属于行政执法案卷。', ['82', '40'], '不予公开的82件中，近一半（41件）附有说明。', ['82'], []],
    ['g5', 'problems', '229件的新收量给承办部门带来压力。', ['229'], '抽查229件的装订质量。', [], []],
  ],
};

describe.each(Object.entries(PAIRS))('%s', (_name, pairs) => {
  test.each(pairs)('%s %s: %s', (world, part, right, agree, twin, agreeInTwin, told) => {
    expect(judged(world, part, right)).toEqual({ agree, told: [] });
    expect(judged(world, part, twin)).toEqual({ agree: agreeInTwin, told });
  });
});

test('counts joined by words, without a full stop, are a sentence and no rows', () => {
  const sentence = '无法提供78件 其中本机关不掌握68件 没有现成信息需另行制作7件 补正后申请内容仍不明确3件';
  expect(judged('g4', 'third', sentence).told).toEqual([]);
  expect(judged('g4', 'third', sentence.replace('其中', '')).told).not.toEqual([]);
});
