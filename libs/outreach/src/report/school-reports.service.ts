import { Injectable } from '@nestjs/common';
import { chapterZone, type Actor } from '@upstander/identity';
import { badInput, Config, Database, isUuid, notFound } from '@upstander/platform';
import { AskAccess } from '../asks/ask-access.js';
import { pipeline } from '../asks/ask-status.js';
import type { SchoolReport, SchoolReportArgs } from './school-report.js';

/** Maximum range of a report: five years. */
const maxDays = 1827;

/**
 * $1 to $2: dates; $3: chapters, null for all; $4: statuses in order; $5: time zone without a chapter. Dates are local
 * to the chapter. A district counts once however many of its schools are asked; without a directory entry, each name
 * counts once.
 */
const report = `
  WITH asks AS MATERIALIZED (
    SELECT a.id, a.status, a.chapter_id, a.created_at, coalesce(${chapterZone('a.chapter_id')}, $5) AS zone,
      coalesce(e.district_id::text, e.id::text, platform.fold(a.school || ' ' || a.city)) AS district
    FROM outreach.ask a LEFT JOIN outreach.directory_entry e ON e.id = a.entry_id
    WHERE a.status <> 'unconfirmed' AND ($3::uuid[] IS NULL OR a.chapter_id = ANY ($3))
  ), counted AS (
    SELECT a.chapter_id, (a.created_at AT TIME ZONE a.zone)::date AS day, 1 AS asks, 0 AS students, 0 AS protocols FROM asks a
    UNION ALL
    SELECT a.chapter_id, l.taught_on, 0, l.students, 0 FROM asks a JOIN outreach.lesson l ON l.ask_id = a.id
    UNION ALL
    SELECT a.chapter_id, (min(h.at) AT TIME ZONE a.zone)::date, 0, 0, 1
    FROM asks a JOIN outreach.ask_change h ON h.ask_id = a.id AND h.kind = 'status' AND h.to_status = 'protocol'
    WHERE a.status = 'protocol' GROUP BY a.id, a.chapter_id, a.zone
  ), within AS MATERIALIZED (
    SELECT date_trunc('quarter', g.day::timestamp)::date AS start, g.chapter_id, sum(g.asks)::integer AS asks,
      sum(g.students)::integer AS students, sum(g.protocols)::integer AS protocols
    FROM counted g WHERE g.day BETWEEN $1::date AND $2::date GROUP BY 1, 2
  ), furthest AS (
    SELECT a.district, max(array_position($4::text[], a.status)) AS step FROM asks a WHERE a.status <> 'closed' GROUP BY a.district
  )
  SELECT
    (SELECT json_agg(json_build_object('status', s.status,
       'districts', (SELECT count(*)::integer FROM furthest f WHERE f.step = s.step)) ORDER BY s.step)
     FROM unnest($4::text[]) WITH ORDINALITY s (status, step)) AS steps,
    (SELECT json_agg(json_build_object('start', b.start::date, 'asks', coalesce(w.asks, 0), 'students', coalesce(w.students, 0),
       'protocols', coalesce(w.protocols, 0)) ORDER BY b.start)
     FROM generate_series(date_trunc('quarter', $1::timestamp), $2::timestamp, '3 months') b (start)
       LEFT JOIN (SELECT w.start, sum(w.asks) AS asks, sum(w.students) AS students, sum(w.protocols) AS protocols
         FROM within w GROUP BY w.start) w ON w.start = b.start::date) AS quarters,
    (SELECT coalesce(json_agg(json_build_object('start', w.start, 'chapterName', c.name, 'asks', w.asks, 'students', w.students,
       'protocols', w.protocols) ORDER BY w.start, c.name), '[]')
     FROM within w LEFT JOIN identity.chapter c ON c.id = w.chapter_id) AS chapters`;

@Injectable()
export class SchoolReports {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly access: AskAccess,
  ) {}

  /** @throws Refusal BAD_INPUT, NOT_FOUND for a chapter the actor has no access to */
  async report(actor: Actor, { from, to, chapterId }: SchoolReportArgs): Promise<SchoolReport> {
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
    if (days < 0) throw badInput({ to: 'before-start' });
    if (days > maxDays) throw badInput({ to: 'too-late' });
    if (chapterId && (!isUuid(chapterId) || !this.access.canActForChapter(actor, chapterId)))
      throw notFound('This chapter');
    const chapters = chapterId ? [chapterId] : this.access.scopeOf(actor);
    const [found] = await this.db.query<SchoolReport & Record<string, unknown>>(report, [
      from,
      to,
      chapters,
      pipeline,
      this.config.TIME_ZONE,
    ]);
    return found!;
  }
}
