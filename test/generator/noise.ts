// How does a text get dirty on its way? Each noise keeps every value, the organ and the year.

import { type Grid, type GridCell, mapGrid } from './grid.ts';
import type { Layout } from './layouts/layout.ts';
import type { Block, ReportModel } from './model.ts';
import type { Rng } from './rng.ts';

export interface Noise {
  readonly name: string;
  /** Before the layout prints it. */
  readonly onModel?: (model: ReportModel, rng: Rng) => ReportModel;
  /** On the printed text, outside tags and entities. */
  readonly onText?: (text: string, rng: Rng) => string;
  readonly suits?: (layout: Layout) => boolean;
}

/** Common characters and the Kangxi or supplement radical that PDF fonts put in their place. */
const RADICALS =
  '一⼀二⼆人⼈八⼋十⼗大⼤女⼥子⼦小⼩工⼯己⼰干⼲广⼴心⼼户⼾手⼿支⽀文⽂方⽅无⽆日⽇月⽉止⽌比⽐民⺠水⽔生⽣用⽤' +
  '目⽬示⽰立⽴老⽼自⾃色⾊行⾏西⻄见⻅金⾦长⻓门⻔面⾯页⻚风⻛食⻝高⾼';
const radicalOf = new Map([...RADICALS].flatMap((character, index, all) => (index % 2 === 0 ? [[character, all[index + 1] ?? character] as const] : [])));

const HALF_WIDTH: Readonly<Record<string, string>> = { '（': '(', '）': ')', '，': ',', '：': ':', '；': ';', '“': '"', '”': '"' };

function mapBlocks(model: ReportModel, change: (block: Exclude<Block, { kind: 'table' }>) => readonly Block[], table: (grid: Grid) => Grid): ReportModel {
  return {
    ...model,
    blocks: model.blocks.flatMap<Block>((block) => (block.kind === 'table' ? [{ ...block, grid: table(block.grid) }] : change(block))),
  };
}

function mapLabels(model: ReportModel, change: (text: string, own: GridCell) => string): ReportModel {
  return mapBlocks(model, (block) => [block], (grid) => mapGrid(grid, (own) => (own.role === 'value' ? own.text : change(own.text, own))));
}

function mapHeadings(model: ReportModel, change: (text: string) => string): ReportModel {
  return mapBlocks(model, (block) => [block.kind === 'heading' ? { ...block, text: change(block.text) } : block], (grid) => grid);
}

/** Spaces inside labels where a justified line or a narrow column put them. */
function looseLabel(text: string, rng: Rng, space: string): string {
  return text
    .replace(/^第二十条/u, (found) => (rng.chance(0.5) ? found + space : found))
    .replace(/^(（.）|[0-9]\.)/u, (found) => (rng.chance(0.6) ? found + space : found))
    .replace(/^总计$/u, (found) => (rng.chance(0.4) ? `总${space}计` : found))
    .replace(/^(结果|其他|尚未|商业|科研)(维持|纠正|结果|审结|企业|机构)$/u, (found) =>
      rng.chance(0.5) ? found.slice(0, 2) + space + found.slice(2) : found,
    )
    .replace(/^(社会公益|法律服务)(组织|机构)$/u, (found) => (rng.chance(0.5) ? found.slice(0, 4) + space + found.slice(4) : found))
    .replace(/(大量反复|确认或重|已获取)(?=.)/u, (found) => (rng.chance(0.5) ? found + space : found));
}

const HEADING_STYLES: readonly ((numeral: string, title: string) => string)[] = [
  (numeral, title) => `${numeral},${title}`,
  (numeral, title) => `${numeral}.${title}`,
  (numeral, title) => `${numeral}、 ${title}`,
  (numeral, title) => `${numeral} 、${title}`,
  (_, title) => title,
];

