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
