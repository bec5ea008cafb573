import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happens to sign-ups after they were made: they end, the line moves up, the shift under them moves. */
export class CreateSignupChanges1795000005100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Ends active sign-ups and gives their places back. The caller holds the locks of their shifts and calls
      -- events.offer_places for the shifts this returns.
      CREATE FUNCTION events.end_signups(ids uuid[], outcome text, at timestamptz) RETURNS uuid[] LANGUAGE sql AS $$
        WITH was AS (
          SELECT s.id, s.status FROM events.signup s
          WHERE s.id = ANY (ids) AND s.status IN ('confirmed', 'waitlisted', 'offered')
        ), ended AS (
          UPDATE events.signup s SET status = outcome, ended_at = at, expires_at = NULL
          FROM was WHERE s.id = was.id
          RETURNING s.shift_id, was.status
        ), counted AS (
          UPDATE events.shift s SET taken = s.taken - c.took, waiting = s.waiting - c.waited
          FROM (
            SELECT e.shift_id, count(*) FILTER (WHERE e.status <> 'waitlisted') AS took,
              count(*) FILTER (WHERE e.status = 'waitlisted') AS waited
            FROM ended e GROUP BY e.shift_id
          ) c
          WHERE s.id = c.shift_id
          RETURNING s.id
        )
        SELECT coalesce(array_agg(counted.id), '{}') FROM counted
      $$;

      -- Offers every free place of these shifts to the first in line, in the transaction that freed it. A repeat of a
      -- sign-up that still stands waits for nothing: reached in line, it is let go. An offer replaces the time in which
      -- an address must be confirmed, because accepting it confirms the address.
      CREATE FUNCTION events.offer_places(shift_ids uuid[], at timestamptz, hold_hours float8) RETURNS void
      LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan AS $$
      BEGIN
        PERFORM FROM events.shift s WHERE s.id = ANY (shift_ids) ORDER BY s.id FOR NO KEY UPDATE;

        WITH line AS (
          SELECT w.id, w.idle, s.capacity - s.taken AS free, s.starts_at,
            count(*) FILTER (WHERE NOT w.idle) OVER (PARTITION BY s.id ORDER BY w.line_number) AS nth
          FROM events.shift s
            JOIN events.event e ON e.id = s.event_id AND e.status = 'published'
            CROSS JOIN LATERAL (
              SELECT u.id, u.line_number, coalesce(o.status IN ('confirmed', 'waitlisted', 'offered'), false) AS idle
              FROM events.signup u LEFT JOIN events.signup o ON o.id = u.repeat_of
              WHERE u.shift_id = s.id AND u.status = 'waitlisted'
            ) w
          WHERE s.id = ANY (shift_ids) AND s.taken < s.capacity AND s.waiting > 0 AND s.starts_at > at
        ), moved AS (
          UPDATE events.signup u
          SET status = CASE WHEN line.idle THEN 'expired' ELSE 'offered' END,
            expires_at = NULL,
            ended_at = CASE WHEN line.idle THEN at END,
            offer_expires_at = CASE WHEN NOT line.idle THEN least(at + hold_hours * interval '1 hour', line.starts_at) END
          FROM line
          WHERE u.id = line.id AND line.nth - line.free <= CASE WHEN line.idle THEN -1 ELSE 0 END
          RETURNING u.id, u.shift_id, u.volunteer_id, u.locale, u.status
        ), counted AS (
          UPDATE events.shift s SET taken = s.taken + c.offered, waiting = s.waiting - c.left_line
          FROM (
            SELECT m.shift_id, count(*) AS left_line, count(*) FILTER (WHERE m.status = 'offered') AS offered
            FROM moved m GROUP BY m.shift_id
          ) c
          WHERE s.id = c.shift_id
        )
        INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, due_at)
        SELECT 'signup-offer/' || m.id, 'signup-offer', m.id, v.email, m.locale, at
        FROM moved m JOIN volunteers.volunteer v ON v.id = m.volunteer_id
        WHERE m.status = 'offered'
        ON CONFLICT (key) DO NOTHING;
      END $$;

      -- Lets sign-ups follow shifts that changed: 'changes' is [{ shiftId, before }]. Everybody active gets one mail;
      -- who now holds two shifts at once keeps both, the moved one with a reason for the overlap, and is told.
      CREATE FUNCTION events.follow_shifts(changes jsonb, sequence integer, at timestamptz) RETURNS void
      LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan AS $$
      DECLARE
        moved uuid[] := ARRAY(SELECT (c ->> 'shiftId')::uuid FROM jsonb_array_elements(changes) c);
      BEGIN
        PERFORM FROM events.shift s WHERE s.id = ANY (moved) ORDER BY s.id FOR NO KEY UPDATE;

        -- First they all leave the constraint, so that two shifts that swap their times do not meet halfway.
        UPDATE events.signup u
        SET during = tstzrange(s.starts_at, s.ends_at, '[)'),
          overlap_reason = CASE WHEN u.status = 'confirmed' AND u.proven_at IS NOT NULL
            THEN coalesce(u.overlap_reason, 'shift moved') ELSE u.overlap_reason END,
          expires_at = least(u.expires_at, s.starts_at),
          offer_expires_at = least(u.offer_expires_at, s.starts_at)
        FROM events.shift s
        WHERE u.shift_id = s.id AND s.id = ANY (moved) AND u.status IN ('confirmed', 'waitlisted', 'offered')
          AND u.during <> tstzrange(s.starts_at, s.ends_at, '[)');

        -- Then each comes back that stands in nobody's way; also one that an earlier move had put in the way.
        PERFORM events.clear_overlaps(ARRAY(
          SELECT DISTINCT u.volunteer_id FROM events.signup u
          WHERE u.shift_id = ANY (moved) AND u.status = 'confirmed'
        ));

        INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, data, due_at)
        SELECT 'signup-changed/' || u.id || '/' || (sequence + u.moves), 'signup-changed', u.id, v.email, u.locale,
          jsonb_build_object('before', c -> 'before')
            || CASE WHEN u.overlap_reason = 'shift moved' THEN '{"overlaps": true}'::jsonb ELSE '{}'::jsonb END,
          at
        FROM jsonb_array_elements(changes) c
          JOIN events.signup u ON u.shift_id = (c ->> 'shiftId')::uuid
          JOIN volunteers.volunteer v ON v.id = u.volunteer_id
        WHERE u.status IN ('confirmed', 'waitlisted', 'offered') AND u.repeat_of IS NULL
        ON CONFLICT (key) DO NOTHING;
      END $$;

      -- Takes 'shift moved' away wherever these people's shifts no longer overlap: at once where nothing overlaps, and
      -- one by one where something does or did: there the constraint decides.
      CREATE FUNCTION events.clear_overlaps(volunteer_ids uuid[]) RETURNS void
      LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan AS $$
      DECLARE
        marked uuid;
      BEGIN
        BEGIN
          UPDATE events.signup u SET overlap_reason = NULL
          WHERE u.volunteer_id = ANY (volunteer_ids) AND u.status = 'confirmed' AND u.overlap_reason = 'shift moved'
            AND NOT EXISTS (
              SELECT FROM events.signup o
              WHERE o.volunteer_id = u.volunteer_id AND o.id <> u.id AND o.during && u.during
                AND o.status = 'confirmed' AND o.proven_at IS NOT NULL
            );
        EXCEPTION WHEN exclusion_violation THEN
          -- Somebody signed up for the other shift this very moment.
          NULL;
        END;
        FOR marked IN
          SELECT u.id FROM events.signup u
          WHERE u.volunteer_id = ANY (volunteer_ids) AND u.status = 'confirmed' AND u.overlap_reason = 'shift moved'
          ORDER BY u.volunteer_id, u.created_at, u.id
        LOOP
          BEGIN
            UPDATE events.signup u SET overlap_reason = NULL WHERE u.id = marked AND u.overlap_reason = 'shift moved';
          EXCEPTION WHEN exclusion_violation THEN
            NULL;
          END;
        END LOOP;
      END $$;

      -- Cancels everybody on an event that is cancelled, with one mail each.
      CREATE FUNCTION events.cancel_signups_of_event(cancelled uuid, at timestamptz) RETURNS void
      LANGUAGE plpgsql AS $$
      DECLARE
        active uuid[];
      BEGIN
        PERFORM FROM events.shift s WHERE s.event_id = cancelled ORDER BY s.id FOR NO KEY UPDATE;
        active := ARRAY(
          SELECT u.id FROM events.signup u JOIN events.shift s ON s.id = u.shift_id
          WHERE s.event_id = cancelled AND u.status IN ('confirmed', 'waitlisted', 'offered')
        );
        PERFORM events.end_signups(active, 'cancelled', at);
        INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, due_at)
        SELECT 'event-cancelled/' || u.id, 'event-cancelled', u.id, v.email, u.locale, at
        FROM events.signup u JOIN volunteers.volunteer v ON v.id = u.volunteer_id
        WHERE u.id = ANY (active) AND u.repeat_of IS NULL
        ON CONFLICT (key) DO NOTHING;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION events.cancel_signups_of_event;
      DROP FUNCTION events.follow_shifts;
      DROP FUNCTION events.clear_overlaps;
      DROP FUNCTION events.offer_places;
      DROP FUNCTION events.end_signups;
    `);
  }
}
