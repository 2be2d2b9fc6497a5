// How are measurements summed up? Medians and 95th percentiles, in milliseconds.

export function percentile(samples, share) {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function summary(samples) {
  return `p50 ${percentile(samples, 0.5).toFixed(2)} ms, p95 ${percentile(samples, 0.95).toFixed(2)} ms`;
}

/** How many times more the first takes than the second, by medians. */
export function ratio(samples, others) {
  return `×${(percentile(samples, 0.5) / percentile(others, 0.5)).toFixed(2)}`;
}
