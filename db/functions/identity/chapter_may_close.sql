-- Closing waits for nobody's plans: events ahead and campaigns that go on are ended or moved by people first.
--
-- It sees only what is committed; what begins in this very moment is kept out by a lock. Whoever closes a chapter takes
-- its row FOR UPDATE first (libs/identity/src/chapters/chapter.service.ts): that waits for everybody who holds it by a
-- foreign key or by identity.chapter_is_open, and whoever comes later waits and finds it closed. An UPDATE of closed_at
-- alone takes a weaker lock that lets them by: this trigger is safe only together with the FOR UPDATE.
CREATE OR REPLACE FUNCTION identity.chapter_may_close() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM events.event e WHERE e.chapter_id = NEW.id AND e.status IN ('draft', 'published')
      AND e.ends_at > NEW.closed_at) THEN
    RAISE EXCEPTION 'This chapter has events ahead.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'chapter_has_events';
  END IF;
  -- Its general fund nobody plans: it ends with the chapter (fundraising.end_general_fund).
  IF EXISTS (SELECT FROM fundraising.campaign c WHERE c.chapter_id = NEW.id AND NOT c.is_general
      AND c.status NOT IN ('ended', 'refused')) THEN
    RAISE EXCEPTION 'This chapter has campaigns that go on.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'chapter_has_campaigns';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER chapter_may_close BEFORE UPDATE OF closed_at ON identity.chapter
  FOR EACH ROW WHEN (OLD.closed_at IS NULL AND NEW.closed_at IS NOT NULL) EXECUTE FUNCTION identity.chapter_may_close();
