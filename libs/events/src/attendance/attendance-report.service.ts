import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Clock, Database } from '@upstander/platform';
import { reportChapters, VolunteerAccess, type ReportArgs } from '@upstander/volunteers';
import type { AttendanceFigures, MonthlyAttendance, AttendanceReport } from './attendance-report.js';
import { shiftTables, signupsOnShifts } from '../shifts/shift-joins.js';

const attended = `u.status IN ('checked_in', 'completed') AND u.repeat_of IS NULL`;

/**
 * $1 to $2: local days of the events; $3: chapter IDs, or null for all; $4: now. The bounds on `starts_at` are for the
 * index: an event lasts at most seven days, and UTC offsets reach fourteen hours.
 */
const report = `
  WITH held AS MATERIALIZED (
    SELECT s.id, s.event_id, s.starts_at, s.capacity, date_trunc('month', s.starts_at_local) AS start FROM ${shiftTables}
    WHERE e.starts_at BETWEEN ($1::date - 9)::timestamptz AND ($2::date + 2)::timestamptz
      AND e.status IN ('published', 'completed') AND ($3::uuid[] IS NULL OR e.chapter_id = ANY ($3))
      AND s.starts_at_local >= $1::date AND s.starts_at_local < $2::date + 1 AND s.ends_at <= $4::timestamptz
  ), had AS MATERIALIZED (
    SELECT h.start, h.event_id, h.starts_at, u.volunteer_id, u.status, ${attended} AS came
    FROM held h JOIN events.signup u ON u.shift_id = h.id
    WHERE u.status IN ('confirmed', 'checked_in', 'completed', 'no_show') AND u.repeat_of IS NULL AND u.proven_at IS NOT NULL
  ), first_time AS (
    SELECT DISTINCT ON (a.volunteer_id) a.start, a.volunteer_id, EXISTS (
      SELECT FROM ${signupsOnShifts}
      WHERE u.volunteer_id = a.volunteer_id AND ${attended} AND s.starts_at > a.starts_at AND s.event_id <> a.event_id
    ) AS again
    FROM had a
    WHERE a.came AND NOT EXISTS (
      SELECT FROM ${signupsOnShifts} WHERE u.volunteer_id = a.volunteer_id AND ${attended} AND s.starts_at < a.starts_at
    )
    ORDER BY a.volunteer_id, a.starts_at
  )
  SELECT b.start::date::text AS start, coalesce(p.places, 0)::integer AS places, coalesce(t.taken, 0)::integer AS taken,
    coalesce(t.marked, 0)::integer AS marked, coalesce(t.no_shows, 0)::integer AS "noShows",
    coalesce(f.new, 0)::integer AS "firstTimers", coalesce(f.again, 0)::integer AS "returnedFirstTimers"
  FROM generate_series(date_trunc('month', $1::timestamp), $2::timestamp, '1 month') b (start)
    LEFT JOIN (SELECT start, sum(capacity) AS places FROM held GROUP BY 1) p ON p.start = b.start
    LEFT JOIN (
      SELECT start, count(*) AS taken, count(*) FILTER (WHERE status <> 'confirmed') AS marked,
        count(*) FILTER (WHERE status = 'no_show') AS no_shows
      FROM had GROUP BY 1
    ) t ON t.start = b.start
    LEFT JOIN (SELECT start, count(*) AS new, count(*) FILTER (WHERE again) AS again FROM first_time GROUP BY 1) f
      ON f.start = b.start
  ORDER BY b.start`;

@Injectable()
export class AttendanceReports {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: VolunteerAccess,
  ) {}

  async report(actor: Actor, args: ReportArgs): Promise<AttendanceReport> {
    const chapters = reportChapters(this.access, actor, args);
    const months = await this.db.query<MonthlyAttendance & Record<string, unknown>>(report, [
      args.from,
      args.to,
      chapters,
      this.clock.now(),
    ]);
    const sumField = (field: keyof AttendanceFigures) => months.reduce((all, month) => all + month[field], 0);
    return {
      places: sumField('places'),
      taken: sumField('taken'),
      marked: sumField('marked'),
      noShows: sumField('noShows'),
      firstTimers: sumField('firstTimers'),
      returnedFirstTimers: sumField('returnedFirstTimers'),
      months,
    };
  }
}
