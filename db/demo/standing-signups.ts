import type { Tx } from '@upstander/platform';
import { signupTables, signupsOnShifts } from '@upstander/events';

/** The volunteers with the most dates of each series are its regulars. Dates on which they have no spot are skipped. */
export async function insertStandingSignups(tx: Tx, now: Date): Promise<void> {
  await tx.query(
    `INSERT INTO events.standing_signup (id, series_id, volunteer_id, role, status, locale, created_at, summarized_at)
     SELECT md5('standing' || r.id || p.volunteer_id)::uuid, r.id, p.volunteer_id, p.role, 'active', p.locale,
       $1::timestamptz - interval '18 days', $1
     FROM events.series r CROSS JOIN LATERAL (
       SELECT u.volunteer_id, min(s.role) AS role, min(u.locale) AS locale
       FROM ${signupTables}
       WHERE e.series_id = r.id AND u.status = 'confirmed' AND u.proven_at IS NOT NULL
       GROUP BY u.volunteer_id ORDER BY count(*) DESC, u.volunteer_id LIMIT 3
     ) p`,
    [now],
  );
  await tx.query(
    `INSERT INTO events.standing_signup_date (standing_signup_id, event_id, signup_id, told_at)
     SELECT st.id, e.id, (
       SELECT u.id FROM ${signupsOnShifts}
       WHERE s.event_id = e.id AND u.volunteer_id = st.volunteer_id AND u.repeat_of IS NULL ORDER BY u.created_at DESC LIMIT 1
     ), $1
     FROM events.standing_signup st JOIN events.event e ON e.series_id = st.series_id`,
    [now],
  );
}
