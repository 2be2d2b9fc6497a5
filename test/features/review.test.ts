// Review mode judges every number of the prose once, and rightly.

import { expect, it } from 'vitest';
import { reviewNumbers } from '../../server/src/features/requests/review-request.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { spanOf } from '../../server/src/text/lines.ts';
import { changed, report } from './texts.ts';

const NEW_ROW = '一、本年新收政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0';

/** `number kind` of what the review marks in part one, which begins with `prose`. */
function judged(prose: string, prepare: (text: string) => string = (text) => text): readonly string[] {
  const filled = changed(report('2021'), NEW_ROW, '一、本年新收政府信息公开申请数量\t3\t2\t0\t0\t0\t0\t5');
  const granted = filled
    .replace('（一）予以公开\t0\t0\t0\t0\t0\t0\t0', '（一）予以公开\t3\t2\t0\t0\t0\t0\t5')
    .replace('（七）总计\t0\t0\t0\t0\t0\t0\t0', '（七）总计\t3\t2\t0\t0\t0\t0\t5');
  const text = prepare(granted.replace('一、总体情况\n', `一、总体情况\n${prose}\n`));
  const parsed = parseReport(text);
  const numbers = reviewNumbers(parsed).map(({ range, kind, reason }) => {
    const { start, end } = spanOf(parsed.lines, range);
    return { at: start, text: `${text.slice(start, end)} ${kind}`, reason };
  });
  const place = text.indexOf('一、总体情况');
  const end = text.indexOf('\n', place + 10);
  return numbers.filter(({ at }) => at > place && at < end).map((number) => number.text);
}

it('tells backed, contradicted and unbacked numbers apart, and lets dates alone', () => {
  expect(judged('2024年3月1日起，全年新收政府信息公开申请5件，办结6件，发布信息1234条。')).toEqual(['5 backed', '6 contradicted', '1234 unbacked']);
});

it('tells numbers that only agree among themselves', () => {
  expect(judged('全年收取信息处理费500元，其中甲镇200元，乙镇300元。')).toEqual(['500 consistent', '200 consistent', '300 consistent']);
  expect(judged('全年收取信息处理费500元，其中甲镇200元，乙镇400元。')).toEqual(['500 contradicted', '200 contradicted', '400 contradicted']);
});

it('reads through radicals and carriage returns', () => {
  const marked = judged('全年新收政府信息公开申请５件，办结6件。', (text) => text.replaceAll('行', '⾏').replaceAll('\n', '\r\n'));
  expect(marked).toEqual(['５ backed', '6 contradicted']);
});

it('says why', () => {
  const text = report().replace('一、总体情况\n', '一、总体情况\n全年新收政府信息公开申请4件。\n');
  expect(reviewNumbers(parseReport(text)).map(({ reason }) => reason)).toContain('与表格不一致：表中新收为0');
});

it('says nothing of a text that is no report', () => {
  expect(reviewNumbers(parseReport('会议纪要\n共收到申请5件。\n'))).toEqual([]);
});
