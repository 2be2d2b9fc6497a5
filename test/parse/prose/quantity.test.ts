// Quantities in a sentence: which number, of what, and how exactly.

import { expect, test } from 'vitest';
import { chineseValue, quantityAt } from '../../../server/src/parse/prose/words/quantity.ts';

function read(text: string): unknown {
  const at = text.search(/[0-9零〇一二两三四五六七八九十百]/u);
  const found = quantityAt(text, at);
  return found === null ? null : [found.value, found.measure.word, found.bound];
}

test.each([
  ['收到38件', [38, '件', 'exact']],
  ['收到1,234件', [1234, '件', 'exact']],
  ['收到20余件', [20, '件', 'at-least']],
  ['收到20件以上', [20, '件', 'at-least']],
  ['约20件', [20, '件', 'about']],
  ['近20件', [20, '件', 'about']],
  ['20件左右', [20, '件', 'about']],
  ['超过20件', [20, '件', 'at-least']],
  ['18万余条', [180000, '条', 'at-least']],
  ['1.25万元', [1.25, '万元', 'exact']],
  ['88.2%', [88.2, '%', 'exact']],
  ['二十一件', [21, '件', 'exact']],
  ['一百零五件', [105, '件', 'exact']],
  ['第二十条', null],
  ['每一件', null],
  ['国发〔2021〕30号', null],
  ['六个部分', null],
])('%s', (text, due) => expect(read(text)).toEqual(due));

test('Chinese numerals', () => {
  expect(['十', '二十', '二〇', '两', '三千六百零七', '一万二千'].map(chineseValue)).toEqual([10, 20, 20, 2, 3607, 12000]);
});
