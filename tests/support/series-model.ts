import { randomUUID } from 'node:crypto';
import type { SeriesOrganizer } from './series.js';

/** A sign-up as it was before an edit, or is after it. */
export interface ModelSignup {
  [column: string]: unknown;
  id: string;
  volunteerId: string;
  eventId: string;
  shiftId: string;
  status: string;
  lineNumber: string | null;
  createdAt: Date;
  guests: number;
  /** True if the time of the sign-up is that of its shift. */
  isInStep: boolean;
  startsAtLocal: string;
  seriesId: string | null;
}

/**
 * Signs volunteers up for all dates of a series, in order of their arrival: as many as each shift has spots, and the others for
 * the waitlist. Volunteers take part in several dates.
 */
export async function signUpEveryone(
  rosa: SeriesOrganizer,
  seriesId: string,
  { people, each, now }: { people: number; each: number; now: Date },
): Promise<void> {
  const prefix = randomUUID().slice(0, 8);
  await rosa.app.db.query(
    `WITH person AS (
       INSERT INTO volunteers.volunteer (email, name, proven_at)
       SELECT $2 || '-' || n || '@example.org', 'Ana Reyes', $4 FROM generate_series(1, $3::integer) n RETURNING id, email
     ), numbered AS (
       SELECT id, row_number() OVER (ORDER BY id) AS n FROM person
     ), slots AS (
       SELECT s.id AS shift_id, s.starts_at, s.ends_at, s.capacity, row_number() OVER (ORDER BY e.original_local, s.id) AS d
       FROM events.event e JOIN events.shift s ON s.event_id = e.id WHERE e.series_id = $1
     ), wanted AS (
       SELECT slots.*, p.id AS volunteer_id, row_number() OVER (PARTITION BY slots.shift_id ORDER BY p.n) AS arrival
       FROM slots JOIN numbered p ON (p.n + slots.d) % ($3::integer / $5::integer) = 0
     ), placed AS (
       INSERT INTO events.signup (shift_id, volunteer_id, name, status, during, line_number, proven_at, created_at)
       SELECT shift_id, volunteer_id, 'Ana Reyes', CASE WHEN arrival <= capacity THEN 'confirmed' ELSE 'waitlisted' END,
         tstzrange(starts_at, ends_at, '[)'), CASE WHEN arrival > capacity THEN arrival END, $4,
         $4::timestamptz + arrival * interval '1 second'
       FROM wanted RETURNING shift_id, status
     )
     UPDATE events.shift s SET taken = c.taken, waiting = c.waiting, next_in_line = 1000
     FROM (
       SELECT shift_id, count(*) FILTER (WHERE status = 'confirmed') AS taken,
         count(*) FILTER (WHERE status = 'waitlisted') AS waiting
       FROM placed GROUP BY shift_id
     ) c WHERE s.id = c.shift_id`,
    [seriesId, prefix, people, now, each],
  );
}

/** Returns all sign-ups of events of the given series, and of events that left them. */
export function signupsOf(rosa: SeriesOrganizer, eventIds: readonly string[]): Promise<ModelSignup[]> {
  return rosa.app.db.query<ModelSignup>(
    `SELECT u.id, u.volunteer_id AS "volunteerId", e.id AS "eventId", s.id AS "shiftId", u.status,
       u.line_number AS "lineNumber", u.created_at AS "createdAt", u.guests,
       u.during = tstzrange(s.starts_at, s.ends_at, '[)') AS "isInStep", s.starts_at_local AS "startsAtLocal",
       e.series_id AS "seriesId"
     FROM events.signup u JOIN events.shift s ON s.id = u.shift_id JOIN events.event e ON e.id = s.event_id
     WHERE e.id = ANY ($1) ORDER BY u.created_at, u.id`,
    [eventIds],
  );
}

export interface Told {
  volunteerId: string;
  outcomes: Map<string, string>;
}

/** Returns the emails about edits to people of these sign-ups: by volunteer, with the outcome of each sign-up. */
export async function emailsTo(rosa: SeriesOrganizer, signups: readonly ModelSignup[]): Promise<Told[]> {
  const rows = await rosa.app.db.query<{
    key: string;
    data: { signups: Array<{ id: string; outcome: string }> };
    subject: string;
  }>(
    `SELECT key, data, subject_id AS subject FROM notifications.mail
     WHERE template = 'series-changed' AND subject_id = ANY ($1)`,
    [signups.map(({ id }) => id)],
  );
  return rows.map(({ key, data }) => ({
    volunteerId: key.slice(key.lastIndexOf('/') + 1),
    outcomes: new Map(data.signups.map(({ id, outcome }) => [id, outcome])),
  }));
}
