// Noise of characters and line ends: radicals, widths, blanks, zero-width characters.

import { mapBlocks, mapLabels, mapTexts, type Noise } from './noise.ts';
import { mapGrid } from '../grid.ts';
import type { Rng } from '../rng.ts';

/** Common characters and the Kangxi or supplement radical that PDF fonts put in their place. */
const RADICALS =
  '一⼀二⼆人⼈八⼋十⼗大⼤女⼥子⼦小⼩工⼯己⼰干⼲广⼴心⼼户⼾手⼿支⽀文⽂方⽅无⽆日⽇月⽉止⽌比⽐民⺠水⽔生⽣用⽤' +
  '目⽬示⽰立⽴老⽼自⾃色⾊行⾏西⻄见⻅金⾦长⻓门⻔面⾯页⻚风⻛食⻝高⾼';
const radicalOf = new Map([...RADICALS].flatMap((character, index, all) => (index % 2 === 0 ? [[character, all[index + 1] ?? character] as const] : [])));

const HALF_WIDTH: Readonly<Record<string, string>> = { '（': '(', '）': ')', '，': ',', '：': ':', '；': ';', '“': '"', '”': '"' };

/** Spaces inside labels where a justified line or a narrow column put them. */
function looseLabel(text: string, rng: Rng, space: string): string {
  const behind = (probability: number) => (found: string) => (rng.chance(probability) ? found + space : found);
  const between = (probability: number) => (_: string, first: string, second: string) => (rng.chance(probability) ? first + space + second : first + second);
  return text
    .replace(/^第二十条/u, behind(0.5))
    .replace(/^(?:（.）|[0-9]\.)/u, behind(0.6))
    .replace(/^(总)(计)$/u, between(0.4))
    .replace(/^(结果|其他|尚未|商业|科研)(维持|纠正|结果|审结|企业|机构)$/u, between(0.5))
    .replace(/^(社会公益|法律服务)(组织|机构)$/u, between(0.5))
    .replace(/(?:大量反复|确认或重|已获取)(?=.)/u, behind(0.5));
}

function perCharacter(text: string, change: (character: string) => string): string {
  return [...text].map(change).join('');
}

const isSpaced = (layout: { readonly glued?: true }): boolean => layout.glued !== true;

export const CHARACTER_NOISES: readonly Noise[] = [
  {
    name: 'radicals',
    onText: (text, rng) => perCharacter(text, (character) => (rng.chance(0.85) ? (radicalOf.get(character) ?? character) : character)),
  },
  { name: 'half-width', onText: (text) => text.replaceAll(/[（），：；“”]/gu, (found) => HALF_WIDTH[found] ?? found) },
  { name: 'inner-spaces', onModel: (model, rng) => mapLabels(model, ({ text }) => looseLabel(text, rng, ' ')) },
  { name: 'inner-wide-spaces', onModel: (model, rng) => mapLabels(model, ({ text }) => looseLabel(text, rng, '\u3000')) },
  {
    name: 'no-break-spaces',
    onModel: (model, rng) =>
      mapBlocks(
        model,
        (block) => [block],
        (grid) => mapGrid(grid, ({ text }) => (rng.chance(0.3) ? `\u00a0${text}` : text)),
      ),
    onText: (text, rng) => text.replaceAll(' ', () => (rng.chance(0.5) ? '\u00a0' : ' ')),
    suits: isSpaced,
  },
  { name: 'wide-indent', onModel: (model) => mapTexts(model, (block) => [{ ...block, text: `\u3000\u3000${block.text}` }]) },
  { name: 'crlf', onText: (text) => text.replaceAll('\n', '\r\n') },
  { name: 'cr', onText: (text) => text.replaceAll('\n', '\r') },
  { name: 'bom', onText: (text) => `\ufeff${text}` },
  {
    name: 'zero-width',
    onText: (text, rng) => perCharacter(text, (character) => (rng.chance(0.02) ? character + rng.pick(['\u200b', '\u200d', '\ufeff', '\u00ad']) : character)),
  },
  {
    name: 'trailing-blanks',
    onText: (text, rng) =>
      text
        .split('\n')
        .map((line) => line + rng.pick(['', ' ', '   ', '\u00a0', '\u3000']))
        .join('\n'),
  },
];
