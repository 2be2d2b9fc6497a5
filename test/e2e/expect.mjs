// Assertions of the journeys: plain comparisons whose failure shows both sides.

const SHOWN = 80;

export function equal(actual, expected, what) {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (left === right) return;
  let same = 0;
  while (same < left.length && left[same] === right[same]) same += 1;
  const from = Math.max(0, same - SHOWN / 2);
  const part = (text) => `${from > 0 ? '…' : ''}${text.slice(from, same + SHOWN)}`;
  throw new Error(`${what}\nexpected ${part(right)}\nactual   ${part(left)}`);
}

export function includes(text, part, what) {
  if (!text.includes(part)) throw new Error(`${what}\nexpected to find ${part}\nin ${text}`);
}
