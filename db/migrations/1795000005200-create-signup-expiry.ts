import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What runs out: the time in which an address must be confirmed, and the time of an offer. */
export class CreateSignupExpiry1795000005200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Ends what has run out on these shifts, which the caller has locked, and offers the places on; returns how many
      -- ended. Whose offer ran out is told once, and is not offered that place again.
      CREATE FUNCTION events.expire_on_shifts(shifts uuid[], at timestamptz, offer_hours float8) RETURNS integer
      LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan SET enable_seqscan = off AS $$
      DECLARE
        unconfirmed uuid[] := ARRAY(
          SELECT u.id FROM events.signup u
          WHERE u.shift_id = ANY (shifts) AND u.proven_at IS NULL AND u.expires_at <= at
            AND u.status IN ('confirmed', 'waitlisted', 'offered')
        );
        lapsed uuid[] := ARRAY(
          SELECT u.id FROM events.signup u
          WHERE u.shift_id = ANY (shifts) AND u.status = 'offered' AND u.offer_expires_at <= at
        );
      BEGIN
        PERFORM events.end_signups(unconfirmed || lapsed, 'expired', at);
        INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, due_at)
        SELECT 'signup-expired/' || u.id, 'signup-expired', u.id, v.email, u.locale, at
        FROM events.signup u JOIN volunteers.volunteer v ON v.id = u.volunteer_id
        WHERE u.id = ANY (lapsed)
        ON CONFLICT (key) DO NOTHING;
        PERFORM events.offer_places(shifts, at, offer_hours);
        RETURN cardinality(unconfirmed) + cardinality(lapsed);
      END $$;

      -- The sweeps: each takes up to 'most' sign-ups that have run out, and ends everything that has on their shifts. A
      -- shift that somebody is working on is left for the next sweep, so that nobody who signs up waits for this.
      CREATE FUNCTION events.expire_signups(at timestamptz, offer_hours float8, most integer) RETURNS integer
      LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan SET enable_seqscan = off AS $$
      BEGIN
        RETURN events.expire_on_shifts(ARRAY(
          SELECT s.id FROM events.shift s
          WHERE s.id IN (
            SELECT u.shift_id FROM events.signup u
            WHERE u.proven_at IS NULL AND u.status IN ('confirmed', 'waitlisted', 'offered') AND u.expires_at <= at
            ORDER BY u.expires_at LIMIT most
          )
          ORDER BY s.id FOR NO KEY UPDATE SKIP LOCKED
        ), at, offer_hours);
      END $$;

      CREATE FUNCTION events.expire_offers(at timestamptz, offer_hours float8, most integer) RETURNS integer
      LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan SET enable_seqscan = off AS $$
      BEGIN
        RETURN events.expire_on_shifts(ARRAY(
          SELECT s.id FROM events.shift s
          WHERE s.id IN (
            SELECT u.shift_id FROM events.signup u
            WHERE u.status = 'offered' AND u.offer_expires_at <= at
            ORDER BY u.offer_expires_at LIMIT most
          )
          ORDER BY s.id FOR NO KEY UPDATE SKIP LOCKED
        ), at, offer_hours);
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION events.expire_offers;
      DROP FUNCTION events.expire_signups;
      DROP FUNCTION events.expire_on_shifts;
    `);
  }
}
