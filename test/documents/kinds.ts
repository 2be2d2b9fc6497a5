// Kinds of real Word documents, as changes to how a report is written; every cell can be read in all of them.

import type { Grid } from '../generator/grid.ts';
import type { Rng } from '../generator/rng.ts';
import { cell, escapeXml, paragraph, type RelatedParts, row, run, STRICT, table, TRANSITIONAL } from './write-docx.ts';

export type Role = 'title' | 'heading' | 'paragraph' | 'label' | 'value';

/** How each thing is written; what a kind does not say is written plainly. */
export interface Kind {
  readonly name: string;
  /** Words within a paragraph. */
  readonly words?: (text: string, context: Context) => string;
  readonly paragraph?: (text: string, context: Context) => string;
  /** The content of a cell. */
  readonly inCell?: (text: string, context: Context) => string;
  /** A cell that belongs to the one above; to the one before it. */
  readonly below?: () => string;
  readonly across?: (content: string, span: number) => string;
  readonly table?: (rows: readonly string[], id: Grid['id']) => string;
  /** Rows under one heading in one row of the table. */
  readonly stacks?: true;
  readonly body?: (body: string) => string;
  readonly document?: (xml: string) => string | Uint8Array;
  readonly related?: RelatedParts;
  /** Zeros are left out. */
  readonly dropsZeros?: true;
}

interface Context {
  readonly role: Role;
  readonly rng: Rng;
}

const W = `xmlns:w="${TRANSITIONAL}"`;
const HIDDEN = run('987', '<w:vanish/>');
const STRUCK = run('654', '<w:strike/>');

function cut(text: string, { rng }: Context): string {
  const at = rng.int(0, text.length);
  return run(text.slice(0, at), '<w:b/>') + run(text.slice(at), '<w:i/><w:color w:val="FF0000"/>');
}

const NUMBERING = `<w:numbering ${W}>
<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="6"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>
${Array.from({ length: 40 }, (_, index) => `<w:num w:numId="${index + 10}"><w:abstractNumId w:val="6"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`).join('')}
</w:numbering>`;
const STYLES = `<w:styles ${W}><w:style w:type="paragraph" w:styleId="H"><w:basedOn w:val="B"/></w:style>
<w:style w:type="paragraph" w:styleId="B"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`;
const HEADING = /^[一二三四五六]、/u;
const ITEM = /^(\d)\./u;

function numberedHeading(properties: string): NonNullable<Kind['paragraph']> {
  return (text, { role }) => (role === 'heading' ? paragraph(run(text.replace(HEADING, '')), properties) : paragraph(run(text)));
}

