// Masks HTML to plain text of the same length: tags become blanks, cell ends tabs, row and paragraph ends line breaks; entities
// are decoded in place.

import { Tokenizer } from 'htmlparser2';
import { textOf, ZERO_WIDTH_UNIT } from './fold.ts';

/** Tags that end a line outside table cells. */
const BLOCKS = new Set('p div br li ul ol tr table thead tbody tfoot caption section article header footer h1 h2 h3 h4 h5 h6 title pre hr'.split(' '));
/** Tags that hold nothing: what is typed into a cell goes before them. */
const VOID = new Set(['br', 'hr', 'img', 'input', 'col', 'wbr']);
/** Their text is no text of the document. */
const HIDDEN = new Set(['script', 'style']);
/** What was struck out no longer stands there. */
const STRUCK = new Set(['s', 'del', 'strike']);

const SPACE = 0x20;
const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BAR = 0x7c;

export interface Masked {
  /** As long as the page. */
  readonly text: string;
  /** Where the content of each table cell begins, behind the tags that open around it; rising. */
  readonly cellStarts: readonly number[];
}

/**
 * The text of a page in its place. Row and column spans need no expansion: rows are known by their labels.
 * Only the tokenizer of the library is used, so that unbalanced markup costs no more than balanced.
 */
export function maskMarkup(html: string): Masked {
  const mask = new Mask(html);
  const behind = (end: number) => mask.passed(end + 1);
  const handlers: ConstructorParameters<typeof Tokenizer>[1] = {
    ontext: (start, end) => mask.text(start, end),
    ontextentity: (codePoint, end) => mask.entity(codePoint, end),
    onopentagname: (start, end) => mask.open(start, end),
    onclosetag: (start, end) => mask.close(start, end),
    onopentagend: (end) => mask.opened(end + 1),
    onselfclosingtag: behind,
    oncomment: (_start, end) => behind(end),
    ondeclaration: (_start, end) => behind(end),
    onprocessinginstruction: (_start, end) => behind(end),
    onattribdata: ignore,
    onattribentity: ignore,
    onattribend: ignore,
    onattribname: ignore,
    oncdata: ignore,
    onend: ignore,
  };
  const tokenizer = new Tokenizer({ decodeEntities: true }, handlers);
  tokenizer.write(html);
  tokenizer.end();
  return { text: mask.shown(), cellStarts: mask.cellStarts };
}

function ignore(): void {}

/** The life of one page, from its first tag to its last. */
class Mask {
  private readonly html: string;
  /** Inline tags leave nothing: a word may change its style in the middle. */
  private readonly units: Uint16Array;
  readonly cellStarts: number[] = [];
  /** Nothing but opening tags since a cell began: its content begins behind them. */
  private entering = false;
  private inCell = false;
  private cellsInRow = 0;
  /** Where blocks of the open cell end; once a table opens inside, the cell lays out a page and they end lines. */
  private blocksInCell: number[] = [];
  private readonly isInPipeRow: (at: number) => boolean;
  /** The tag whose text is not shown. */
  private hidden: string | null = null;
  /** The last character shown in this block that is no blank; empty at its beginning. */
  private lastShown = '';
  /** Behind what was seen last: an entity begins there. */
  private last = 0;

  constructor(html: string) {
    this.html = html;
    this.units = new Uint16Array(html.length).fill(ZERO_WIDTH_UNIT);
    this.isInPipeRow = pipeRows(html);
  }

  text(start: number, end: number): void {
    this.last = end;
    if (this.hidden !== null) return;
    if (this.entering && this.html.slice(start, end).trim() !== '') this.entering = false;
    this.lastShown = this.html.slice(start, end).trimEnd().at(-1) ?? this.lastShown;
    for (let offset = start; offset < end; offset++) {
      const unit = this.html.charCodeAt(offset);
      this.units[offset] = this.inCell && (unit === LINE_FEED || unit === CARRIAGE_RETURN || unit === TAB) ? SPACE : unit;
    }
  }

  entity(codePoint: number, end: number): void {
    this.entering = false;
    if (this.hidden === null) {
      this.units.fill(ZERO_WIDTH_UNIT, this.last, end);
      this.mark(this.last, codePoint > 0xffff ? SPACE : codePoint);
    }
    this.last = end;
  }

  open(start: number, end: number): void {
    const name = this.html.slice(start, end).toLowerCase();
    this.last = end;
    if (HIDDEN.has(name)) this.hidden = name;
    else if (this.hidden === null && (STRUCK.has(name) || (name === 'sup' && this.isNoteHere()))) this.hidden = name;
    if (name === 'table' && this.inCell) for (const block of this.blocksInCell) this.mark(block, LINE_FEED);
    if (name === 'td' || name === 'th') {
      if (this.cellsInRow > 0) this.mark(start - 1, TAB);
      this.inCell = true;
      this.beginBlock();
      this.entering = true;
      this.cellStarts.push(start);
      this.blocksInCell = [];
      this.cellsInRow++;
    } else {
      if (name === 'table' || VOID.has(name)) this.entering = false;
      this.boundary(name, start - 1);
    }
  }

  /** An opening tag ends. */
  opened(end: number): void {
    this.last = end;
    if (this.entering && this.hidden === null) this.cellStarts[this.cellStarts.length - 1] = end;
  }

  close(start: number, end: number): void {
    const name = this.html.slice(start, end).toLowerCase();
    this.last = end;
    this.entering = false;
    if (name === this.hidden) this.hidden = null;
    this.boundary(name, start - 2);
  }

  passed(end: number): void {
    this.last = end;
  }

  shown(): string {
    return textOf(this.units);
  }

  /** Where a row or a block begins or ends, a line does; a block inside a cell is only a gap. */
  private boundary(name: string, at: number): void {
    if (name === 'tr' || name === 'table' || name === 'td' || name === 'th' || BLOCKS.has(name)) this.beginBlock();
    if (name === 'tr' || name === 'table') {
      this.mark(at, LINE_FEED);
      this.inCell = false;
      this.cellsInRow = 0;
    } else if (BLOCKS.has(name)) {
      // Markdown breaks the line inside a cell with the tag.
      const inPipe = name === 'br' && this.isInPipeRow(at);
      this.mark(at, this.inCell || inPipe ? SPACE : LINE_FEED);
      if (this.inCell) this.blocksInCell.push(at);
    }
  }

  /** A tag that was never closed hides no more than the rest of its block. */
  private beginBlock(): void {
    this.lastShown = '';
    if (this.hidden !== null && !HIDDEN.has(this.hidden)) this.hidden = null;
  }

  /** A raised figure behind a word or a number is the mark of a note; behind a letter it is a power: km². */
  private isNoteHere(): boolean {
    return this.lastShown !== '' && !/[a-z]/iu.test(this.lastShown);
  }

  private mark(offset: number, unit: number): void {
    if (offset >= 0 && offset < this.units.length) this.units[offset] = unit;
  }
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
