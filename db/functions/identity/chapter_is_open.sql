-- Refuses new rows for a closed chapter. Takes the lock of the foreign key, which closing a chapter waits for.
-- Refusal texts: libs/identity/src/chapters/closed-chapter.ts
CREATE OR REPLACE FUNCTION identity.chapter_is_open() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE closed timestamptz;
BEGIN
  SELECT c.closed_at INTO closed FROM identity.chapter c WHERE c.id = NEW.chapter_id FOR KEY SHARE;
  IF closed IS NOT NULL THEN
    RAISE EXCEPTION 'This chapter is closed.' USING ERRCODE = 'check_violation', CONSTRAINT = 'chapter_is_open';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER event_in_open_chapter BEFORE INSERT ON events.event
  FOR EACH ROW EXECUTE FUNCTION identity.chapter_is_open();

CREATE OR REPLACE TRIGGER event_moves_to_open_chapter BEFORE UPDATE OF chapter_id, status, ends_at ON events.event
  FOR EACH ROW WHEN (NEW.status IN ('draft', 'published')
    AND (OLD.chapter_id, OLD.status, OLD.ends_at) IS DISTINCT FROM (NEW.chapter_id, NEW.status, NEW.ends_at))
  EXECUTE FUNCTION identity.chapter_is_open();

CREATE OR REPLACE TRIGGER campaign_in_open_chapter BEFORE INSERT ON fundraising.campaign
  FOR EACH ROW WHEN (NEW.chapter_id IS NOT NULL) EXECUTE FUNCTION identity.chapter_is_open();

CREATE OR REPLACE TRIGGER campaign_goes_on_in_open_chapter BEFORE UPDATE OF chapter_id, status ON fundraising.campaign
  FOR EACH ROW WHEN (NEW.chapter_id IS NOT NULL AND NEW.status NOT IN ('ended', 'refused')
    AND (OLD.chapter_id, OLD.status) IS DISTINCT FROM (NEW.chapter_id, NEW.status))
  EXECUTE FUNCTION identity.chapter_is_open();

CREATE OR REPLACE TRIGGER school_ask_in_open_chapter BEFORE INSERT ON outreach.ask
  FOR EACH ROW WHEN (NEW.chapter_id IS NOT NULL) EXECUTE FUNCTION identity.chapter_is_open();

CREATE OR REPLACE TRIGGER school_ask_moves_to_open_chapter BEFORE UPDATE OF chapter_id ON outreach.ask
  FOR EACH ROW WHEN (NEW.chapter_id IS NOT NULL AND NEW.chapter_id IS DISTINCT FROM OLD.chapter_id)
  EXECUTE FUNCTION identity.chapter_is_open();
