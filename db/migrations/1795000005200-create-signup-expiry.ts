import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What runs out: the time in which an address must be confirmed, and the time of an offer. */
export class CreateSignupExpiry1795000005200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Ends what is due, up to 'most' sign-ups, and offers the places on; returns how many ended. A shift that
      -- somebody is working on is left for the next call, so that nobody who signs up waits for this.
      CREATE FUNCTION events.expire_signups(at timestamptz, hold_hours float8, most integer) RETURNS integer
      LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan SET enable_seqscan = off AS $$
      DECLARE
        shifts uuid[];
        due uuid[];
      BEGIN
        shifts := ARRAY(
          SELECT s.id FROM events.shift s
          WHERE s.id IN (
            SELECT u.shift_id FROM events.signup u
            WHERE u.proven_at IS NULL AND u.status IN ('confirmed', 'waitlisted', 'offered') AND u.expires_at <= at
            ORDER BY u.expires_at LIMIT most
          )
          ORDER BY s.id FOR NO KEY UPDATE SKIP LOCKED
        );
        due := ARRAY(
          SELECT u.id FROM events.signup u
          WHERE u.shift_id = ANY (shifts) AND u.proven_at IS NULL AND u.expires_at <= at
            AND u.status IN ('confirmed', 'waitlisted', 'offered')
          ORDER BY u.expires_at LIMIT most
        );
        PERFORM events.end_signups(due, 'expired', at);
        PERFORM events.offer_places(shifts, at, hold_hours);
        RETURN cardinality(due);
      END $$;

      -- The same for offers that nobody took; each is told once that it ran out, and is not offered that place again.
      CREATE FUNCTION events.expire_offers(at timestamptz, hold_hours float8, most integer) RETURNS integer
      LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan SET enable_seqscan = off AS $$
      DECLARE
        shifts uuid[];
        due uuid[];
      BEGIN
        shifts := ARRAY(
          SELECT s.id FROM events.shift s
          WHERE s.id IN (
            SELECT u.shift_id FROM events.signup u
            WHERE u.status = 'offered' AND u.offer_expires_at <= at
            ORDER BY u.offer_expires_at LIMIT most
          )
          ORDER BY s.id FOR NO KEY UPDATE SKIP LOCKED
        );
        due := ARRAY(
          SELECT u.id FROM events.signup u
          WHERE u.shift_id = ANY (shifts) AND u.status = 'offered' AND u.offer_expires_at <= at
          ORDER BY u.offer_expires_at LIMIT most
        );
        PERFORM events.end_signups(due, 'expired', at);
        INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, due_at)
        SELECT 'signup-expired/' || u.id, 'signup-expired', u.id, v.email, u.locale, at
        FROM events.signup u JOIN volunteers.volunteer v ON v.id = u.volunteer_id
        WHERE u.id = ANY (due)
        ON CONFLICT (key) DO NOTHING;
        PERFORM events.offer_places(shifts, at, hold_hours);
        RETURN cardinality(due);
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION events.expire_offers;
      DROP FUNCTION events.expire_signups;
    `);
  }
}
