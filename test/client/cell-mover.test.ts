// All numbers reach their cells, however far the window is ahead: against a window whose answers come late, in every order.

import { expect, it } from 'vitest';
import { createCellMover, type Change, type CellMover, type EditorPort, type Span } from '../../client/src/typing/cell-mover.ts';
import { carriedOver, type Direction, type Grid, type PlacedCell } from '../../client/src/typing/cells.ts';

const ROWS = 4;
const COLUMNS = 5;

/** Rows of cells behind tabs. */
function table(value: (row: number, column: number) => string): { readonly text: string; readonly grid: Grid } {
  const cells: PlacedCell[] = [];
  let text = '';
  for (let row = 0; row < ROWS; row++) {
    text += `行${row}`;
    for (let column = 0; column < COLUMNS; column++) {
      text += '\t';
      const start = text.length;
      text += value(row, column);
      cells.push({ key: `applications/${row}/${column}` as PlacedCell['key'], start, end: text.length, line: row, row: 0, column: 0, part: 'applications' });
    }
    text += '\n';
  }
  return { text, grid: { cells, names: [] } };
}

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
    return state / 0x7f_ff_ff_ff;
  };
}

type Edits = Parameters<EditorPort['edit']>[0];

/** As VS Code counts, by line and character: digits that come later move the cells of their own line only. */
function placeIn(text: string, offset: number) {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

function offsetIn(text: string, { line, character }: ReturnType<typeof placeIn>): number {
  const lines = text.split('\n');
  const before = lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0);
  return before + Math.min(character, lines[line]?.length ?? 0);
}

/** A window and what is known of it here, with a line of messages each way. */
function lagging(begin: { readonly text: string; readonly grid: Grid }) {
  const window = { text: begin.text, version: 1, selection: { start: 0, end: 0 } };
  const known: { text: string; version: number; selection: Span; grid: Grid | null } = { ...window, grid: begin.grid };
  const toWindow: (() => void)[] = [];
  const toHere: (() => void)[] = [];
  let mover: CellMover | undefined;

  function replace(changes: readonly Change[], selection: Span): void {
    for (const { rangeOffset, rangeLength, text } of changes) {
      window.text = window.text.slice(0, rangeOffset) + text + window.text.slice(rangeOffset + rangeLength);
    }
    window.version++;
    window.selection = selection;
    const now = { ...window };
    toHere.push(() => {
      known.grid = known.grid && carriedOver(known.grid, changes);
      Object.assign(known, { text: now.text, version: now.version });
      const [first] = changes;
      if (first !== undefined) mover?.changed(first);
      known.selection = now.selection;
    });
  }

  function type(digit: string): void {
    const { start, end } = window.selection;
    replace([{ rangeOffset: start, rangeLength: end - start, text: digit }], { start: start + 1, end: start + 1 });
  }

  function press(direction: Direction): void {
    toHere.push(() => void mover?.move(direction));
  }

  /** By a key that is not ours, past the table. */
  function leaveTable(): void {
    const end = window.text.length;
    window.selection = { start: end, end };
    toHere.push(() => {
      known.selection = { start: end, end };
      mover?.jumped(false);
    });
  }

  function moveCursor(offset: number, changes: readonly Change[]): number {
    let at = offset;
    for (const { rangeOffset, rangeLength, text } of changes) {
      if (rangeOffset + rangeLength <= at) at += text.length - rangeLength;
      else if (rangeOffset < at) at = rangeOffset;
    }
    return at;
  }

  const port: EditorPort = {
    version: () => known.version,
    text: () => known.text,
    grid: () => known.grid ?? undefined,
    selection: () => known.selection,
    select: (span) => {
      known.selection = span;
      const [start, end] = [placeIn(known.text, span.start), placeIn(known.text, span.end)];
      toWindow.push(() => {
        window.selection = { start: offsetIn(window.text, start), end: offsetIn(window.text, end) };
        const now = window.selection;
        toHere.push(() => (known.selection = now));
      });
    },
    roundTrip: () => new Promise<void>((resolve) => toWindow.push(() => toHere.push(resolve))),
    edit: (edits: Edits) => {
      const { version } = known;
      return new Promise((resolve) =>
        toWindow.push(() => {
          const isSame = version === window.version;
          if (isSame) {
            const changes = edits
              .toSorted((one, other) => other.span.start - one.span.start)
              .flatMap(({ span, text }) => [
                ...(span.end > span.start ? [{ rangeOffset: span.start, rangeLength: span.end - span.start, text: '' }] : []),
                { rangeOffset: span.start, rangeLength: 0, text },
              ]);
            const { start, end } = window.selection;
            replace(changes, { start: moveCursor(start, changes), end: moveCursor(end, changes) });
          }
          toHere.push(() => resolve(isSame));
        }),
      );
    },
  };
  mover = createCellMover(port);
  return { window, known, toWindow, toHere, type, press, leaveTable, mover };
}

