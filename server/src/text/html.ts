// How does HTML become plain text without moving an offset?
// Tags turn into blanks, cell ends into tabs, row and paragraph ends into line breaks; entities are decoded in place.

import { Tokenizer } from 'htmlparser2';
import { textOf, ZERO_WIDTH_SPACE } from './fold.ts';

const MARKUP = /<(?:table|tr|td|th|p|div|span|br|html|body)[\s/>]/iu;

/** Tags that end a line outside table cells. */
const BLOCKS = new Set(
  'p div br li ul ol tr table thead tbody tfoot caption section article header footer h1 h2 h3 h4 h5 h6 title pre hr'.split(' '),
);
/** Their text is no text of the document. */
const HIDDEN = new Set(['script', 'style']);

const SPACE = 0x20;
const NOTHING = ZERO_WIDTH_SPACE.charCodeAt(0);
const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BAR = 0x7c;

export function isMarkup(text: string): boolean {
  return MARKUP.test(text);
}

/**
 * Same length as `html`. Row and column spans need no expansion: rows are known by their labels.
 * Only the tokenizer of the library is used, so that unbalanced markup costs no more than balanced.
 */
export function maskMarkup(html: string): string {
  // Inline tags leave nothing: a word may change its style in the middle.
  const units = new Uint16Array(html.length).fill(NOTHING);
  let inCell = false;
  let cellsInRow = 0;
  // Where blocks of the open cell end; once a table opens inside, the cell lays out a page and they end lines.
  let blocksInCell: number[] = [];
  let hidden: string | null = null;
  let last = 0;
  const mark = (offset: number, unit: number) => {
    if (offset >= 0 && offset < units.length) units[offset] = unit;
  };
  const isInPipeRow = pipeRows(html);
  const markBlock = (name: string, at: number) => {
    // Markdown breaks the line inside a cell with the tag.
    const inPipe = name === 'br' && isInPipeRow(at);
    mark(at, inCell || inPipe ? SPACE : LINE_FEED);
    if (inCell) blocksInCell.push(at);
  };
  const open = (name: string, at: number) => {
    if (HIDDEN.has(name)) hidden = name;
    if (name === 'table' && inCell) for (const block of blocksInCell) mark(block, LINE_FEED);
    if (name === 'tr' || name === 'table') {
      mark(at, LINE_FEED);
      inCell = false;
      cellsInRow = 0;
    } else if (name === 'td' || name === 'th') {
      if (cellsInRow > 0) mark(at, TAB);
      inCell = true;
      blocksInCell = [];
      cellsInRow++;
    } else if (BLOCKS.has(name)) {
      markBlock(name, at);
    }
  };
  const close = (name: string, at: number) => {
    if (name === hidden) hidden = null;
    if (name === 'tr' || name === 'table') {
      mark(at, LINE_FEED);
      inCell = false;
      cellsInRow = 0;
    } else if (BLOCKS.has(name)) {
      markBlock(name, at);
    }
  };
  const ignore = () => {};
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext(start, end) {
        last = end;
        if (hidden !== null) return;
        for (let offset = start; offset < end; offset++) {
          const unit = html.charCodeAt(offset);
          units[offset] = inCell && (unit === LINE_FEED || unit === CARRIAGE_RETURN || unit === TAB) ? SPACE : unit;
        }
      },
      ontextentity(codePoint, end) {
        if (hidden === null) {
          units.fill(NOTHING, last, end);
          mark(last, codePoint > 0xffff ? SPACE : codePoint);
        }
        last = end;
      },
      onopentagname(start, end) {
        open(html.slice(start, end).toLowerCase(), start - 1);
        last = end;
      },
      onclosetag(start, end) {
        close(html.slice(start, end).toLowerCase(), start - 2);
        last = end;
      },
      onopentagend(end) {
        last = end + 1;
      },
      onselfclosingtag(end) {
        last = end + 1;
      },
      onattribdata: ignore,
      onattribentity: ignore,
      onattribend: ignore,
      onattribname: ignore,
      oncdata: ignore,
      oncomment(_start, end) {
        last = end + 1;
      },
      ondeclaration(_start, end) {
        last = end + 1;
      },
      onprocessinginstruction(_start, end) {
        last = end + 1;
      },
      onend: ignore,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return textOf(units);
}

/** Tells of offsets, asked in rising order, whether their line opens with a bar. */
function pipeRows(text: string): (at: number) => boolean {
  let scanned = 0;
  let opened = false;
  let barred = false;
  return (at) => {
    for (; scanned < at; scanned++) {
      const unit = text.charCodeAt(scanned);
      if (unit === LINE_FEED || unit === CARRIAGE_RETURN) opened = barred = false;
      else if (!opened && unit !== SPACE && unit !== TAB) {
        opened = true;
        barred = unit === BAR;
      }
    }
    return barred;
  };
}
