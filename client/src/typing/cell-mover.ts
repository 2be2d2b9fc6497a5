// Moves from cell to cell though the window is a moment ahead: what is typed between a key and the move that answers it is put where the
// person is by then. Pure but for the port, so that it is tested against a window that lags.

import { MAX_SETTLING_TURNS } from '../limits.ts';
import { cellAt, neighbourOf, type Direction, type Grid, type PlacedCell } from './cells.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The editor, as far as it is known here. Offsets are of the text that is known here. */
export interface EditorPort {
  readonly version: () => number;
  readonly text: () => string;
  readonly grid: () => Grid | undefined;
  readonly selection: () => Span;
  readonly select: (span: Span) => void;
  /** To the window and back: whatever it did before is known here then. */
  readonly roundTrip: () => Promise<unknown>;
  /** False where the text is no longer the one that is known here. Insertions push the cursor on. */
  readonly edit: (edits: readonly { readonly span: Span; readonly text: string }[]) => Promise<boolean>;
}

export interface Change {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

export interface CellMover {
  /** The cell that the person is in: the one a key led to, though the editor may not be there yet; else the cursor's. */
  readonly cell: () => PlacedCell | undefined;
  /** The cell that was reached by a key or typed in, and not left since. */
  readonly entered: () => string | null;
  /** Where there is nothing further that way the cell is given back, and nothing moves. Settled when the editor is there. */
  readonly move: (direction: Direction) => Promise<PlacedCell | null>;
  /** To be told of each change of the text, after the grid. */
  readonly changed: (change: Change) => void;
  readonly isSettling: () => boolean;
  /** The person has gone elsewhere by a key that is not ours, or by the mouse. Keys are the cursor's again; digits under way still reach their cells. */
  readonly jumped: (isByMouse: boolean) => void;
  readonly forget: () => void;
}

/** What happened while an edit of ours was on its way; `version` is that which a change made. */
interface Happening {
  readonly version: number | null;
  readonly run: () => void;
}

export function createCellMover(port: EditorPort): CellMover {
  const overtaken = createOvertaken(textOf);
  let entered: string | null = null;
  let moves = 0;
  let isSettling = false;
  let hasJumped = false;
  let meanwhile: Happening[] | null = null;
  /** The version that our edit makes, where that has not been heard of yet. */
  let repairedVersion: number | null = null;

  function find(key: string): PlacedCell | undefined {
    return port.grid()?.cells.find((cell) => cell.key === key);
  }

  function textOf(key: string): string {
    const cell = find(key);
    return cell === undefined ? '' : port.text().slice(cell.start, cell.end);
  }

  function cellOf(span: Span): PlacedCell | undefined {
    const [grid, text] = [port.grid(), port.text()];
    return grid && cellAt(grid, (offset) => text.charAt(offset), span);
  }

  function cell(): PlacedCell | undefined {
    const current = hasJumped ? null : overtaken.current();
    return current === null ? cellOf(port.selection()) : find(current);
  }

  async function move(direction: Direction): Promise<PlacedCell | null> {
    if (meanwhile !== null) {
      // Texts as they are now: when it is done, digits that come later may stand in them.
      const texts = new Map<string, string>(port.grid()?.cells.map(({ key }) => [key, textOf(key)]));
      meanwhile.push({ version: null, run: () => void step(direction, (key) => texts.get(key) ?? '') });
      return null;
    }
    const left = step(direction, textOf);
    if (left === null && !isSettling) await settle();
    return left;
  }

  function step(direction: Direction, held: (key: string) => string): PlacedCell | null {
    const [grid, from] = [port.grid(), cell()];
    if (grid === undefined || from === undefined) return null;
    const target = neighbourOf(grid, from, direction);
    if (target === undefined) return from;
    hasJumped = false;
    overtaken.moved({ key: from.key, text: held(from.key) }, target.key);
    entered = target.key;
    moves += 1;
    select(target, false);
    return null;
  }

  /** At the end of the cell first: places worked out before the last digits came would take in what divides the cells. */
  function select({ start, end }: PlacedCell, isWhole: boolean): void {
    port.select({ start: isWhole ? start : end, end });
  }

  async function settle(): Promise<void> {
    isSettling = true;
    try {
      await catchUp(moves);
    } finally {
      repairedVersion = null;
      isSettling = false;
      hasJumped = false;
      overtaken.done();
    }
  }

  /** Waits till the editor is where the last key leads; begins anew with each key that is pressed meanwhile. */
  async function catchUp(seen: number): Promise<void> {
    for (let turn = 0; turn < MAX_SETTLING_TURNS; turn += 1) {
      await port.roundTrip();
      if (moves !== seen) return catchUp(moves);
      if (repairedVersion !== null) continue;
      const own = cell();
      if (own === undefined && !hasJumped) return;
      if (own !== undefined && !hasJumped && !isAt(own)) select(own, cellOf(port.selection()) === own && overtaken.isFresh());
      else if (overtaken.repairs().length === 0) return;
      else await repair(overtaken.repairs());
    }
  }

  /** What stood there is selected, as in a spreadsheet: typing replaces it. Behind what was typed since the cursor stands at its end. */
  function isAt({ start, end }: PlacedCell): boolean {
    const selection = port.selection();
    return selection.end === end && selection.start === (overtaken.isFresh() ? start : end);
  }

  async function repair(repairs: readonly Repair[]): Promise<void> {
    const version = port.version() + 1;
    meanwhile = [];
    const edits = repairs.flatMap(({ key, text }) => {
      const place = find(key);
      return place === undefined ? [] : [{ span: { start: place.start, end: place.end }, text }];
    });
    const isDone = await port.edit(edits);
    const happened: readonly Happening[] = meanwhile;
    meanwhile = null;
    const own = isDone ? happened.find((each) => each.version === version) : undefined;
    // Keys that came before it left cells that did not hold it yet.
    for (const each of happened) {
      if (each === own) overtaken.repaired();
      else each.run();
    }
    if (isDone && own === undefined) repairedVersion = version;
  }

  function changed(change: Change): void {
    const version = port.version();
    const place = cellOf({ start: change.rangeOffset, end: change.rangeOffset });
    const into = place?.key;
    const typed = { ...change, isAtEnd: place !== undefined && change.rangeOffset + change.text.length === place.end };
    if (version === repairedVersion) {
      repairedVersion = null;
      overtaken.repaired();
      return;
    }
    const run = () => {
      if (into !== undefined && (hasJumped || !overtaken.typed(into, typed)) && change.text !== '') entered = into;
    };
    if (meanwhile === null) run();
    else meanwhile.push({ version, run });
  }

  /** Digits that overtook the cursor are in lines of the table: a key led elsewhere only where the line holds no cell. */
  function jumped(isByMouse: boolean): void {
    if (isSettling && (isByMouse || !isInRow(port.selection().end))) hasJumped = true;
  }

  function isInRow(offset: number): boolean {
    const text = port.text();
    const [from, to] = [text.lastIndexOf('\n', offset - 1) + 1, text.indexOf('\n', offset)];
    return port.grid()?.cells.some(({ start, end }) => start >= from && (to === -1 || end <= to)) ?? false;
  }

  return { cell, entered: () => entered, move, changed, isSettling: () => isSettling, jumped, forget: () => (entered = null) };
}

// Digits that overtake the cursor: between a Tab and the move that answers it the editor goes on typing into the cell that was left.
// What was typed there belongs to the cell that the person is in by then.

/** What a cell is to hold, where the document holds something else. */
interface Repair {
  readonly key: string;
  readonly text: string;
}

interface Typed {
  readonly text: string;
  readonly rangeLength: number;
  /** What it replaced ended with the cell: an input method writes what it composes anew with each key. */
  readonly isAtEnd: boolean;
}

interface Overtaken {
  /** The cell the person is in, whatever the editor shows yet; null when nothing is under way. */
  readonly current: () => string | null;
  /** `text`: what the document held in the cell that was left. */
  readonly moved: (from: { readonly key: string; readonly text: string }, to: string) => void;
  /** Something was typed into a cell; true where it overtook the cursor. */
  readonly typed: (into: string, change: Typed) => boolean;
  /** Nothing was typed into the cell that the person is in: what stands there is to be selected. */
  readonly isFresh: () => boolean;
  readonly repairs: () => readonly Repair[];
  readonly repaired: () => void;
  /** The editor has caught up. */
  readonly done: () => void;
}

interface State {
  /** What the cell holds as the person sees it in their mind; null: what the document holds. */
  wanted: string | null;
  /** What it held when it was left. */
  left: string;
  /** It was reached by a key: the first digit replaces what stands there. */
  isFresh: boolean;
}

/** Cells are told by their keys. `textOf`: what the document holds in one. */
function createOvertaken(textOf: (key: string) => string): Overtaken {
  const states = new Map<string, State>();
  let current: string | null = null;

  function stateOf(key: string): State {
    const state = states.get(key) ?? { wanted: null, left: '', isFresh: false };
    states.set(key, state);
    return state;
  }

  return {
    current: () => current,
    moved: ({ key, text }, to) => {
      const state = stateOf(key);
      state.left = state.wanted ?? text;
      stateOf(to).isFresh = true;
      current = to;
    },
    isFresh: () => current !== null && stateOf(current).isFresh,
    typed: (into, { text, rangeLength, isAtEnd }) => {
      if (current === null) return false;
      const own = stateOf(current);
      const isThere = into === current;
      const kept = (typed: string) => (isAtEnd ? typed.slice(0, Math.max(0, typed.length - rangeLength)) : typed);
      if (!isThere) {
        const strayed = stateOf(into);
        strayed.wanted ??= strayed.left;
        own.wanted = (own.isFresh ? '' : kept(own.wanted ?? textOf(current))) + text;
      } else if (own.wanted !== null) own.wanted = kept(own.wanted) + text;
      // It was to be replaced, and was not selected yet.
      else if (own.isFresh && rangeLength === 0) own.wanted = text;
      own.isFresh = false;
      return !isThere;
    },
    repairs: () => [...states].flatMap(([key, { wanted }]) => (wanted === null || wanted === textOf(key) ? [] : [{ key, text: wanted }])),
    repaired: () => states.forEach((state) => (state.wanted = null)),
    done: () => {
      states.clear();
      current = null;
    },
  };
}
