// Organs known to be without the power to make 规章, and those of which nothing is said.

import { expect, test } from 'vitest';
import { lacksRuleMaking, townshipLevel } from '../../server/src/rules/shared/organ.ts';

test.each([
  '青禾县人民政府办公室',
  '青禾县财政局',
  '青禾县住房和城乡建设局',
  '南川市白石镇人民政府',
  '白石乡人民政府',
  '东关街道办事处',
  '南川市城东区人民政府',
  '云岭自治区南川市城东区教育局',
  '白水自治县卫生健康委员会',
])('%s makes no 规章', (unit) => {
  expect(lacksRuleMaking(unit)).toBe(true);
});

test.each([
  '国家某某总局青禾县税务局',
  '云岭省人民政府',
  '云岭自治区财政厅',
  '南岭自治州人民政府',
  '南川市人民政府',
  '南川市住房和城乡建设局',
  '南川市乡村振兴局',
  '南川市市场监督管理局',
  '南川高新技术产业开发区管理委员会',
  '南川市临江新区管理委员会',
  '某某大学',
  null,
])('nothing is said of %s', (unit) => {
  expect(lacksRuleMaking(unit)).toBe(false);
});

test('townships are told from counties', () => {
  expect(townshipLevel('白石乡人民政府')).toBe(true);
  expect(townshipLevel('青禾县人民政府')).toBe(false);
});
