export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middleIndex = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middleIndex]! : (sorted[middleIndex - 1]! + sorted[middleIndex]!) / 2;
}

export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Returns the median of ratios taken within each round, where both sides faced the same load. */
export function medianRatio(numerators: readonly number[], denominators: readonly number[]): number {
  return median(numerators.map((numerator, i) => numerator / denominators[i]!));
}

/** Prints a table and, with `--json`, a last line for programs. */
export function report(
  bench: string,
  rows: Array<Record<string, string | number>>,
  ratios: Record<string, number>,
): void {
  const roundedRatios = Object.fromEntries(
    Object.entries(ratios).map(([name, ratio]) => [name, Number(ratio.toFixed(3))]),
  );
  console.table(rows);
  for (const [name, ratio] of Object.entries(roundedRatios)) console.log(`${name}: ${ratio}`);
  if (process.argv.includes('--json')) console.log(JSON.stringify({ bench, ratios: roundedRatios }));
}
