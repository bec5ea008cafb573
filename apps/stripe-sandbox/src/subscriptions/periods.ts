const DAY = 86_400;

/**
 * Returns the end of the n-th period from the anchor, in Unix seconds.
 * Months keep the anchor's day and time, or use the last day of a shorter month: January 31, February 28, March 31
 * (https://docs.stripe.com/billing/subscriptions/billing-cycle). @param interval `day`, `week`, `month` or `year`
 */
export function periodEnd(anchor: number, interval: string, count: number, n: number): number {
  if (interval === 'day') return anchor + n * count * DAY;
  if (interval === 'week') return anchor + n * count * 7 * DAY;
  const months = n * count * (interval === 'year' ? 12 : 1);
  const at = new Date(anchor * 1000);
  const day = at.getUTCDate();
  const first = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1);
  const lastDay = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months + 1, 0)).getUTCDate();
  return Math.floor(first / 1000) + (Math.min(day, lastDay) - 1) * DAY + (anchor % DAY);
}

export function nextPeriod(
  anchor: number,
  interval: string,
  count: number,
  end: number,
): { start: number; end: number } {
  for (let n = 1; ; n += 1) {
    const at = periodEnd(anchor, interval, count, n);
    if (at > end) return { start: end, end: at };
  }
}
