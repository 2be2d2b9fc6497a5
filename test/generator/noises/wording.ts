// Noise of wording: headings in other styles, titles over several lines, aliases, what a web page puts around a report.

import type { GridCell } from '../grid.ts';
import type { Block, ReportModel } from '../model.ts';
import type { Rng } from '../rng.ts';
import { mapHeadings, mapLabels, mapTexts, type Noise } from './noise.ts';

const HEADING_STYLES: readonly ((numeral: string, title: string) => string)[] = [
  (numeral, title) => `${numeral},${title}`,
  (numeral, title) => `${numeral}.${title}`,
  (numeral, title) => `${numeral}、 ${title}`,
  (numeral, title) => `${numeral} 、${title}`,
  (numeral, title) => `${numeral}．${title}`,
  (numeral, title) => `（${numeral}）${title}`,
  (numeral, title) => `${numeral}、${title}：`,
];

const LOOSE_STYLES: readonly ((numeral: string, title: string) => string)[] = [
  (_, title) => title,
  (numeral, title) => `第${numeral}部分 ${title}`,
  (numeral, title) => `${'一二三四五六'.indexOf(numeral) + 1}、${title}`,
  (numeral, title) => `${'一二三四五六'.indexOf(numeral) + 1}. ${title}`,
  (numeral, title) => `**${numeral}、${title}**`,
];

function restyled(model: ReportModel, styles: readonly ((numeral: string, title: string) => string)[], rng: Rng): ReportModel {
  const style = rng.pick(styles);
  return mapHeadings(model, (text) => style(text.slice(0, 1), text.slice(2)));
}

function splitTitle(text: string, rng: Rng): readonly string[] {
  const cuts = /^(.*?)( ?20\d\d ?年度?)(政府信息公开)(.*)$/u.exec(text);
  if (cuts === null) {
    const at = text.indexOf('政府信息公开');
    return [text.slice(0, at), text.slice(at)];
  }
  const [, organ = '', year = '', name = '', rest = ''] = cuts;
  if (organ === '') return [year.trim(), name + rest];
  return rng.pick([
    [organ, (year + name + rest).trim()],
    [organ, (year + name).trim(), rest],
    [organ + year, name + rest],
  ]);
}

function rowAlias(model: ReportModel, own: GridCell, rng: Rng): string {
  for (const table of model.form.tables) {
    for (const row of table.rows) {
      if (own.role !== 'label' || own.text !== row.enumerator + row.label) continue;
      const aliases = row.aliases.filter((alias) => alias !== '政策文件');
      return aliases.length > 0 && rng.chance(0.5) ? row.enumerator + rng.pick(aliases) : own.text;
    }
  }
  return own.text;
}

function columnAlias(model: ReportModel, own: GridCell, rng: Rng): string {
  if (own.role !== 'header') return own.text;
  const column = model.form.tables.flatMap((table) => table.columns).find(({ label }) => label === own.text);
  return column !== undefined && column.aliases.length > 0 && rng.chance(0.5) ? rng.pick(column.aliases) : own.text;
}

/** What a site prints around an article: where it stands, when it came, the title once more, how to share it. */
function webFrame(model: ReportModel, rng: Rng): ReportModel {
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
  const title = model.blocks.find((block) => block.kind === 'title');
  const repeated = title?.kind === 'title' ? [paragraph(rng.pick(['', '标题: ', '名　　称：']) + title.text)] : [];
  const date = `${model.year + 1}-0${rng.int(1, 3)}-${rng.int(10, 28)}`;
  const before = [
    paragraph('当前位置：首页 > 政务公开 > 政府信息公开年报'),
    ...repeated,
    paragraph(rng.pick([`发布时间：${date} 15:35`, `发布日期：${date}　来源：本网　浏览次数：${rng.int(3, 4000)}`])),
    paragraph('字号：【大】 【中】 【小】'),
  ];
  const after = [paragraph('【打印本页】 【关闭窗口】'), paragraph('主办单位：政务公开办公室　网站标识码：0000000000')];
  return { ...model, blocks: [...before, ...model.blocks, ...after] };
}

function introduced(model: ReportModel): ReportModel {
  return {
    ...model,
    blocks: model.blocks.flatMap<Block>((block) =>
      block.kind === 'table' ? [{ kind: 'paragraph', text: '该部分以表格形式报告。表格如下：' }, block] : [block],
    ),
  };
}

export const WORDING_NOISES: readonly Noise[] = [
  {
    name: 'heading-style',
    onModel: (model, rng) => restyled(model, HEADING_STYLES, rng),
    warns: ['section-title'],
  },
  {
    name: 'heading-loose',
    onModel: (model, rng) => restyled(model, LOOSE_STYLES, rng),
    suits: (layout) => layout.oneLine !== true,
    warns: ['section-title'],
  },
  {
    name: 'title-lines',
    onModel: (model, rng) =>
      mapTexts(model, (block) => (block.kind === 'title' ? splitTitle(block.text, rng).map((text) => ({ kind: 'title', text })) : [block])),
    suits: (layout) => layout.oneLine !== true,
  },
  { name: 'row-aliases', onModel: (model, rng) => mapLabels(model, (own) => rowAlias(model, own, rng)), warns: ['row-label'] },
  { name: 'column-aliases', onModel: (model, rng) => mapLabels(model, (own) => columnAlias(model, own, rng)), warns: ['column-header'] },
  {
    name: 'section-aliases',
    onModel: (model, rng) =>
      mapHeadings(model, (text) => {
        const section = model.form.sections.find((candidate) => `${candidate.numeral}、${candidate.title}` === text);
        return section !== undefined && rng.chance(0.5) ? `${section.numeral}、${rng.pick(section.aliases)}` : text;
      }),
    warns: ['section-title'],
  },
  { name: 'web-frame', onModel: webFrame, suits: (layout) => layout.oneLine !== true },
  { name: 'table-intro', onModel: introduced },
];
