/** Starts at the first row and does not wrap around. */
export function step(from: number, offset: 1 | -1, count: number): number {
  if (from < 0) return 0;
  return Math.min(Math.max(from + offset, 0), count - 1);
}
