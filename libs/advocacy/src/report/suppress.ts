/** Numbers that may be shown; null for hidden ones. */
export interface VisibleCells {
  cells: Array<number | null>;
  /** Total of all cells; null if it would reveal a hidden one. */
  total: number | null;
}

/** Hides numbers below the threshold. For numbers shown without a total. */
export function hideSmallCells(cells: readonly number[], threshold: number): Array<number | null> {
  return cells.map((cell) => (cell < threshold ? null : cell));
}

/**
 * Hides numbers below the threshold, plus the next smallest until no hidden number can be derived from the total.
 * This holds even for a reader who knows which numbers were hidden for being small.
 */
export function suppressSmallCells(cells: readonly number[], threshold: number): VisibleCells {
  const total = sum(cells);
  const hidden = new Set(cells.flatMap((cell, i) => (cell < threshold ? [i] : [])));
  const bySize = cells.map((_, i) => i).sort((one, other) => (cells[one] ?? 0) - (cells[other] ?? 0));
  const visibleCells = () => cells.map((cell, i) => (hidden.has(i) ? null : cell));
  if (total < threshold) return { cells: visibleCells(), total: null };
  while (isExact(cells, hidden, threshold)) {
    const next = bySize.find((i) => !hidden.has(i));
    if (next === undefined) return { cells: visibleCells(), total: null };
    hidden.add(next);
  }
  return { cells: visibleCells(), total };
}

/** True if the sum of the hidden cells leaves only one possible value for any of them. */
function isExact(cells: readonly number[], hidden: ReadonlySet<number>, threshold: number): boolean {
  const ranges = [...hidden].map((i) => {
    const isSmall = (cells[i] ?? 0) < threshold;
    return isSmall ? { least: 0, most: threshold - 1 } : { least: threshold, most: Infinity };
  });
  const remainder = sum([...hidden].map((i) => cells[i] ?? 0));
  return ranges.some((range, i) => {
    const otherRanges = ranges.filter((_, other) => other !== i);
    const minimum = Math.max(range.least, remainder - sum(otherRanges.map(({ most: maximum }) => maximum)));
    const maximum = Math.min(range.most, remainder - sum(otherRanges.map((other) => other.least)));
    return minimum === maximum;
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
