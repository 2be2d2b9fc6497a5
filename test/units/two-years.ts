// Invented units of five levels, with clean reports of two years that follow from one another.

import type { CellKey } from '../../server/src/forms/form.ts';
import { createRng, type Rng } from '../generator/rng.ts';
import { draftWith } from '../support/draft.ts';

export interface InventedUnit {
  readonly name: string;
  readonly parent: string | null;
  readonly level: string;
}

export const YEAR = 2024;

const BUREAUS = ['教育局', '民政局', '财政局', '水利局', '农业农村局', '商务局', '审计局', '统计局', '医疗保障局', '信访局', '司法局', '交通运输局'];
const PLACES = [
  '青禾',
  '白桦',
  '松陵',
  '大杏',
  '石磬',
  '南屏',
  '澄水',
  '柳荫',
  '古驿',
  '望溪',
  '梨花',
  '双桥',
  '红枫',
  '龙潭',
  '清泉',
  '东岭',
  '乌桕',
  '月坝',
  '丹棠',
  '泊安',
];

/** A city, its departments, counties, their departments, towns: five levels, the city first. */
export function inventedUnits(count: number): readonly InventedUnit[] {
  const city = '临澜市人民政府';
  const units: InventedUnit[] = [{ name: city, parent: null, level: '市' }];
  for (const bureau of BUREAUS) units.push({ name: `临澜市${bureau}`, parent: city, level: '市级部门' });
  for (const [index, place] of PLACES.entries()) {
    const county = `${place}县人民政府`;
    units.push({ name: county, parent: city, level: '县' });
    for (const bureau of BUREAUS) units.push({ name: `${place}县${bureau}`, parent: county, level: '县级部门' });
    for (const town of PLACES.slice(0, 8)) units.push({ name: `${place}县${town}镇人民政府`, parent: county, level: '乡镇' });
    if (index > count / 20) break;
  }
  return units.slice(0, count);
}

const COLUMNS = ['natural', 'business', 'research', 'charity', 'legal', 'other'];

export interface YearFigures {
  readonly cells: Readonly<Record<string, number>>;
}

/** Figures that hold in every equation, and take up those of the year before. */
export function figuresAfter(before: YearFigures | null, rng: Rng): YearFigures {
  const cells: Record<string, number> = {};
  const sums: Record<string, number> = {};
  const put = (row: string, column: string, value: number) => {
    cells[`applications/${row}/${column}`] = value;
    sums[row] = (sums[row] ?? 0) + value;
  };
  for (const column of COLUMNS) {
    const size = column === 'natural' ? 30 : column === 'business' ? 8 : 0;
    const carried = before?.cells[`applications/carried-out/${column}`] ?? (column === 'natural' ? rng.int(0, 3) : 0);
    const [partial, absent, out] = [rng.int(0, Math.floor(size / 6)), rng.int(0, Math.floor(size / 4)), column === 'natural' ? rng.int(0, 3) : 0];
    const granted = rng.int(0, size) + carried;
    put('new', column, granted + partial + absent + out - carried);
    put('carried-in', column, carried);
    put('granted', column, granted);
    put('partial', column, partial);
    put('third-party', column, 0);
    put('not-held', column, absent);
    put('total', column, granted + partial + absent);
    put('carried-out', column, out);
  }
  for (const [row, sum] of Object.entries(sums)) cells[`applications/${row}/total`] = sum;
  const [made, repealed] = [rng.int(0, 5), rng.int(0, 3)];
  const stock = before?.cells['issued/normative/effective'] ?? rng.int(20, 60);
  return {
    cells: {
      ...cells,
      'issued/normative/made': made,
      'issued/normative/repealed': repealed,
      'issued/normative/effective': stock + made - repealed,
      'licensing/licences/decisions': before === null ? rng.int(20, 400) : vary(before.cells['licensing/licences/decisions'] ?? 0, rng),
      'enforcement/penalties/decisions': before === null ? rng.int(5, 90) : vary(before.cells['enforcement/penalties/decisions'] ?? 0, rng),
      'fees/fees/amount': rng.int(1, 60),
    },
  };
}

