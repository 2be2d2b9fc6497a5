// Noise inside tables: other enumerators, typing errors, notes with digits, a lost block heading.

import type { GridCell } from '../grid.ts';
import type { ReportModel } from '../model.ts';
import type { Rng } from '../rng.ts';
import { mapBlocks, mapLabels, mapTexts, type Noise } from './noise.ts';

/** Other ways to number a row: （一） and 1. as printed become these. */
const ENUMERATORS: readonly (readonly [outer: string, inner: string])[] = [
  ['($1)', '$1、'],
  ['（$1）、', '$1．'],
  ['（$1） ', '$1,'],
  ['($1) ', '（$1）'],
  ['（$1）', '$1 . '],
];

function renumbered(model: ReportModel, rng: Rng): ReportModel {
  const [outer, inner] = rng.pick(ENUMERATORS);
  return mapLabels(model, ({ text, role }) =>
    role === 'label' || role === 'group' ? text.replace(/^（([一二三四五六七])）/u, outer).replace(/^([1-8])\./u, inner) : text,
  );
}

function unnumbered(model: ReportModel): ReportModel {
  return mapLabels(model, ({ text, role }) => (role === 'label' ? text.replace(/^(?:（.）|[1-8]\.)/u, '') : text));
}

const LONG_LABEL = 8;

/** One character lost, doubled or mistaken in a label that stays recognisable. */
function mistyped({ text, role }: GridCell, rng: Rng): string {
  if (role !== 'label' || text.length < LONG_LABEL || !rng.chance(0.15)) return text;
  const at = rng.int(4, text.length - 2);
  const middle = rng.pick(['', (text[at] ?? '').repeat(2), '的']);
  return text.slice(0, at) + middle + text.slice(at + 1);
}

/** Some platforms print how to fill the form into its labels, with years and sample figures. */
const NOTES: Readonly<Record<string, string>> = {
  上一年项目数量: '（指2019年事项数）',
  '本年增/减': '（指2020年增加或减少的事项数，减用负值表示，如-8）',
  处理决定数量: '（指2020年办件量）',
  规章: '（设区的市、自治州人民政府应提供相关数据）',
  规范性文件: '（行政机关制定发布的决定、公告、通告）',
  本年制发件数: '（指本年1月1日至12月31日）',
};

function annotated(model: ReportModel): ReportModel {
  return mapLabels(model, ({ text }) => text + (NOTES[text] ?? ''));
}

function withoutFirstHeading(model: ReportModel): ReportModel {
  return mapBlocks(
    model,
    (block) => [block],
    (grid) => (grid.id === 'proactive' ? { ...grid, rows: grid.rows.slice(1) } : grid),
  );
}

/** Headings of part one's own that sound like those of the report, and sentences full of row labels. */
function soundAlikes(model: ReportModel): ReportModel {
  const count = (row: string): number => model.values.get(`applications/${row}/total`)?.value ?? 0;
  const sentence = `其中，予以公开${count('granted')}件，部分公开${count('partial')}件，结转下年度继续办理${count('carried-out')}件。`;
  return mapTexts(model, (block) =>
    block.kind === 'heading' && block.text.startsWith('二')
      ? [
          ...['（六）主动公开政府信息情况', '按要求更新。', '（七）收到和处理政府信息公开申请情况', sentence].map(
            (text) => ({ kind: 'paragraph', text }) as const,
          ),
          block,
        ]
      : [block],
  );
}

const separate = (layout: { readonly glued?: true; readonly torn?: true }): boolean => layout.glued !== true && layout.torn !== true;

export const LABEL_NOISES: readonly Noise[] = [
  { name: 'renumbered', onModel: renumbered, suits: separate, warns: ['row-label'] },
  { name: 'unnumbered', onModel: unnumbered, suits: separate, warns: ['row-label'] },
  { name: 'label-typos', onModel: (model, rng) => mapLabels(model, (own) => mistyped(own, rng)), suits: separate, warns: ['row-label'] },
  { name: 'label-notes', onModel: annotated, suits: separate, warns: ['row-label', 'column-header'] },
  // Where every block is a table of its own, the block goes with its heading.
  { name: 'first-heading-lost', onModel: withoutFirstHeading, suits: (layout) => separate(layout) && layout.name !== 'pipes-small-tables' },
  { name: 'sound-alikes', onModel: soundAlikes, suits: (layout) => layout.oneLine !== true },
];
