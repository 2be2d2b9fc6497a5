// Tables over which a sentence of the corpus is judged: invented organs with figures that balance and differ from each other.

import { type CellKey, cellKey } from '../../../../server/src/forms/form.ts';
import { MORE_WORLDS } from './worlds-second-round.ts';
import { UNSEEN_WORLDS } from './worlds-unseen.ts';
import { LATER_UNSEEN_WORLDS } from './worlds-unseen-later.ts';
import { SIXTEENTH_BEFORE_WORLDS } from './worlds-sixteenth-before.ts';
import { SIXTEENTH_WORLDS } from './worlds-sixteenth.ts';
import { SEVENTEENTH_BEFORE_WORLDS } from './worlds-seventeenth-before.ts';
import { SEVENTEENTH_WORLDS } from './worlds-seventeenth.ts';
import { THIRTEENTH_BEFORE_WORLDS } from './worlds-thirteenth-before.ts';
import { FIFTEENTH_BEFORE_WORLDS } from './worlds-fifteenth-before.ts';
import { FIFTEENTH_WORLDS } from './worlds-fifteenth.ts';
import { FOURTEENTH_BEFORE_WORLDS } from './worlds-fourteenth-before.ts';
import { FOURTEENTH_WORLDS } from './worlds-fourteenth.ts';
import { THIRTEENTH_WORLDS } from './worlds-thirteenth.ts';
import { composeDraft, DRAFT_FORMS, type DraftForm } from '../../../support/draft.ts';

export interface World {
  readonly form: DraftForm;
  readonly unit: string;
  readonly self: string;
  readonly year: number;
  /** `table/row` → its figures; rows that are not named are zero. */
  readonly rows: Readonly<Record<string, string>>;
  /** Last year's report, where it is known: the world that is it, or some of its cells. */
  readonly previous?: string | Readonly<Record<CellKey, number>>;
}

/** Where in the report the sentence stands. */
export type Part =
  | 'preamble'
  | 'overview'
  | 'proactive'
  | 'applications'
  | 'management'
  | 'platform'
  | 'supervision'
  | 'second'
  | 'third'
  | 'fourth'
  | 'problems'
  | 'other';

const TOWN: World = {
  form: '2021',
  unit: '砚溪镇人民政府',
  self: '我镇',
  year: 2023,
  rows: {
    'issued/normative': '3 1 21',
    'licensing/licences': '86',
    'enforcement/penalties': '34',
    'enforcement/coercion': '6',
    'fees/fees': '1.2500',
    'applications/new': '15 1 0 0 1 0 17',
    'applications/carried-in': '2 0 0 0 0 0 2',
    'applications/granted': '6 1 0 0 0 0 7',
    'applications/partial': '2 0 0 0 0 0 2',
    'applications/third-party': '1 0 0 0 0 0 1',
    'applications/not-held': '4 0 0 0 1 0 5',
    'applications/repeat': '1 0 0 0 0 0 1',
    'applications/total': '14 1 0 0 1 0 16',
    'applications/carried-out': '3 0 0 0 0 0 3',
    'disputes/review': '2 1 0 1 4',
    'disputes/direct': '1 0 1 0 2',
    'disputes/after-review': '1 0 0 0 1',
  },
};

const OFFICE: World = {
  form: '2021',
  unit: '霁川县人民政府办公室',
  self: '我办',
  year: 2024,
  rows: {
    'issued/normative': '11 6 94',
    'licensing/licences': '4127',
    'enforcement/penalties': '1536',
    'enforcement/coercion': '209',
    'fees/fees': '318.46',
    'applications/new': '203 18 1 2 5 4 233',
    'applications/carried-in': '9 1 0 0 0 0 10',
    'applications/granted': '71 9 1 1 2 1 85',
    'applications/partial': '24 2 0 0 0 0 26',
    'applications/forbidden': '2 0 0 0 0 0 2',
    'applications/third-party': '4 1 0 0 0 0 5',
    'applications/internal': '3 0 0 0 0 0 3',
    'applications/process': '6 0 0 0 0 0 6',
    'applications/case-file': '4 0 0 0 0 0 4',
    'applications/inquiry': '6 0 0 0 1 0 7',
    'applications/not-held': '52 4 0 0 1 1 58',
    'applications/must-create': '8 0 0 0 0 0 8',
    'applications/unclear': '3 0 0 0 0 0 3',
    'applications/petition': '11 0 0 0 0 0 11',
    'applications/repeat': '2 0 0 0 0 0 2',
    'applications/publication': '1 0 0 0 0 0 1',
    'applications/no-correction': '5 0 0 0 0 0 5',
    'applications/other-misc': '2 0 0 0 0 0 2',
    'applications/total': '204 16 1 1 4 2 228',
    'applications/carried-out': '8 3 0 1 1 2 15',
    'disputes/review': '12 3 5 2 22',
    'disputes/direct': '4 1 2 3 10',
    'disputes/after-review': '6 0 1 1 8',
  },
};

