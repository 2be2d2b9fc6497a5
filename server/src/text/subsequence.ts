// Subsequence test: whether one text is an abbreviation of another.

/** 县市场监管局 in 石磬县市场监督管理局: every character of `short` stands in `long`, in order. */
export function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const character of short) {
    at = long.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
