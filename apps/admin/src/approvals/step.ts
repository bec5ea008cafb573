/** Where a key leads from a row; from nowhere, to the first one. The ends do not run into each other. */
export function step(from: number, by: 1 | -1, count: number): number {
  if (from < 0) return 0;
  return Math.min(Math.max(from + by, 0), count - 1);
}
