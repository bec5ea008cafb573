import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In the database of the keys: how far the trail of each zone has come. It goes forward and nowhere else. */
export class CreateTrailHead1797000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE trail_head (
        zone text PRIMARY KEY,
        seq bigint NOT NULL,
        hash bytea NOT NULL,
        mac bytea NOT NULL
      );
      CREATE FUNCTION trail_goes_forward() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        IF NEW.zone <> OLD.zone OR NEW.seq <= OLD.seq THEN
          RAISE EXCEPTION 'The trail only goes forward.' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER trail_goes_forward BEFORE UPDATE ON trail_head
        FOR EACH ROW EXECUTE FUNCTION trail_goes_forward();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE trail_head; DROP FUNCTION trail_goes_forward();`);
  }
}
