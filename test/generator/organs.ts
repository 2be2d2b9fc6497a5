// Invented organs of every level; whether one may issue 规章 follows from its level.

import type { Rng } from './rng.ts';

export interface Organ {
  readonly name: string;
  /** How its own text speaks of it: 我县, 我镇, 我局, … */
  readonly self: string;
  readonly mayRegulate: boolean;
}

const CITIES = ['临澜', '青汀', '云渚', '沅岭', '栾川河', '鹤洲', '丹棠', '泊安', '九鲤', '海棠湾'];
const COUNTIES = ['青石', '望溪', '白桦', '松陵', '大杏', '石磬', '南屏山', '澄水', '柳荫', '古驿'];
const TOWNS = ['梨花', '双桥', '红枫', '马蹄湾', '龙潭沟', '清泉', '东岭', '小河沿', '月亮坝', '乌桕'];
const BUREAUS = ['统计局', '生态环境局', '卫生健康委员会', '自然资源和规划局', '司法局', '市场监督管理局', '教育体育局', '医疗保障局'];

export function drawOrgan(rng: Rng): Organ {
  const city = rng.pick(CITIES);
  const county = rng.pick(COUNTIES);
  const town = rng.pick(TOWNS);
  const kinds: readonly Organ[] = [
    { name: `${city}市人民政府`, self: '我市', mayRegulate: true },
    { name: `${city}市`, self: '我市', mayRegulate: true },
    { name: `${city}市${rng.pick(BUREAUS)}`, self: '我局', mayRegulate: false },
    { name: `${county}县人民政府办公室`, self: '我办', mayRegulate: false },
    { name: `${county}县人民政府`, self: '我县', mayRegulate: false },
    { name: `${county}县${rng.pick(BUREAUS)}`, self: '我局', mayRegulate: false },
    { name: `${county}县${town}镇人民政府`, self: '我镇', mayRegulate: false },
    { name: `${county}区${town}街道办事处`, self: '我街道', mayRegulate: false },
    { name: `${town}乡人民政府`, self: '我乡', mayRegulate: false },
    { name: `${county}区人民政府办公室`, self: '我办', mayRegulate: false },
  ];
  return rng.pick(kinds);
}
