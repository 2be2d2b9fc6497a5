// Keys of the form view: Enter goes down the column, arrows to the neighbours, Esc takes back, = takes the sum.

import type { CellControl } from './cell.ts';

interface Board {
  readonly controlOf: (key: string) => CellControl | undefined;
  /** Each table row by row. */
  readonly grids: () => readonly (readonly (readonly CellControl[])[])[];
}

export function moves(event: KeyboardEvent, board: Board): void {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || event.isComposing) return;
  const control = board.controlOf(input.dataset['key'] ?? '');
  if (control === undefined) return;
  if (event.ctrlKey || event.metaKey || event.altKey) {
    const isUndo = event.key.toLowerCase() === 'z' && !event.shiftKey && !event.altKey;
    // What is not in the text yet is taken back here; everything else is the text's to undo.
    if (isUndo && control.dropTyped()) stop(event);
    else if (!isUndo && event.key.length === 1 && !'acvx'.includes(event.key.toLowerCase())) control.commit();
    return;
  }
  const expected = control.view()?.expected;
  if (event.key === '=' && expected !== undefined && !control.input.readOnly) {
    stop(event);
    control.type(String(expected));
    control.commit();
    return;
  }
  if (event.key === 'Escape') {
    if (control.takeBack()) stop(event);
    input.select();
    return;
  }
  const step = stepOf(event, input);
  const target = neighbourOf(control, step, board.grids());
  if (step?.rows !== undefined) control.commit();
  if (target === undefined) return;
  stop(event);
  target.input.focus();
  target.td.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

interface Step {
  readonly rows: number;
  readonly columns: number;
}

function stepOf({ key, shiftKey }: KeyboardEvent, input: HTMLInputElement): Step | null {
  const { selectionStart: start, selectionEnd: end, value } = input;
  const isWhole = start === 0 && end === value.length;
  switch (key) {
    case 'Enter':
      return { rows: shiftKey ? -1 : 1, columns: 0 };
    case 'ArrowDown':
      return { rows: 1, columns: 0 };
    case 'ArrowUp':
      return { rows: -1, columns: 0 };
    case 'ArrowLeft':
      return !shiftKey && (isWhole || (start === 0 && end === 0)) ? { rows: 0, columns: -1 } : null;
    case 'ArrowRight':
      return !shiftKey && (isWhole || (start === value.length && end === value.length)) ? { rows: 0, columns: 1 } : null;
    default:
      return null;
  }
}

/** Below the last row the next table begins, above the first the one before. */
function neighbourOf(control: CellControl, step: Step | null, grids: Board['grids'] extends () => infer Grids ? Grids : never): CellControl | undefined {
  if (step === null) return undefined;
  const grid = grids.findIndex((rows) => rows.some((row) => row.includes(control)));
  const rows = grids[grid] ?? [];
  const line = rows.findIndex((row) => row.includes(control));
  const column = rows[line]?.indexOf(control) ?? 0;
  const wanted = rows[line + step.rows]?.[column + step.columns];
  if (wanted !== undefined || step.columns !== 0) return wanted;
  const next = grids[grid + step.rows];
  const row = step.rows > 0 ? next?.[0] : next?.at(-1);
  return row?.[Math.min(column, row.length - 1)];
}

function stop(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
