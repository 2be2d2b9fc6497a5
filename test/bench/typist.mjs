// Types into a text, forward and for good: some strokes in one place, then in another, or always in the place that is given.

/** What is written into prose, and what into a cell. */
const WORDS = '，较上年收到申请3件、办结2件，均已依法答复。';
const DIGITS = '1203';
/** Digits in one cell; words are written to their end. */
const CELL_BURST = 2;
const FIRST_SEED = 20_261;

/** The strokes one after the other, the same in every run. */
export function typist(text, fixed) {
  const lines = text.split('\n');
  let state = FIRST_SEED;
  let { line, character } = fixed ?? { line: 0, character: 0 };
  let source = WORDS;
  let typed = 0;
  let burst = fixed === undefined ? 0 : Number.POSITIVE_INFINITY;

  /** A whole number below `bound`. */
  function below(bound) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  }

  function chooseAnother() {
    const filled = lines.flatMap((each, index) => (each.trim() === '' ? [] : [index]));
    line = filled[below(filled.length)];
    const digit = lines[line].search(/\d(?!.*[\u4e00-\u9fff])/u);
    const isRow = digit >= 0;
    [source, burst, typed] = [isRow ? DIGITS : WORDS, isRow ? CELL_BURST : WORDS.length, 0];
    character = isRow ? digit + 1 : below(lines[line].length + 1);
  }

  return () => {
    if (typed >= burst) chooseAnother();
    const text = source[typed++ % source.length];
    const at = { line, character };
    lines[line] = lines[line].slice(0, character) + text + lines[line].slice(character);
    character++;
    return { at, typed: text };
  };
}