const CITY: World = {
  form: '2021',
  unit: '临渚市',
  self: '我市',
  year: 2024,
  rows: {
    'issued/regulations': '2 1 13',
    'issued/normative': '47 58 386',
    'licensing/licences': '1204518',
    'enforcement/penalties': '863207',
    'enforcement/coercion': '10466',
    'fees/fees': '52316.7702',
    'applications/new': '2196 98 2 3 12 7 2318',
    'applications/carried-in': '73 4 0 0 1 0 78',
    'applications/granted': '910 51 0 2 6 3 972',
    'applications/partial': '288 12 0 0 1 0 301',
    'applications/secret': '3 0 0 0 0 0 3',
    'applications/forbidden': '9 0 0 0 0 0 9',
    'applications/stability': '2 0 0 0 0 0 2',
    'applications/third-party': '38 3 0 0 0 0 41',
    'applications/internal': '17 0 0 0 0 0 17',
    'applications/process': '22 0 0 0 0 0 22',
    'applications/case-file': '28 2 0 0 0 0 30',
    'applications/inquiry': '19 0 0 0 0 0 19',
    'applications/not-held': '561 23 2 1 4 2 593',
    'applications/must-create': '28 0 0 0 0 0 28',
    'applications/unclear': '6 0 0 0 0 0 6',
    'applications/petition': '84 0 0 0 0 0 84',
    'applications/repeat': '26 0 0 0 0 0 26',
    'applications/publication': '1 0 0 0 0 0 1',
    'applications/excessive': '13 0 0 0 0 0 13',
    'applications/confirm': '4 0 0 0 0 0 4',
    'applications/no-correction': '44 0 0 0 0 0 44',
    'applications/unpaid': '5 0 0 0 0 0 5',
    'applications/other-misc': '45 2 0 0 0 0 47',
    'applications/total': '2153 93 2 3 11 5 2267',
    'applications/carried-out': '116 9 0 0 2 2 129',
    'disputes/review': '61 7 19 14 101',
    'disputes/direct': '21 2 6 11 40',
    'disputes/after-review': '33 1 8 9 51',
  },
};

const CLEAR: World = {
  form: '2021',
  unit: '沅陂县医疗保障局',
  self: '我局',
  year: 2025,
  rows: {
    'issued/normative': '0 0 2',
    'enforcement/penalties': '9',
    'applications/new': '11 1 0 0 0 0 12',
    'applications/carried-in': '1 0 0 0 0 0 1',
    'applications/granted': '4 1 0 0 0 0 5',
    'applications/partial': '1 0 0 0 0 0 1',
    'applications/internal': '2 0 0 0 0 0 2',
    'applications/not-held': '4 0 0 0 0 0 4',
    'applications/unclear': '1 0 0 0 0 0 1',
    'applications/total': '12 1 0 0 0 0 13',
  },
};

const OLD: World = {
  form: '2019',
  unit: '霁川县司法局',
  self: '我局',
  year: 2020,
  rows: {
    'issued/normative': '5 4 27',
    'licensing/licences': '12 1 640',
    'enforcement/penalties': '8 0 73',
    'fees/fees': '2 0',
    'procurement/procurement': '6 41.2080',
    'applications/new': '31 2 0 0 0 0 33',
    'applications/carried-in': '1 0 0 0 0 0 1',
    'applications/granted': '13 1 0 0 0 0 14',
    'applications/partial': '3 0 0 0 0 0 3',
    'applications/internal': '2 0 0 0 0 0 2',
    'applications/not-held': '8 1 0 0 0 0 9',
    'applications/other': '4 0 0 0 0 0 4',
    'applications/total': '30 2 0 0 0 0 32',
    'applications/carried-out': '2 0 0 0 0 0 2',
    'disputes/review': '1 0 0 0 1',
    'disputes/after-review': '0 0 0 1 1',
  },
};

