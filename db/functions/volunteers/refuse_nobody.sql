-- Nothing about somebody is written to the record of whoever was erased a moment ago. An erasure takes the record
-- FOR UPDATE first: that waits for everybody who holds it by a foreign key or by this, and whoever comes later waits and finds
-- that it is nobody's. Hours and the chapters that were helped are not refused: they go on as numbers of nobody.
CREATE OR REPLACE FUNCTION volunteers.refuse_nobody() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE erased timestamptz;
BEGIN
  SELECT v.erased_at INTO erased FROM volunteers.volunteer v WHERE v.id = NEW.volunteer_id FOR KEY SHARE;
  IF erased IS NOT NULL THEN
    RAISE EXCEPTION 'This volunteer was erased.' USING ERRCODE = 'check_violation', CONSTRAINT = 'volunteer_is_somebody';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER emergency_contact_of_somebody BEFORE INSERT ON volunteers.emergency_contact
  FOR EACH ROW EXECUTE FUNCTION volunteers.refuse_nobody();
CREATE OR REPLACE TRIGGER note_of_somebody BEFORE INSERT ON volunteers.note
  FOR EACH ROW EXECUTE FUNCTION volunteers.refuse_nobody();
CREATE OR REPLACE TRIGGER message_of_somebody BEFORE INSERT ON volunteers.message
  FOR EACH ROW EXECUTE FUNCTION volunteers.refuse_nobody();
CREATE OR REPLACE TRIGGER tag_of_somebody BEFORE INSERT ON volunteers.tag
  FOR EACH ROW EXECUTE FUNCTION volunteers.refuse_nobody();
CREATE OR REPLACE TRIGGER credential_of_somebody BEFORE INSERT ON volunteers.credential
  FOR EACH ROW EXECUTE FUNCTION volunteers.refuse_nobody();
CREATE OR REPLACE TRIGGER browser_of_somebody BEFORE INSERT ON volunteers.known_browser
  FOR EACH ROW EXECUTE FUNCTION volunteers.refuse_nobody();
CREATE OR REPLACE TRIGGER completion_of_somebody BEFORE INSERT ON learning.course_completion
  FOR EACH ROW EXECUTE FUNCTION volunteers.refuse_nobody();
