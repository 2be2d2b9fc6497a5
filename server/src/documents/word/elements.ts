// What each element of a document part does to the reader. Those that are not listed are passed through.

import type { BodyReader } from './reader.ts';
import { isOn, levelOf, LOOK_HANDLERS } from './styles.ts';
import type { Attributes, ElementHandler, Handlers, TextHandler } from './element-handlers.ts';

type Element = ElementHandler<BodyReader>;

const SKIPPED: Element = { open: () => 'skip' };

function flag(name: 'inWords' | 'inInstruction' | 'inParagraphProperties' | 'inRowProperties' | 'inCellProperties'): Element {
  return { open: (reader) => void (reader[name] = true), close: (reader) => void (reader[name] = false) };
}

function character(text: string): Element {
  return {
    // `w:tab` is also a tab stop among the properties of a paragraph.
    open: (reader, tag) => {
      if (!reader.inParagraphProperties) reader.character(text, tag);
    },
  };
}

function counted(kind: 'comments' | 'pictures' | 'objects' | 'included'): Element {
  return {
    open: (reader) => {
      reader.count(kind);
      return 'skip';
    },
  };
}

const PARAGRAPHS: readonly (readonly [string, Element])[] = [
  ['w:p', { open: (reader, { at }) => reader.openParagraph(at), close: (reader) => reader.closeParagraph() }],
  ['w:pPr', flag('inParagraphProperties')],
  ['w:pStyle', { open: (reader, attributes) => reader.setParagraphStyle(attributes.get('val')) }],
  ['w:numId', { open: (reader, attributes) => reader.setNumbering({ id: attributes.get('val') }) }],
  ['w:ilvl', { open: (reader, attributes) => reader.setNumbering({ level: levelOf(attributes) }) }],
];

const RUNS: readonly (readonly [string, Element])[] = [
  ...['w:r', 'm:r'].map((name) => [name, { open: (reader: BodyReader) => reader.openRun(), close: (reader: BodyReader) => reader.closeRun() }] as const),
  ['w:rStyle', { open: ({ run }, attributes) => void (run !== null && (run.style = attributes.get('val'))) }],
  ...LOOK_HANDLERS.map(
    ([name, set]) => [name, { open: ({ run }: BodyReader, attributes: Attributes) => void (run !== null && set(run, attributes)) }] as const,
  ),
  ['w:t', flag('inWords')],
  ['m:t', flag('inWords')],
  ['w:tab', character('\t')],
  ['w:ptab', character('\t')],
  ['w:br', character('\n')],
  ['w:cr', character('\n')],
  ['w:noBreakHyphen', character('-')],
  // The words above the characters; those below are the text.
  ['w:rt', SKIPPED],
];

const FIELDS: readonly (readonly [string, Element])[] = [
  ['w:fldChar', { open: (reader, attributes) => reader.fieldCharacter(attributes.get('fldCharType')) }],
  ['w:instrText', flag('inInstruction')],
  ['w:fldSimple', { open: (reader, attributes) => reader.openSimpleField(attributes.get('instr')), close: (reader) => reader.closeSimpleField() }],
  ['w:sdt', { open: (reader) => reader.openControl(), close: (reader) => reader.closeControl() }],
  ['w:sdtPr', { open: (reader) => reader.setControl({ inProperties: true }), close: (reader) => reader.setControl({ inProperties: false }) }],
  ['w:showingPlcHdr', { open: (reader, attributes) => reader.setControl({ isPlaceholder: isOn(attributes) }) }],
  ['w:dataBinding', { open: (reader) => reader.setControl({ isBound: true }) }],
  // One of a list of words; and content that the author of the document locked.
  ['w:dropDownList', { open: (reader) => reader.setControl({ isBound: true }) }],
  ['w:lock', { open: (reader, attributes) => reader.setControl(/content/iu.test(attributes.get('val') ?? '') ? { isBound: true } : {}) }],
  ['w:docPartGallery', { open: (reader, attributes) => reader.setControl({ isContents: attributes.get('val') === 'Table of Contents' }) }],
];

const TABLES: readonly (readonly [string, Element])[] = [
  ['w:tbl', { open: ({ blocks }, { at }) => blocks.openTable(at), close: ({ blocks }) => blocks.closeTable() }],
  ['w:tr', { open: ({ blocks }, { at }) => blocks.openRow(at), close: ({ blocks }) => blocks.closeRow() }],
  ['w:tc', { open: ({ blocks }, { at }) => blocks.openCell(at), close: ({ blocks }) => blocks.closeCell() }],
  ['w:trPr', flag('inRowProperties')],
  ['w:tcPr', flag('inCellProperties')],
  ['w:hMerge', { open: (reader, attributes) => setCell(reader, { continues: attributes.get('val') === 'restart' ? null : 'across' }) }],
  ['w:vMerge', { open: (reader, attributes) => setCell(reader, attributes.get('val') === 'restart' ? {} : { continues: 'down' }) }],
  ['w:hidden', { open: (reader, attributes) => hideRow(reader, attributes) }],
  [
    'w:cellDel',
    {
      open: (reader) => {
        setCell(reader, { isGone: true });
        reader.count('revisions');
      },
    },
  ],
];

function setCell({ inCellProperties, blocks }: BodyReader, change: Parameters<BodyReader['blocks']['setCell']>[0]): void {
  if (inCellProperties) blocks.setCell(change);
}

function hideRow(reader: BodyReader, attributes: Attributes): void {
  if (!reader.inRowProperties || !isOn(attributes)) return;
  reader.blocks.dropRow();
  reader.count('hidden');
}

/** Read as if accepted: what is deleted, or moved away, is gone, and so are marks of paragraphs and rows. */
const DELETION: Element = {
  open: (reader) => {
    reader.count('revisions');
    if (reader.inRowProperties) reader.blocks.dropRow();
    else if (reader.inParagraphProperties) reader.markDeleted();
    return 'skip';
  },
};

const REVISIONS: readonly (readonly [string, Element])[] = [
  ['w:del', DELETION],
  ['w:moveFrom', DELETION],
  ['w:ins', { open: (reader) => reader.count('revisions') }],
  ['w:moveTo', { open: (reader) => reader.count('revisions') }],
  // The properties before a revision.
  ...['w:rPrChange', 'w:pPrChange', 'w:tblPrChange', 'w:tblGridChange', 'w:trPrChange', 'w:tcPrChange', 'w:sectPrChange', 'w:numberingChange'].map(
    (name) => [name, SKIPPED] as const,
  ),
];

const OTHERS: readonly (readonly [string, Element])[] = [
  ['w:txbxContent', { open: (reader) => reader.openBox(), close: (reader) => reader.closeBox() }],
  ['mc:AlternateContent', { open: (reader) => reader.openChoices(), close: (reader) => reader.closeChoices() }],
  ['mc:Choice', { open: (reader) => (reader.takeChoice() ? undefined : 'skip') }],
  ['mc:Fallback', { open: (reader) => (reader.takeChoice() ? undefined : 'skip') }],
  ['w:commentReference', counted('comments')],
  ['a:blip', counted('pictures')],
  ['v:imagedata', counted('pictures')],
  ['w:object', counted('objects')],
  ['w:altChunk', counted('included')],
];

export const ELEMENTS: Handlers<BodyReader> = new Map([...PARAGRAPHS, ...RUNS, ...FIELDS, ...TABLES, ...REVISIONS, ...OTHERS]);

export const TEXTS: TextHandler<BodyReader> = {
  text: (reader, start, end) => reader.words(start, end),
  entity: (reader, codePoint, { start, end }) => reader.entity(codePoint, start, end),
};