function vary(value: number, rng: Rng): number {
  return Math.round(value * (0.7 + rng.next() * 0.8));
}

const ACTS = ['聚焦', '围绕', '紧扣', '立足', '着眼', '对照', '依托', '结合'];
const MATTERS = [
  '春耕备耕',
  '老旧小区改造',
  '就业创业',
  '河道整治',
  '校园食堂',
  '旱厕改造',
  '农村公路',
  '社保转移',
  '燃气安全',
  '粮食收购',
  '法律援助',
  '养老服务',
  '林地流转',
  '招生入学',
  '防汛备汛',
  '困难救助',
];
const MEANS = [
  '入户走访',
  '赶集宣讲',
  '院坝座谈',
  '短视频解读',
  '电话回访',
  '公开栏张贴',
  '村社广播',
  '现场答疑',
  '政策明白卡',
  '网格微信群',
  '开放日活动',
  '办事指南更新',
];
const ENDS = [
  '把群众最常问的事一次讲清',
  '让政策落到每一户门口',
  '使办理时限压缩到五个工作日',
  '推动热线重复诉求明显减少',
  '帮助企业少跑了许多冤枉路',
  '由分管同志逐件签批把关',
  '并邀请人大代表到场评议',
  '年底前全部归档备查',
  '先后修订了三项内部制度',
  '与档案部门建立移交台账',
];

function sentence(rng: Rng): string {
  return `${rng.pick(ACTS)}${rng.pick(MATTERS)}和${rng.pick(MATTERS)}，通过${rng.pick(MEANS)}、${rng.pick(MEANS)}与${rng.pick(MEANS)}，${rng.pick(ENDS)}，${rng.pick(ENDS)}。`;
}

/** Prose that no two units share. */
export function proseOf(rng: Rng): readonly string[] {
  return Array.from({ length: 5 }, () => `${sentence(rng)}${sentence(rng)}${sentence(rng)}`);
}

export interface ReportParts {
  readonly unit: string;
  readonly year: number;
  readonly figures: YearFigures;
  readonly prose: readonly string[];
}

export function reportText({ unit, year, figures, prose }: ReportParts): string {
  const cells = Object.fromEntries(Object.entries(figures.cells).map(([key, value]) => [key, key === 'fees/fees/amount' ? `${value}.0000` : String(value)]));
  let next = 0;
  return draftWith(cells as Readonly<Record<CellKey, string>>)
    .replaceAll('青禾县人民政府办公室', unit)
    .replaceAll('2023', String(year))
    .replaceAll(/^（[一二三四五]）.*$/gmu, (line) => `${line}${prose[next++] ?? ''}`)
    .replaceAll('我办', '本机关');
}

export interface TwoYears {
  readonly unit: InventedUnit;
  readonly before: ReportParts;
  readonly now: ReportParts;
}

/** The same seed gives the same reports. */
export function twoYears(count: number, seed = 1): readonly TwoYears[] {
  return inventedUnits(count).map((unit, index) => {
    const rng = createRng(seed * 100_000 + index);
    const first = figuresAfter(null, rng);
    return {
      unit,
      before: { unit: unit.name, year: YEAR - 1, figures: first, prose: proseOf(rng) },
      now: { unit: unit.name, year: YEAR, figures: figuresAfter(first, rng), prose: proseOf(rng) },
    };
  });
}

/** Path to text: this year's and last year's reports in folders of their own, and the list of units. */
export function foldersOf(units: readonly TwoYears[]): Readonly<Record<string, string>> {
  return {
    '名单.csv': `机关名称,上级,层级\n${units.map(({ unit }) => `${unit.name},${unit.parent ?? ''},${unit.level}\n`).join('')}`,
    ...Object.fromEntries(units.map(({ unit, now }, index) => [`本年/${index}-${unit.level}.txt`, reportText(now)])),
    ...Object.fromEntries(units.map(({ unit, before }, index) => [`上年/${index}-${unit.level}.txt`, reportText(before)])),
  };
}
