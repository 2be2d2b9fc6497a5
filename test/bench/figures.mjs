// Statistics of measurements: medians, 95th percentiles, ratios.

export function percentile(samples, share) {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(samples) {
  return percentile(samples, 0.5);
}

/** Three digits that count: 0.52, 4.93, 88.1, 1040. */
export function short(number) {
  if (Number.isNaN(number)) return '?';
  return number.toFixed(number < 10 ? 2 : number < 100 ? 1 : 0);
}

/** How many times more the first takes than the second. */
export function times(figure, other) {
  if (Number.isNaN(figure)) return '?';
  return `×${short(figure / other)}`;
}
