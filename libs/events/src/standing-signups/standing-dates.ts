import { Refusal, type Tx } from '@upstander/platform';
import type { PlacedSignup } from '../batch/place-signups.js';
import { joinShift, shiftInRole } from '../shifts/shift-joins.js';
import { joinSignup } from '../signups/signup-joins.js';

/** Dates that are signed up for in one transaction. The rest of a longer series follows in a job. */
export const maxDates = 60;

export interface SeriesDate extends Record<string, unknown> {
  eventId: string;
  shiftId: string;
  startsAt: Date;
}

interface Covered {
  /** SQL: ID of the series. */
  seriesId: string;
  /** SQL: name of the role, and its number among the shifts of that name. */
  role: string;
  roleNumber: string;
  /** SQL: last day, or NULL. */
  until: string;
  /** SQL: the current time. */
  at: string;
}

/**
 * SQL: the upcoming dates of a series with the shift of a standing sign-up. Includes the series that were split from
 * it.
 */
export const upcomingDates = ({ seriesId, role, roleNumber, until, at }: Covered): string => `
  SELECT e.id AS "eventId", s.id AS "shiftId", s.starts_at AS "startsAt", e.chapter_id, e.opens_at, e.opens_to_members_at
  FROM events.series_and_later(${seriesId}) c (id)
    JOIN events.event e ON e.series_id = c.id AND e.status = 'published'
      AND (${until} IS NULL OR e.starts_at_local::date <= ${until})
    CROSS JOIN LATERAL ${shiftInRole('e.id', role, roleNumber)} s
  WHERE s.starts_at > ${at}`;

/** SQL: the dates `d` of standing sign-ups with their events `e`, and the sign-ups `u` and shifts `s` if there are any. */
export const dateTables = `events.standing_signup_date d JOIN events.event e ON e.id = d.event_id
  LEFT ${joinSignup('d')} LEFT ${joinShift('u')}`;

export interface DateResult {
  eventId: string;
  placed: PlacedSignup | Refusal;
}

/**
 * Records the outcome of dates of a standing sign-up, so that no job tries them again. `toldAt` is null if an email
 * still has to follow. A sign-up that already existed needs no email.
 */
export async function recordDates(
  tx: Tx,
  standingSignupId: string,
  results: readonly DateResult[],
  { at, toldAt }: { at: Date; toldAt: Date | null },
): Promise<void> {
  const refusals = results.map(({ placed }) => (placed instanceof Refusal ? placed.code : null));
  const signups = results.map(({ placed }) => (placed instanceof Refusal ? null : placed.id));
  const isNews = results.map(({ placed }) => placed instanceof Refusal || placed.outcome === 'created');
  await tx.query(
    `INSERT INTO events.standing_signup_date (standing_signup_id, event_id, signup_id, refusal, told_at)
     SELECT $1, d.event_id, coalesce(u.repeat_of, u.id), d.refusal, CASE WHEN d.is_news THEN $6::timestamptz ELSE $7::timestamptz END
     FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::boolean[]) AS d (event_id, signup_id, refusal, is_news)
       LEFT ${joinSignup('d')}
     ON CONFLICT (standing_signup_id, event_id) DO UPDATE
       SET signup_id = excluded.signup_id, refusal = excluded.refusal, told_at = excluded.told_at`,
    [standingSignupId, results.map(({ eventId }) => eventId), signups, refusals, isNews, toldAt, toldAt ?? at],
  );
}
