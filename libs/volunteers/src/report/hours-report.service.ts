import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Database } from '@upstander/platform';
import { VolunteerAccess } from '../access/volunteer-access.js';
import type { HoursReport } from './hours-report.js';
import { reportChapters, type ReportArgs } from './report-scope.js';

/** SQL: sums as JSON, largest first. `name` and `column` are columns of the hours. */
const sums = (name: string, from: string, column: string, limit: number) => `(
  SELECT coalesce(json_agg(s), '[]') FROM (
    SELECT ${name} AS name, sum(g.minutes)::integer AS minutes, count(DISTINCT g.volunteer_id)::integer AS people
    FROM ${from} GROUP BY ${column} ORDER BY 2 DESC, 1 LIMIT ${limit}
  ) s
)`;

/** $1 to $2: days; $3: chapter IDs, or null for all. */
const report = `
  WITH given AS MATERIALIZED (
    SELECT h.day, h.minutes, h.volunteer_id, h.chapter_id, h.what FROM volunteers.hours h
    WHERE h.day BETWEEN $1::date AND $2::date AND h.status IN ('approved', 'disputed')
      AND ($3::uuid[] IS NULL OR h.chapter_id = ANY ($3))
  )
  SELECT (SELECT coalesce(sum(g.minutes), 0)::integer FROM given g) AS minutes,
    (SELECT count(DISTINCT g.volunteer_id)::integer FROM given g) AS people,
    (SELECT json_agg(json_build_object('start', b.start::date, 'minutes', coalesce(m.minutes, 0), 'people', coalesce(m.people, 0)) ORDER BY b.start)
     FROM generate_series(date_trunc('month', $1::timestamp), $2::timestamp, '1 month') b (start)
       LEFT JOIN (
         SELECT date_trunc('month', g.day::timestamp) AS start, sum(g.minutes)::integer AS minutes, count(DISTINCT g.volunteer_id)::integer AS people
         FROM given g GROUP BY 1
       ) m ON m.start = b.start) AS months,
    ${sums('c.name', 'given g JOIN identity.chapter c ON c.id = g.chapter_id', 'c.id', 500)} AS chapters,
    ${sums('g.what', 'given g', 'g.what', 50)} AS programs`;

@Injectable()
export class HoursReports {
  constructor(
    private readonly db: Database,
    private readonly access: VolunteerAccess,
  ) {}

  async report(actor: Actor, args: ReportArgs): Promise<HoursReport> {
    const chapters = reportChapters(this.access, actor, args);
    const [row] = await this.db.query<HoursReport & Record<string, unknown>>(report, [args.from, args.to, chapters]);
    return row!;
  }
}
