import type { NoticeWindow } from '@upstander/notifications';

/** A notice about a shift or an event. */
export interface EventNotice extends Record<string, unknown> {
  windowId: string;
  at: Date;
  eventId: string;
  title: string;
  timeZone: string;
}

/**
 * SQL: selects notices for the windows `w` in $1 from `rows`, a query of `event_id`, the time `at`, and facts `r`.
 * $2 and $3 are the start of the first window and the end of the last.
 */
export function noticesFrom(
  rows: string,
  select: { facts: string; joins?: string; condition?: string; groupBy?: string },
): string {
  return `WITH rows AS MATERIALIZED (${rows}), recipients AS MATERIALIZED (
      SELECT n.event_id, o.id AS account_id
      FROM (SELECT DISTINCT event_id FROM rows) n CROSS JOIN LATERAL events.organizers_of_event(n.event_id) AS o (id)
    )
    SELECT w.id AS "windowId", e.id AS "eventId", e.title, e.time_zone AS "timeZone", min(r.at) AS at, ${select.facts}
    FROM rows r JOIN recipients p ON p.event_id = r.event_id JOIN events.event e ON e.id = r.event_id
      ${select.joins ?? ''}
      JOIN jsonb_to_recordset($1::jsonb) AS w (id uuid, "accountId" uuid, since timestamptz, until timestamptz)
        ON w."accountId" = p.account_id AND r.at > w.since AND r.at <= w.until
    WHERE e.status = 'published' AND ${select.condition ?? 'true'}
    GROUP BY w.id, e.id${select.groupBy ? `, ${select.groupBy}` : ''}
    ORDER BY min(r.at)`;
}

export function windowValues(windows: readonly NoticeWindow[]): [string, Date, Date] {
  const time = (pick: (window: NoticeWindow) => Date, extreme: (...times: number[]) => number) =>
    new Date(extreme(...windows.map((window) => pick(window).valueOf())));
  return [JSON.stringify(windows), time(({ since }) => since, Math.min), time(({ until }) => until, Math.max)];
}
