// The order of strings by their code units, the same in every language of the interface.

export function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
