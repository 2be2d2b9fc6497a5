// Digits that overtake the cursor: between a Tab and the move that answers it the editor goes on typing into the cell that was left.
// What was typed there belongs to the cell that the person is in by then. Pure, so that it is tested without a window.

/** What a cell is to hold, where the document holds something else. */
export interface Repair {
  readonly key: string;
  readonly text: string;
}

interface Typed {
  readonly text: string;
  readonly rangeLength: number;
  /** What it replaced ended with the cell: an input method writes what it composes anew with each key. */
  readonly isAtEnd: boolean;
}

export interface Overtaken {
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
export function createOvertaken(textOf: (key: string) => string): Overtaken {
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
