// Styles of a .docx as far as they concern the text: hidden, struck, raised, numbered.

import { MAX_STYLE_CHAIN } from '../limits.ts';
import type { NumberingRef } from './blocks.ts';
import type { Attributes, ElementHandler, Handlers } from './element-handlers.ts';
import { scanXml, type XmlTrouble } from './xml.ts';

/** Undefined: nothing is said, what lies below holds. */
export interface RunLook {
  hidden: boolean | undefined;
  struck: boolean | undefined;
  raised: boolean | undefined;
}

export interface Styles {
  readonly look: (styleId: string | null) => RunLook;
  readonly numbering: (styleId: string | null) => NumberingRef | null;
}

interface Style extends RunLook {
  basedOn: string | null;
  numberingId: string | null;
  level: number | null;
}

const PLAIN: RunLook = { hidden: undefined, struck: undefined, raised: undefined };

export const NO_STYLES: Styles = { look: () => PLAIN, numbering: () => null };

/** Most documents have none of these, and need not be gone through. */
const OF_INTEREST = /vanish|strike|superscript|position|numPr/u;

export function readStyles(xml: string): Styles | XmlTrouble {
  if (!OF_INTEREST.test(xml)) return NO_STYLES;
  const reader: StylesReader = { styles: new Map(), style: null };
  const trouble = scanXml({ xml, handlers: HANDLERS, reader });
  if (trouble !== null) return trouble;
  const chain = (styleId: string | null): readonly Style[] => {
    const found: Style[] = [];
    let id = styleId;
    for (let turn = 0; turn < MAX_STYLE_CHAIN && id !== null; turn++) {
      const style = reader.styles.get(id);
      if (style === undefined) break;
      found.push(style);
      id = style.basedOn;
    }
    return found;
  };
  const looks = new Map<string, RunLook>();
  return {
    look: (styleId) => {
      if (styleId === null) return PLAIN;
      const known = looks.get(styleId) ?? lookOf(chain(styleId));
      looks.set(styleId, known);
      return known;
    },
    numbering: (styleId) => {
      const styles = chain(styleId);
      const id = styles.find(({ numberingId }) => numberingId !== null)?.numberingId ?? null;
      return id === null ? null : { id, level: styles.find(({ level }) => level !== null)?.level ?? null };
    },
  };
}

function lookOf(chain: readonly Style[]): RunLook {
  const first = (which: keyof RunLook) => chain.find((style) => style[which] !== undefined)?.[which];
  return { hidden: first('hidden'), struck: first('struck'), raised: first('raised') };
}

interface StylesReader {
  readonly styles: Map<string, Style>;
  style: Style | null;
}

/** `<w:vanish/>` is true, `<w:vanish w:val="0"/>` is not. */
export function isOn(attributes: Attributes): boolean {
  const value = attributes.get('val');
  return value === null || !/^(?:0|false|off|none)$/u.test(value);
}

/** What a run's properties say of how it looks, in a style or in the run itself. */
export const LOOK_HANDLERS: readonly (readonly [string, (look: RunLook, attributes: Attributes) => void])[] = [
  ['w:vanish', (look, attributes) => void (look.hidden = isOn(attributes))],
  ['w:strike', (look, attributes) => void (look.struck = isOn(attributes))],
  ['w:dstrike', (look, attributes) => void (look.struck = isOn(attributes))],
  ['w:vertAlign', (look, attributes) => void (look.raised = attributes.get('val') === 'superscript')],
  ['w:position', (look, attributes) => void (look.raised = Number(attributes.get('val')) > 0)],
];

export function levelOf(attributes: Attributes): number {
  const level = Number(attributes.get('val'));
  return Number.isInteger(level) && level >= 0 ? level : 0;
}

const SKIPPED: ElementHandler<StylesReader> = { open: () => 'skip' };

const HANDLERS: Handlers<StylesReader> = new Map<string, ElementHandler<StylesReader>>([
  [
    'w:style',
    {
      open: (reader, attributes) => {
        reader.style = { ...PLAIN, basedOn: null, numberingId: null, level: null };
        reader.styles.set(attributes.get('styleId') ?? '', reader.style);
      },
      close: (reader) => void (reader.style = null),
    },
  ],
  ['w:basedOn', { open: ({ style }, attributes) => void (style !== null && (style.basedOn = attributes.get('val'))) }],
  ['w:numId', { open: ({ style }, attributes) => void (style !== null && (style.numberingId = attributes.get('val'))) }],
  ['w:ilvl', { open: ({ style }, attributes) => void (style !== null && (style.level = levelOf(attributes))) }],
  // The looks of parts of a table, and what was before a revision.
  ...['w:tblStylePr', 'w:rPrChange', 'w:pPrChange'].map((name) => [name, SKIPPED] as const),
  ...LOOK_HANDLERS.map(
    ([name, set]) => [name, { open: ({ style }: StylesReader, attributes: Attributes) => void (style !== null && set(style, attributes)) }] as const,
  ),
]);
