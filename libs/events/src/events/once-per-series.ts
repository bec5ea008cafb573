import type { Values } from '@upstander/platform';

/** Lists each series once: the date that represents it is the first in `order` of those that match. */
export interface OncePerSeries {
  /** Condition for dates of a series only. */
  dates: string;
  order: string;
}

/** Chooses the next date that takes place. Its order is that of an index, so one row per series is enough to find it. */
export function nextPublicDate(values: Values, now: Date): OncePerSeries {
  return {
    dates: `(e.series_id IS NULL OR (e.status = 'published' AND e.ends_at > ${values.add(now)}))`,
    order: 'e.starts_at, e.id',
  };
}

/** Chooses the next date that takes place, or else the latest one. */
export function nextOrLatestDate(values: Values, now: Date): OncePerSeries {
  const at = `${values.add(now)}::timestamptz`;
  return {
    dates: 'true',
    order: `(e.status IN ('draft', 'published') AND e.ends_at > ${at}) DESC, abs(extract(epoch FROM e.starts_at - ${at})), e.id`,
  };
}

/** SQL: true for events without a series, and for the one date of a series. `matching` is a condition for `e`. */
export function isFirstOfSeries(matching: string, order: string): string {
  // One probe of the index per date. VALUES passes the outer row on, because the inner query names its events `e` too.
  return `(e.series_id IS NULL OR e.id = (
    SELECT chosen.id FROM (VALUES (e.series_id)) outer_event (series_id) CROSS JOIN LATERAL (
      SELECT e.id FROM events.event e WHERE e.series_id = outer_event.series_id AND ${matching} ORDER BY ${order} LIMIT 1
    ) chosen
  ))`;
}

/** SQL: number of other matching dates of the series of `page`. */
export function otherDatesOf(matching: string): string {
  return `(SELECT greatest(count(*)::integer - 1, 0) FROM events.event e WHERE e.series_id = page."seriesId" AND ${matching})`;
}
