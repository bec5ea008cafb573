-- Ends the rights of co-organizers when their event or series is deleted. Accounts are in another schema, which doesn't
-- refer to events.
CREATE OR REPLACE FUNCTION events.end_record_grants() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM identity.record_grant WHERE record_id = OLD.id;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER event_ends_record_grants AFTER DELETE ON events.event
  FOR EACH ROW EXECUTE FUNCTION events.end_record_grants();
CREATE OR REPLACE TRIGGER series_ends_record_grants AFTER DELETE ON events.series
  FOR EACH ROW EXECUTE FUNCTION events.end_record_grants();
