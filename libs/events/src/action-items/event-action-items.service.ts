import { Injectable } from '@nestjs/common';
import { Access, hasSecondStep, type Actor } from '@upstander/identity';
import { Clock, Database } from '@upstander/platform';
import { minAnswers } from '../feedback/feedback-reads.service.js';
import { isUnderstaffed } from './is-understaffed.js';
import { EventReads } from '../events/event-reads.js';
import { hasLead, shiftGap, tooFewAdultsCondition } from '../safeguarding/safeguarding-columns.js';
import { toShiftGap, type ShiftGapRow } from '../safeguarding/shift-gap.js';
import type { FirstRun, ChapterTasks } from './event-action-items.js';
import { shiftTables, signupsOnShifts } from '../shifts/shift-joins.js';

interface ActionItemsRow extends FirstRun {
  understaffed: Array<{ event: string; shift: string }>;
  gaps: Array<{ event: string; shift: string; gap: ShiftGapRow }>;
  upcoming: string[];
  failedMails: number;
  unconfirmedSignups: number;
  unconfirmed: Array<{ event: string; count: number }>;
  feedback: Array<{ event: string; count: number; average: number | null }>;
}

const isMine = '($1 OR e.chapter_id = ANY ($2::uuid[]))';

/**
 * $1: true for all chapters; $2: otherwise, these chapters; $3: now; $4: account ID; $5: true if the account may see
 * the email log.
 */
const statement = `
  WITH mine AS NOT MATERIALIZED (
    SELECT e.id, e.starts_at, e.ends_at, e.status, e.published_at FROM events.event e WHERE ${isMine}
  ), understaffed AS (
    SELECT s.event_id AS event, s.id AS shift, s.starts_at
    FROM ${shiftTables}
    WHERE ${isMine} AND e.status = 'published' AND e.ends_at > $3 AND e.starts_at <= $3 + interval '7 days'
      AND s.starts_at > $3 AND s.starts_at <= $3 + interval '7 days' AND ${isUnderstaffed('s')}
    ORDER BY s.starts_at, s.id LIMIT 20
  ), lacking AS MATERIALIZED (
    SELECT e.id AS event, s.id AS shift, s.starts_at, ${tooFewAdultsCondition} AS urgent, ${shiftGap} AS gap FROM ${shiftTables}
    WHERE ${isMine} AND e.status = 'published' AND e.ends_at > $3
      AND e.starts_at <= $3 + interval '7 days' AND s.ends_at > $3 AND s.starts_at <= $3 + interval '7 days'
      AND (${tooFewAdultsCondition} OR (s.needs_lead AND NOT ${hasLead}))
    ORDER BY 4 DESC, s.starts_at, s.id LIMIT 20
  ), unconfirmed AS (
    SELECT e.id AS event, e.starts_at, count(*)::integer AS count
    FROM ${signupsOnShifts} JOIN mine e ON e.id = s.event_id
    WHERE u.proven_at IS NULL AND u.status IN ('confirmed', 'waitlisted', 'offered') AND u.repeat_of IS NULL
      AND u.expires_at > $3
    GROUP BY e.id, e.starts_at
  ), answered AS (
    SELECT e.id AS event, e.ends_at, count(*)::integer AS count,
      CASE WHEN count(*) >= ${minAnswers} THEN round(avg(f.rating), 1)::float8 END AS average
    FROM ${signupsOnShifts} JOIN mine e ON e.id = s.event_id
      JOIN events.feedback f ON f.signup_id = u.id
    -- Feedback is requested after the end and arrives within days.
    WHERE e.ends_at BETWEEN $3 - interval '28 days' AND $3 + interval '7 days'
    GROUP BY e.id, e.ends_at HAVING max(f.created_at) > $3 - interval '14 days'
    ORDER BY e.ends_at DESC, e.id LIMIT 5
  ), upcoming AS (
    SELECT id, starts_at FROM mine WHERE status = 'published' AND ends_at > $3 ORDER BY starts_at, id LIMIT 6
  )
  SELECT
    (SELECT coalesce(json_agg(u ORDER BY u.starts_at, u.shift), '[]') FROM understaffed u) AS understaffed,
    (SELECT coalesce(json_agg(l ORDER BY l.urgent DESC, l.starts_at, l.shift), '[]') FROM lacking l) AS gaps,
    (SELECT coalesce(json_agg(u.id ORDER BY u.starts_at, u.id), '[]') FROM upcoming u) AS upcoming,
    CASE WHEN $5 THEN (
      SELECT count(*)::integer FROM notifications.mail
      WHERE status IN ('failed', 'bounced') AND created_at > $3 - interval '14 days'
    ) ELSE 0 END AS "failedMails",
    (SELECT coalesce(sum(u.count), 0)::integer FROM unconfirmed u) AS "unconfirmedSignups",
    (
      SELECT coalesce(json_agg(u ORDER BY u.starts_at, u.event), '[]')
      FROM (SELECT * FROM unconfirmed ORDER BY starts_at, event LIMIT 5) u
    ) AS unconfirmed,
    (SELECT coalesce(json_agg(a ORDER BY a.ends_at DESC, a.event), '[]') FROM answered a) AS feedback,
    EXISTS (SELECT FROM identity.chapter WHERE $1 OR id = ANY ($2::uuid[])) AS "hasChapter",
    EXISTS (SELECT FROM mine) AS "hasEvent",
    EXISTS (SELECT FROM mine WHERE published_at IS NOT NULL) AS "hasPublished",
    ${hasSecondStep('$4')} AS "hasSecondStep",
    EXISTS (
      SELECT FROM identity."grant" WHERE role = 'organizer' AND ($1 OR chapter_id IS NULL OR chapter_id = ANY ($2::uuid[]))
    ) AS "hasOrganizer"`;

@Injectable()
export class EventActionItemsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly events: EventReads,
  ) {}

  async findActionItems(actor: Actor): Promise<ChapterTasks> {
    const chapters = this.access.chaptersOf(actor, 'event:read');
    const seesMailLog = actor.grants.some(({ role, chapterId }) => role === 'admin' && chapterId === null);
    const [found] = await this.db.query<ActionItemsRow>(statement, [
      chapters === 'all',
      chapters === 'all' ? [] : chapters,
      this.clock.now(),
      actor.accountId,
      seesMailLog,
    ]);
    if (!found) throw new Error('A statement without FROM answered no row.');
    const { understaffed, gaps, upcoming, failedMails, unconfirmedSignups, unconfirmed, feedback, ...firstRun } = found;
    const ids = new Set([
      ...[...understaffed, ...gaps, ...unconfirmed, ...feedback].map(({ event }) => event),
      ...upcoming,
    ]);
    const events = await this.events.byIds([...ids]);
    const withEvent = <Row extends { event: string }>(rows: readonly Row[]) =>
      rows.flatMap((row) => {
        const event = events.get(row.event);
        return event ? [{ ...row, event }] : [];
      });
    const withShift = <Row extends { event: string; shift: string }>(rows: readonly Row[]) =>
      withEvent(rows).flatMap((row) => {
        const shift = row.event.shifts.find(({ id }) => id === row.shift);
        return shift ? [{ ...row, shift }] : [];
      });
    return {
      understaffed: withShift(understaffed),
      gaps: withShift(gaps).map((row) => ({ ...row, gap: toShiftGap(row.gap) })),
      upcoming: upcoming.flatMap((id) => events.get(id) ?? []),
      failedMails,
      unconfirmedSignups,
      unconfirmed: withEvent(unconfirmed),
      feedback: withEvent(feedback),
      firstRun,
    };
  }
}