/** Labels 1., 2., …: each group begins anew, as another list. */
function numberedRows(): NonNullable<Kind['inCell']> {
  let list = 9;
  return (text, { role }) => {
    const [, number] = ITEM.exec(text) ?? [];
    if (role !== 'label' || number === undefined) return paragraph(run(text));
    if (number === '1') list++;
    return paragraph(run(text.replace(ITEM, '')), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`);
  };
}

/** A number as a revision: what stood there before it is deleted. */
function revised(text: string, { role }: Context): string {
  if (role !== 'value' || text === '') return run(text);
  const by = 'w:id="7" w:author="某甲" w:date="2026-01-05T09:00:00Z"';
  return `<w:del ${by}><w:r><w:delText>77</w:delText></w:r></w:del><w:ins ${by}>${run(text)}</w:ins>`;
}

function withField(text: string, { role, rng }: Context): string {
  if (role !== 'value' || text === '') return run(text);
  if (rng.chance(0.5)) return `<w:fldSimple w:instr=" =SUM(LEFT) ">${run(text)}</w:fldSimple>`;
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  return `${mark('begin')}<w:r><w:instrText> =SUM(LEFT) 12 </w:instrText></w:r>${mark('separate')}${run(text)}${mark('end')}`;
}

function inControl(text: string, { role }: Context): string {
  if (role !== 'value') return run(text);
  const isEmpty = text === '';
  return `<w:sdt><w:sdtPr>${isEmpty ? '<w:showingPlcHdr/>' : ''}</w:sdtPr><w:sdtContent>${run(isEmpty ? '单击此处输入1个数' : text)}</w:sdtContent></w:sdt>`;
}

function boxed(content: string): string {
  const story = `<w:txbxContent>${content}</w:txbxContent>`;
  return paragraph(
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${story}</wps:txbx></w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict><v:textbox>${story}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
  );
}

const CONTENTS = [
  paragraph(
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-1" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
      run('一、总体情况') +
      '<w:r><w:tab/></w:r>' +
      run('1'),
  ),
  paragraph(`${run('二、主动公开政府信息情况')}<w:r><w:tab/></w:r>${run('2')}`),
  paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
].join('');

const HEADER_ROWS = 3;

const SEEN = [
  { name: 'official' },
  { name: 'split-runs', words: cut },
  { name: 'auto-headings', paragraph: numberedHeading('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'), related: { numbering: NUMBERING } },
  { name: 'auto-headings-style', paragraph: numberedHeading('<w:pStyle w:val="H"/>'), related: { numbering: NUMBERING, styles: STYLES } },
  { name: 'auto-rows', inCell: numberedRows(), related: { numbering: NUMBERING } },
  { name: 'auto-both', paragraph: numberedHeading('<w:pStyle w:val="H"/>'), inCell: numberedRows(), related: { numbering: NUMBERING, styles: STYLES } },
  { name: 'revisions', words: revised },
  {
    name: 'deleted-row',
    table: (rows) =>
      table(
        rows
          .flatMap((each, index) =>
            index > HEADER_ROWS && index % 5 === 0
              ? [each.replace('<w:trPr>', '<w:trPr><w:del w:id="3" w:author="某甲"/>').replaceAll('<w:vMerge w:val="restart"/>', '<w:vMerge/>'), each]
              : [each],
          )
          .join(''),
      ),
  },
  {
    name: 'deleted-mark',
    paragraph: (text) => paragraph(run(text.slice(0, 2)), '<w:rPr><w:del w:id="4" w:author="某甲"/></w:rPr>') + paragraph(run(text.slice(2))),
  },
  { name: 'comments', words: (text) => `<w:commentRangeStart w:id="0"/>${run(text)}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>` },
  { name: 'hidden', words: (text, { role }) => run(text) + (role === 'value' ? HIDDEN : '') },
  {
    name: 'hidden-style',
    words: (text, { role }) => run(text) + (role === 'value' ? run('987', '<w:rStyle w:val="Secret"/>') : ''),
    related: { styles: STYLES },
  },
  { name: 'strike', words: (text, { role }) => (role === 'value' ? STRUCK : '') + run(text) },
  { name: 'nested-cell', inCell: (text, { role }) => (role === 'value' ? table(row(cell(paragraph(run(text))))) + paragraph('') : paragraph(run(text))) },
  { name: 'tables-in-table', table: (rows) => table(row(cell(table(rows.join('')) + paragraph('')))) },
  { name: 'textbox-title', paragraph: (text, { role }) => (role === 'title' ? boxed(paragraph(run(text))) : paragraph(run(text))) },
  { name: 'textbox-table4', table: (rows, id) => (id === 'disputes' ? boxed(table(rows.join(''))) : table(rows.join(''))) },
  {
    name: 'footnotes',
    words: (text, { role }) =>
      run(text) + (role === 'value' ? '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>' : ''),
  },
  { name: 'raised-note', words: (text, { role }) => run(text) + (role === 'value' && text !== '' ? run('1', '<w:vertAlign w:val="superscript"/>') : '') },
  { name: 'split-table', table: (rows, id) => splitTable(rows, id, 0) },
  { name: 'split-table-header', table: (rows, id) => splitTable(rows, id, HEADER_ROWS) },
  { name: 'fields', words: withField },
  { name: 'content-controls', words: inControl },
  { name: 'vmerge-leftovers', below: () => cell(paragraph(run('原有的5件')), '<w:vMerge/>') },
  {
    name: 'hmerge',
    across: (content, span) => cell(content, '<w:hMerge w:val="restart"/>') + cell(paragraph(run('3')), '<w:hMerge/>').repeat(span - 1),
  },
  { name: 'pars-per-cell', inCell: (text) => paragraph('') + paragraph(run(text)) + paragraph('') },
  {
    name: 'br-in-labels',
    words: (text, { role, rng }) => {
      const at = role === 'label' ? rng.int(0, text.length) : 0;
      return at === 0 ? run(text) : `${run(text.slice(0, at))}<w:r><w:br/></w:r>${run(text.slice(at))}`;
    },
  },
  { name: 'stacked-cells', stacks: true },
  { name: 'blank-zero', dropsZeros: true, words: (text, { role }) => (role === 'value' && Number(text) === 0 ? '' : run(text)) },
  { name: 'toc', body: (body) => CONTENTS + body },
  {
    name: 'ruby',
    words: (text) => (text === '' ? '' : `<w:r><w:ruby><w:rubyPr/><w:rt>${run('9')}</w:rt><w:rubyBase>${run(text)}</w:rubyBase></w:ruby></w:r>`),
  },
  { name: 'strict', document: (xml) => xml.replaceAll(TRANSITIONAL, STRICT) },
  { name: 'prefix', document: (xml) => xml.replaceAll(/(<\/?|\s)w:/gu, '$1x:').replace('xmlns:w=', 'xmlns:x=') },
  { name: 'default-prefix', document: (xml) => xml.replaceAll(/(<\/?)w:/gu, '$1').replace('xmlns:w=', `xmlns="${TRANSITIONAL}" xmlns:w=`) },
  { name: 'utf16', document: (xml) => Uint8Array.from(Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le')) },
  { name: 'entities', words: (text) => `<w:r><w:t>${[...text].map((character) => `&#${character.codePointAt(0)};`).join('')}</w:t></w:r>` },
  { name: 'cdata', words: (text) => `<w:r><w:t><![CDATA[${text}]]></w:t></w:r>` },
  { name: 'line-breaks-in-words', words: (text) => `<w:r>\n\t<w:t>${escapeXml(text)}\n</w:t>\n</w:r>` },
] satisfies readonly Kind[];

/** Most at once. */
const EVERYTHING: Kind = {
  name: 'everything',
  paragraph: (text, { role }) => (role === 'title' ? boxed(paragraph(run(text))) : paragraph(run(text))),
  words: (text, context) => `${context.rng.pick([cut, revised, withField, inControl])(text, context)}${context.role === 'value' ? HIDDEN + STRUCK : ''}`,
  below: () => cell(paragraph(run('8')), '<w:vMerge/>'),
  table: (rows, id) => splitTable(rows, id, HEADER_ROWS),
  body: (body) => CONTENTS + body,
};

export const KINDS: readonly Kind[] = [...SEEN, EVERYTHING];

/** Table three goes on in a second table, with or without its header. */
function splitTable(rows: readonly string[], id: Grid['id'], header: number): string {
  const half = Math.floor(rows.length / 2);
  if (id !== 'applications') return table(rows.join(''));
  return `${table(rows.slice(0, half).join(''))}${paragraph('')}${table([...rows.slice(0, header), ...rows.slice(half)].join(''))}`;
}
