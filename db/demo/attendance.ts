import { hoursGiven, signupTables } from '@upstander/events';
import type { Tx } from '@upstander/platform';
import { chapters } from './chapters.js';
import { ana } from './people.js';
import { idOf } from './random.js';

/**
 * Of twenty people with a place, eighteen come, one is a no-show and one is not marked; a few forget to check out. On
 * shifts under way, three in ten have not arrived yet.
 */
export async function insertAttendance(tx: Tx, now: Date): Promise<void> {
  await tx.query(
    `WITH begun AS (
       SELECT u.id, greatest(s.starts_at, u.created_at) AS starts_at, s.ends_at, s.ends_at > $1 AS under_way,
         u.created_at > s.starts_at AS walked_in, ('x' || substr(md5(u.id::text), 1, 7))::bit(28)::integer AS n,
         EXISTS (SELECT FROM events.feedback f WHERE f.signup_id = u.id) AS answered
       FROM ${signupTables}
       WHERE u.status = 'confirmed' AND e.status IN ('published', 'completed') AND s.starts_at <= $1
         AND (u.proven_at IS NOT NULL OR u.created_at > s.starts_at)
     )
     INSERT INTO events.attendance_mark (id, signup_id, kind, at, heard_at)
     SELECT md5(p.id || m.kind)::uuid, p.id, m.kind, m.at, m.at
     FROM begun p CROSS JOIN LATERAL (VALUES
       ('check_in', p.starts_at + CASE WHEN p.walked_in THEN interval '0' ELSE (p.n % 25 - 10) * interval '1 minute' END, CASE WHEN p.under_way THEN p.walked_in OR p.n % 10 > 2 ELSE p.answered OR p.n % 20 > 1 END),
       ('check_out', p.ends_at - (p.n % 30) * interval '1 minute', p.answered OR p.n % 20 > 4),
       ('no_show', p.ends_at, NOT p.answered AND p.n % 20 = 0)
     ) m (kind, at, made)
     WHERE m.made AND m.at <= $1`,
    [now],
  );
  await tx.query(
    `SELECT count(*) FROM events.settle_attendance(ARRAY(SELECT DISTINCT signup_id FROM events.attendance_mark), $1, '2 hours')`,
    [now],
  );
  await tx.query(
    `UPDATE notifications.mail m SET template = 'missed-you', key = replace(m.key, 'thank-you', 'missed-you')
     FROM events.signup u WHERE u.id = m.subject_id AND u.status = 'no_show' AND m.template = 'thank-you'`,
  );
  // Hours of events in the last ten days are left for their organizer to approve.
  await tx.query(
    `INSERT INTO volunteers.hours (id, volunteer_id, chapter_id, signup_id, day, minutes, what, status, decided_at, created_at)
     SELECT md5('hours' || g."signupId")::uuid, g."volunteerId", g."chapterId", g."signupId", g.day::date, g.minutes, g.what,
       'approved', $1, $1
     FROM (${hoursGiven(`e.ends_at <= $1::timestamptz - interval '10 days'`)}) g`,
    [now],
  );
  await tx.query(
    `UPDATE volunteers.hours SET status = 'disputed', note = $2
     WHERE id = (SELECT id FROM volunteers.hours WHERE volunteer_id = $1 ORDER BY day DESC, id LIMIT 1)`,
    [ana.id, 'I stayed to clean up until the end.'],
  );
  await tx.query(
    `INSERT INTO volunteers.hours (id, volunteer_id, chapter_id, day, minutes, what, note, status, created_at)
     VALUES ($1, $2, $4, ($3::timestamptz - interval '3 days')::date, 90, 'Flyers at the market', 'With Rosa, Tuesday morning.', 'claimed', $3)`,
    [idOf('hours', 'ana'), ana.id, now, chapters[ana.home].id],
  );
  await insertYearBefore(tx, now);
}

async function insertYearBefore(tx: Tx, now: Date): Promise<void> {
  const [year] = await tx.query<{ year: number }>(
    `INSERT INTO volunteers.hours (id, volunteer_id, chapter_id, day, minutes, what, status, decided_at, created_at)
     SELECT md5('hours of the year before' || n)::uuid, $1, $2, make_date(y.year, n, 12), 60 + 15 * (n % 5),
       CASE WHEN n % 3 = 0 THEN 'Flyers at the market' ELSE 'Care kit packing' END, 'approved', d.at, d.at
     FROM (SELECT extract(year FROM $3::timestamptz - interval '16 days')::integer - 1 AS year) y, generate_series(1, 12) n,
       LATERAL (SELECT make_date(y.year, n, 14)::timestamptz AS at) d
     RETURNING extract(year FROM day)::integer AS year`,
    [ana.id, chapters[ana.home].id, now],
  );
  await tx.query(
    `INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, status, due_at, attempts, sent_at, created_at)
     SELECT 'hours-year/' || $1::uuid || '/' || $2::integer, 'hours-year', $1, $3, $4, 'sent', d.at, 1, d.at, d.at
     FROM (SELECT make_timestamptz($2::integer + 1, 1, 15, 9, 0, 2, $5) AS at) d`,
    [ana.id, year!.year, ana.email, ana.locale, chapters[ana.home].timeZone],
  );
}