const ZERO: World = { form: '2021', unit: '竹坞乡人民政府', self: '我乡', year: 2023, rows: {} };

export const WORLDS: Readonly<Record<string, World | undefined>> = {
  town: TOWN,
  office: OFFICE,
  city: CITY,
  clear: CLEAR,
  old: OLD,
  zero: ZERO,
  ...MORE_WORLDS,
  ...UNSEEN_WORLDS,
  ...LATER_UNSEEN_WORLDS,
  ...THIRTEENTH_WORLDS,
  ...THIRTEENTH_BEFORE_WORLDS,
  ...FOURTEENTH_WORLDS,
  ...FOURTEENTH_BEFORE_WORLDS,
  ...FIFTEENTH_WORLDS,
  ...FIFTEENTH_BEFORE_WORLDS,
  ...SIXTEENTH_WORLDS,
  ...SIXTEENTH_BEFORE_WORLDS,
  ...SEVENTEENTH_WORLDS,
  ...SEVENTEENTH_BEFORE_WORLDS,
};

/** What is known of last year's report. */
export function previousCellsOf({ previous }: World): ReadonlyMap<CellKey, number> | null {
  if (previous === undefined) return null;
  if (typeof previous !== 'string') return new Map(Object.entries(previous) as [CellKey, number][]);
  const world = WORLDS[previous];
  if (world === undefined) throw new Error(`no world ${previous}`);
  return cellsOf(world);
}

/** Every cell of the world's form as a number. */
export function cellsOf(world: World): ReadonlyMap<CellKey, number> {
  return new Map([...textsOf(world)].map(([key, text]) => [key, Number(text)]));
}

function textsOf({ form, rows }: World): Map<CellKey, string> {
  const texts = new Map<CellKey, string>();
  for (const table of DRAFT_FORMS[form].tables) {
    for (const row of table.rows) {
      const figures = rows[`${table.id}/${row.id}`]?.split(' ') ?? [];
      table.columns.forEach((column, index) => texts.set(cellKey(table.id, row.id, column.id), figures[index] ?? '0'));
    }
  }
  return texts;
}

const ASPECT: Readonly<Partial<Record<Part, string>>> = {
  proactive: '（一）主动公开。',
  applications: '（二）依申请公开。',
  management: '（三）政府信息管理。',
  platform: '（四）平台建设。',
  supervision: '（五）监督保障。',
};

/** The whole report of a world with `sentence` in its place; the offset at which it begins. */
export function embed(world: World, part: Part, sentence: string): { readonly text: string; readonly offset: number } {
  const own = composeDraft({ form: world.form, layout: 'tab', cells: textsOf(world) })
    .replaceAll('青禾县人民政府办公室', world.unit)
    .replaceAll(world.form === '2019' ? '2020年' : '2023年', `${world.year}年`)
    .replaceAll('我办', world.self)
    .split('\n');
  const place = placeOf(own, part);
  const lead = ASPECT[part] ?? '';
  const kept = part in ASPECT || part === 'problems' || part === 'other' ? 1 : 0;
  own.splice(place, kept, lead + sentence);
  const offset = own.slice(0, place).reduce((sum, line) => sum + line.length + 1, 0) + lead.length;
  return { text: own.join('\n'), offset };
}

function placeOf(lines: readonly string[], part: Part): number {
  const behind = (word: string): number => lines.findIndex((line) => line.includes(word)) + 1;
  switch (part) {
    case 'preamble':
      return 1;
    case 'overview':
      return behind('总体情况') + 1;
    case 'second':
      return behind('二、主动公开');
    case 'third':
      return behind('三、收到和处理');
    case 'fourth':
      return lines.findIndex((line) => line.startsWith('四、') && line.includes('行政复议')) + 1;
    case 'problems':
      return behind('五、存在的主要问题');
    case 'other':
      return behind('六、其他需要报告');
    default:
      return lines.findIndex((line) => line.startsWith(ASPECT[part] ?? ''));
  }
}
