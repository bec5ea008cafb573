import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A chapter can be closed: what it did stays with it, and nothing new begins in it. */
export class CloseChapters1799030000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.chapter ADD COLUMN closed_at timestamptz;

      -- Closing waits for nobody's plans: events ahead and campaigns that go on are ended or moved by people first.
      CREATE FUNCTION identity.chapter_may_close() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM events.event e WHERE e.chapter_id = NEW.id AND e.status IN ('draft', 'published')
            AND e.ends_at > NEW.closed_at) THEN
          RAISE EXCEPTION 'This chapter has events ahead.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'chapter_has_events';
        END IF;
        IF EXISTS (SELECT FROM fundraising.campaign c WHERE c.chapter_id = NEW.id
            AND c.status NOT IN ('ended', 'refused')) THEN
          RAISE EXCEPTION 'This chapter has campaigns that go on.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'chapter_has_campaigns';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER chapter_may_close BEFORE UPDATE OF closed_at ON identity.chapter FOR EACH ROW
        WHEN (OLD.closed_at IS NULL AND NEW.closed_at IS NOT NULL) EXECUTE FUNCTION identity.chapter_may_close();

      -- The lock is that of the foreign key: whoever closes the chapter takes a stronger one and comes before or after.
      CREATE FUNCTION identity.chapter_is_open() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE closed timestamptz;
      BEGIN
        SELECT c.closed_at INTO closed FROM identity.chapter c WHERE c.id = NEW.chapter_id FOR KEY SHARE;
        IF closed IS NOT NULL THEN
          RAISE EXCEPTION 'This chapter is closed.' USING ERRCODE = 'check_violation', CONSTRAINT = 'chapter_is_open';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER event_in_open_chapter BEFORE INSERT ON events.event FOR EACH ROW
        EXECUTE FUNCTION identity.chapter_is_open();
      CREATE TRIGGER event_moves_to_open_chapter BEFORE UPDATE OF chapter_id, status, ends_at ON events.event FOR EACH ROW
        WHEN (NEW.status IN ('draft', 'published')
          AND (OLD.chapter_id, OLD.status, OLD.ends_at) IS DISTINCT FROM (NEW.chapter_id, NEW.status, NEW.ends_at))
        EXECUTE FUNCTION identity.chapter_is_open();
      CREATE TRIGGER campaign_in_open_chapter BEFORE INSERT ON fundraising.campaign FOR EACH ROW
        WHEN (NEW.chapter_id IS NOT NULL) EXECUTE FUNCTION identity.chapter_is_open();
      CREATE TRIGGER campaign_goes_on_in_open_chapter BEFORE UPDATE OF chapter_id, status ON fundraising.campaign
        FOR EACH ROW WHEN (NEW.chapter_id IS NOT NULL AND NEW.status NOT IN ('ended', 'refused')
          AND (OLD.chapter_id, OLD.status) IS DISTINCT FROM (NEW.chapter_id, NEW.status))
        EXECUTE FUNCTION identity.chapter_is_open();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER campaign_goes_on_in_open_chapter ON fundraising.campaign;
      DROP TRIGGER campaign_in_open_chapter ON fundraising.campaign;
      DROP TRIGGER event_moves_to_open_chapter ON events.event;
      DROP TRIGGER event_in_open_chapter ON events.event;
      DROP TRIGGER chapter_may_close ON identity.chapter;
      DROP FUNCTION identity.chapter_is_open();
      DROP FUNCTION identity.chapter_may_close();
      ALTER TABLE identity.chapter DROP COLUMN closed_at;
    `);
  }
}