function splitTitle(text: string, rng: Rng): readonly string[] {
  const cuts = /^(.*?)( ?20\d\d ?年度?)(政府信息公开)(.*)$/u.exec(text);
  if (cuts === null) {
    const at = text.indexOf('政府信息公开');
    return [text.slice(0, at), text.slice(at)];
  }
  const [, organ = '', year = '', name = '', rest = ''] = cuts;
  return organ === ''
    ? [year.trim(), name + rest]
    : rng.pick([
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

function perLine(text: string, change: (line: string) => string): string {
  return text.split('\n').map(change).join('\n');
}

export const NOISES: readonly Noise[] = [
  { name: 'none' },
  {
    name: 'radicals',
    onText: (text, rng) => [...text].map((character) => (rng.chance(0.85) ? (radicalOf.get(character) ?? character) : character)).join(''),
  },
  { name: 'half-width', onText: (text) => text.replaceAll(/[（），：；“”]/gu, (found) => HALF_WIDTH[found] ?? found) },
  { name: 'inner-spaces', onModel: (model, rng) => mapLabels(model, (text) => looseLabel(text, rng, ' ')) },
  { name: 'inner-wide-spaces', onModel: (model, rng) => mapLabels(model, (text) => looseLabel(text, rng, '\u3000')) },
  {
    name: 'no-break-spaces',
    onModel: (model, rng) =>
      mapBlocks(model, (block) => [block], (grid) => mapGrid(grid, (own) => (rng.chance(0.3) ? `\u00a0${own.text}` : own.text))),
    onText: (text, rng) => text.replaceAll(/ /gu, () => (rng.chance(0.5) ? '\u00a0' : ' ')),
    suits: (layout) => layout.glued !== true,
  },
  {
    name: 'wide-indent',
    onModel: (model) => mapBlocks(model, (block) => [{ ...block, text: `\u3000\u3000${block.text}` }], (grid) => grid),
  },
  { name: 'crlf', onText: (text) => text.replaceAll('\n', '\r\n') },
  { name: 'bom', onText: (text) => `\ufeff${text}` },
  {
    name: 'zero-width',
    onText: (text, rng) => [...text].map((character) => (rng.chance(0.02) ? `${character}\u200b` : character)).join(''),
  },
  {
    name: 'trailing-blanks',
    onText: (text, rng) => perLine(text, (line) => line + rng.pick(['', ' ', '   ', '\u00a0', '\u3000'])),
  },
  { name: 'heading-style', onModel: (model, rng) => {
    const style = rng.pick(HEADING_STYLES);
    return mapHeadings(model, (text) => style(text.slice(0, 1), text.slice(2)));
  } },
  {
    name: 'title-lines',
    onModel: (model, rng) =>
      mapBlocks(
        model,
        (block) => (block.kind === 'title' ? splitTitle(block.text, rng).map((text) => ({ kind: 'title', text })) : [block]),
        (grid) => grid,
      ),
    suits: (layout) => layout.glued !== true,
  },
  { name: 'aliases', onModel: (model, rng) => mapLabels(model, (_, own) => rowAlias(model, own, rng)) },
  {
    name: 'section-aliases',
    onModel: (model, rng) =>
      mapHeadings(model, (text) => {
        const section = model.form.sections.find((candidate) => `${candidate.numeral}、${candidate.title}` === text);
        return section !== undefined && rng.chance(0.5) ? `${section.numeral}、${rng.pick(section.aliases)}` : text;
      }),
  },
];

/** The text noise, kept away from tags and entities where the layout has any. */
export function dirty(text: string, noise: Noise, layout: Layout, rng: Rng): string {
  const { onText } = noise;
  if (onText === undefined) return text;
  if (layout.markup !== true || noise.name === 'crlf' || noise.name === 'bom') return onText(text, rng);
  return text
    .split(/(<[^>]*>|&[a-z0-9#]+;)/u)
    .map((part, index) => (index % 2 === 0 ? onText(part, rng) : part))
    .join('');
}
