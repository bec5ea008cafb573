CREATE OR REPLACE FUNCTION fundraising.end_general_fund() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  WITH ended AS (
    UPDATE fundraising.campaign c SET status = 'ended', ended_at = NEW.closed_at, updated_at = NEW.closed_at,
      version = c.version + 1
    FROM (
      SELECT id, status FROM fundraising.campaign
      WHERE chapter_id = NEW.id AND is_general AND status IN ('live', 'paused') FOR NO KEY UPDATE
    ) before
    WHERE c.id = before.id RETURNING c.id, before.status AS was
  )
  INSERT INTO fundraising.campaign_status_change (campaign_id, from_status, to_status, at)
  SELECT id, was, 'ended', NEW.closed_at FROM ended;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER chapter_ends_its_fund AFTER UPDATE OF closed_at ON identity.chapter
  FOR EACH ROW WHEN (OLD.closed_at IS NULL AND NEW.closed_at IS NOT NULL) EXECUTE FUNCTION fundraising.end_general_fund();
