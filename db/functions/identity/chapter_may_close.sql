-- Refuses to close a chapter with upcoming events or running campaigns. Staff must end or move them first.
--
-- The checks see only committed rows. The closing code (libs/identity/src/chapters/chapter.service.ts) therefore locks the
-- chapter FOR UPDATE first: this waits for every transaction that holds the row by a foreign key or by
-- identity.chapter_is_open, and later ones wait and find the chapter closed. An UPDATE of closed_at alone takes a weaker lock
-- that doesn't conflict with them.
CREATE OR REPLACE FUNCTION identity.chapter_may_close() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM events.event e WHERE e.chapter_id = NEW.id AND e.status IN ('draft', 'published')
      AND e.ends_at > NEW.closed_at) THEN
    RAISE EXCEPTION 'This chapter has events ahead.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'chapter_has_events';
  END IF;
  -- The general fund ends with the chapter (fundraising.end_general_fund).
  IF EXISTS (SELECT FROM fundraising.campaign c WHERE c.chapter_id = NEW.id AND NOT c.is_general
      AND c.status NOT IN ('ended', 'refused')) THEN
    RAISE EXCEPTION 'This chapter has campaigns that go on.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'chapter_has_campaigns';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER chapter_may_close BEFORE UPDATE OF closed_at ON identity.chapter
  FOR EACH ROW WHEN (OLD.closed_at IS NULL AND NEW.closed_at IS NOT NULL) EXECUTE FUNCTION identity.chapter_may_close();
