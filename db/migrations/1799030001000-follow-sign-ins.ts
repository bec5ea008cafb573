import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A session knows what it began with: a forgotten password is replaced only where a mailed code was given. What was written
 * down about security stays as it is: a program may add and count (db/grants.ts), and forget what is old by this function.
 */
export class FollowSignIns1799030001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.session ADD COLUMN first_step text
        CONSTRAINT session_first_step_check CHECK (first_step IN ('password', 'code'));

      CREATE FUNCTION identity.count_only_upwards() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
      BEGIN
        IF NEW.count < OLD.count THEN
          RAISE EXCEPTION 'what was counted stays counted' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER security_event_counts_up BEFORE UPDATE OF count ON identity.security_event
        FOR EACH ROW EXECUTE FUNCTION identity.count_only_upwards();

      -- Run by a program with the rights of the owner; whatever it says, nothing of the last week is forgotten.
      CREATE FUNCTION identity.forget_security_events(before timestamptz) RETURNS void
      LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
        DELETE FROM identity.security_event
        WHERE (minute IS NOT NULL OR kind IN ('signed-in', 'signed-out')) AND at < least(before, now() - interval '7 days');
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION identity.forget_security_events(timestamptz);
      DROP TRIGGER security_event_counts_up ON identity.security_event;
      DROP FUNCTION identity.count_only_upwards();
      ALTER TABLE identity.session DROP COLUMN first_step;
    `);
  }
}
