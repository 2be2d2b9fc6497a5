// Which numbers of a sentence belong to another population, year or share of the table? Families of sentences, half of each wrong on purpose.

import { describe, expect, test } from 'vitest';
import { checkReport } from '../../server/src/check/check.ts';
import { parseReport } from '../../server/src/report/parse.ts';
import { embed, WORLDS } from './held-out/worlds.ts';

/**
 * 霁川县人民政府办公室 2024: 新收 233 (自然人 203), 上年结转 10, 办结 228, 结转下年度 15; 予以公开 85, 部分公开 26, 不予公开 27;
 * 规范性文件 制发 11, 废止 6, 现行有效 94; 行政许可 4127, 行政处罚 1536; 复议 22, 诉讼 18.
 */
const OFFICE = WORLDS['office'];

function rulesOf(sentence: string): readonly string[] {
  if (OFFICE === undefined) throw new Error('the world is gone');
  const { findings } = checkReport(parseReport(embed(OFFICE, 'applications', sentence).text));
  return findings.filter((finding) => finding.severity !== 'hint').map((finding) => finding.rule);
}

type Family = readonly [name: string, fitting: readonly string[], contradicted: readonly (readonly [string, rule: string])[]];

const FAMILIES: readonly Family[] = [
  [
    'finished: all of them, or only those of this year',
    [
      '收到政府信息公开申请233件，办结218件，15件正在办理；另办结上年结转10件。',
      '当年新收申请233件，当年办结218件，其余15件跨年办理。',
      '办结本年度申请218件、上年结转10件。',
      '全年收到申请233件，答复218件，另答复去年结转的10件。',
      '新收申请233件，其中218件已于年内答复，同时办结上年度结转申请10件。',
      '今年收到的233件申请中，已办结218件，办结率93.6%。',
      '收到政府信息公开申请233件，办结219件，15件正在办理；另办结上年结转9件。',
    ],
    [
      ['收到政府信息公开申请233件，办结217件，15件正在办理。', 'prose-number'],
      ['当年新收申请233件，办结219件，结转下年度15件。', 'prose-number'],
      ['全年收到申请233件，上年结转10件，共答复238件。', 'prose-number'],
      ['收到申请233件，办结228件，另有18件正在办理。', 'prose-number'],
      ['办结本年度申请218件、上年结转11件。', 'prose-number'],
      ['收到申请233件，办结216件；另办结上年结转9件。', 'prose-number'],
    ],
  ],
  [
    'finished in the next year',
    [
      '办结228件，结转下年度15件，该15件已于2025年1月全部办结。',
      '结转2025年办理15件，截至2025年1月20日已答复9件。',
      '结转下年度15件，目前已办结12件，截至2025年1月底全部办结。',
      '收到申请233件，结转下年度15件，均于2025年1月中旬办结。',
      '办结228件，剩余15件已于次年1月全部答复。',
      '结转的15件申请在今年1月前已全部答复（截至2025年1月10日）。',
    ],
    [
      ['收到申请233件，办结238件，结转的15件已于2025年1月全部办结。', 'prose-number'],
      ['办结228件，结转下年度16件，该16件已于2025年1月全部办结。', 'prose-number'],
      ['截至2024年12月31日，已办结申请229件。', 'prose-number'],
      ['2024年1月至12月，办结申请225件。', 'prose-number'],
      ['截至2024年年底，收到的申请已办结236件，未办结的于2025年1月办结。', 'prose-number'],
    ],
  ],
  [
    'cases of the reviewing organ',
    [
      '2024年，县政府共收到行政复议申请126件，受理118件。',
      '全年收到行政复议申请86件，审结80件，维持45件、撤销6件。',
      '受理行政复议申请75件，已办结70件，其中维持40件。',
      '县司法局新收行政复议申请97件，办理行政应诉案件32件。',
      '我办全年共发生行政复议案件52件，其中因政府信息公开引发的22件。',
    ],
    [
      ['全年发生因政府信息公开提起的行政复议91件。', 'prose-number'],
      ['收到政府信息公开行政复议申请18件。', 'prose-number'],
      ['因政府信息公开被申请行政复议20件。', 'prose-number'],
      ['政府信息公开行政诉讼14件。', 'prose-number'],
      ['政府信息公开类行政复议案件17件。', 'prose-number'],
    ],
  ],
  [
    'some of the applications',
    [
      '收到政府信息公开申请233件，其中网络申请163件（自然人150件、企业13件）。',
      '收到政府信息公开申请233件，其中涉企申请44件，均由主要负责同志审签。',
      '收到申请233件，其中信函申请40件（自然人36件）。',
      '涉农申请52件，涉土地申请38件，均已答复。',
      '其中当面申请7件，全部来自自然人；信函申请63件，自然人58件。',
      '复杂申请31件，均由领导小组会商办理。',
      '收到重大疑难申请12件，联合会商后答复12件。',
    ],
    [
      ['收到政府信息公开申请233件（自然人213件）。', 'prose-number'],
      ['收到申请233件，其中自然人申请202件，网络申请163件。', 'prose-number'],
      ['收到申请253件，其中涉企申请44件。', 'prose-number'],
      ['收到申请233件（自然人150件）。', 'prose-number'],
      ['其中网络申请163件（自然人150件），全年共收到申请234件。', 'prose-number'],
    ],
  ],
  [
    'two years compared with',
    [
      '申请量比2023年的194件增长20.1%，比2022年的178件增长30.9%。',
      '收到申请233件，比2023年的194件增加39件，比2022年的178件增加55件。',
      '收到申请233件，较上年194件增加39件，较2022年178件增加55件。',
      '2022年178件，2023年194件，2024年收到申请233件，逐年增加。',
      '收到申请233件，比2023年（194件）增长20.1%，比2022年（300件）下降22.3%。',
    ],
    [
      ['收到申请233件，比2023年的194件增长30.1%，比2022年的178件增长30.9%。', 'prose-trend'],
      ['收到申请233件，比2023年的194件增加39件，比2022年的178件增加65件。', 'prose-trend'],
      ['收到申请233件，比2023年的194件减少39件，比2022年的178件增加55件。', 'prose-trend'],
      ['收到申请233件，比上年294件增加39件。', 'prose-trend'],
      ['收到申请235件，比2023年的194件增加41件，比2022年的178件增加57件。', 'prose-number'],
    ],
  ],
];

describe.each(FAMILIES)('%s', (_name, fitting, contradicted) => {
  test.each(fitting)('%s', (sentence) => expect(rulesOf(sentence)).toEqual([]));
  test.each(contradicted)('%s: %s', (sentence, rule) => expect(rulesOf(sentence)).toEqual([rule]));
});