const flush = () => new Promise<void>((resolve) => setImmediate(resolve));

async function settled({ toWindow, toHere }: ReturnType<typeof lagging>): Promise<void> {
  for (let turn = 0; turn < 2000 && toWindow.length + toHere.length > 0; turn++) {
    toWindow.shift()?.();
    toHere.shift()?.();
    await flush();
  }
}

/** Types the numbers row by row with Tab, messages passing now and then; `haste` is how seldom. */
async function typedInHaste(seed: number, { haste, filled }: { readonly haste: number; readonly filled: boolean }): Promise<readonly [string, string]> {
  const next = random(seed);
  const old = () => (filled ? String(Math.floor(next() * 30)) : '');
  const editor = lagging(table(old));
  const [first] = editor.known.grid?.cells ?? [];
  if (first === undefined) throw new Error('no cell');
  // By hand into the first cell, at its end: what stands there stays.
  editor.window.selection = { start: first.end, end: first.end };
  editor.known.selection = editor.window.selection;
  const kept = editor.window.text.slice(first.start, first.end);
  async function pass(): Promise<void> {
    for (let turn = 0; turn < 3 && next() > haste; turn++) {
      editor.toWindow.shift()?.();
      if (next() > haste) editor.toHere.shift()?.();
      await flush();
    }
  }
  const wanted: string[][] = [];
  for (let row = 0; row < ROWS; row++) {
    wanted.push([]);
    for (let column = 0; column < COLUMNS; column++) {
      const number = String(Math.floor(next() * 120));
      if (row + column > 0) editor.press('next');
      await pass();
      for (const digit of number) {
        editor.type(digit);
        await pass();
      }
      wanted[row]?.push(row + column === 0 ? kept + number : number);
    }
  }
  await settled(editor);
  return [editor.window.text, table((row, column) => wanted[row]?.[column] ?? '').text];
}

it.each([
  ['an empty table', false],
  ['a filled table, typed over', true],
])('loses no digit in %s', async (_, filled) => {
  for (const haste of [0, 0.3, 0.6, 0.85, 1]) {
    for (let seed = 1; seed <= 60; seed++) {
      const [text, wanted] = await typedInHaste(seed, { haste, filled });
      expect(text, `seed ${seed}, haste ${haste}`).toBe(wanted);
    }
  }
});

it('knows while digits are under way that the cursor has left the table, and still brings them to their cells', async () => {
  const editor = lagging(table(() => ''));
  const [first] = editor.known.grid?.cells ?? [];
  if (first === undefined) throw new Error('no cell');
  editor.window.selection = { start: first.end, end: first.end };
  editor.known.selection = editor.window.selection;
  for (const digit of ['1', '2']) {
    editor.type(digit);
    editor.press('next');
  }
  // The first key is known here, and where it leads is not known in the window yet.
  for (let count = 0; count < 4; count++) {
    editor.toHere.shift()?.();
    await flush();
  }
  expect(editor.mover.cell()?.key).toBe('applications/0/2');
  editor.toWindow.splice(0).forEach((run) => run());
  editor.leaveTable();
  editor.toHere.splice(0).forEach((run) => run());
  expect(editor.mover.isSettling()).toBe(true);
  expect(editor.mover.cell()).toBeUndefined();
  await flush();
  await settled(editor);
  expect(editor.window.text).toBe(table((row, column) => (row > 0 ? '' : (['1', '2'][column] ?? ''))).text);
  expect(editor.window.selection.end).toBe(editor.window.text.length);
});
