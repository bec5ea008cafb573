-- Nothing about somebody is written to the record of whoever was erased a moment ago. An erasure takes the record FOR UPDATE
-- first: that waits for everybody who holds it by a foreign key or by this, and whoever comes later waits and finds that its
-- address is nobody's. The trigger says where the record is, and which column names it. Hours and the chapters that were helped are
-- not refused: they go on as numbers of nobody.
CREATE OR REPLACE FUNCTION platform.refuse_nobody() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  record regclass := TG_ARGV[0];
  is_nobody boolean;
BEGIN
  EXECUTE format(
    'SELECT r.email LIKE ''%%@erased.invalid'' FROM %s r WHERE r.id = ($1).%I FOR KEY SHARE', record, TG_ARGV[1]
  ) INTO is_nobody USING NEW;
  IF is_nobody THEN
    RAISE EXCEPTION 'This record of % was erased.', record USING ERRCODE = 'check_violation', CONSTRAINT = 'is_somebody';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER session_of_somebody BEFORE INSERT ON identity.session
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_nobody('identity.account', 'account_id');
CREATE OR REPLACE TRIGGER saved_view_of_somebody BEFORE INSERT ON identity.saved_view
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_nobody('identity.account', 'account_id');
CREATE OR REPLACE TRIGGER chapter_person_of_somebody BEFORE INSERT ON identity.chapter_person
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_nobody('identity.account', 'account_id');
CREATE OR REPLACE TRIGGER member_of_somebody BEFORE INSERT ON opportunities.member
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_nobody('identity.account', 'account_id');
CREATE OR REPLACE TRIGGER completion_of_somebody BEFORE INSERT ON learning.course_completion
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_nobody('volunteers.volunteer', 'volunteer_id');
CREATE OR REPLACE TRIGGER emergency_contact_of_somebody BEFORE INSERT ON volunteers.emergency_contact
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_nobody('volunteers.volunteer', 'volunteer_id');
CREATE OR REPLACE TRIGGER note_of_somebody BEFORE INSERT ON volunteers.note
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_nobody('volunteers.volunteer', 'volunteer_id');
CREATE OR REPLACE TRIGGER message_of_somebody BEFORE INSERT ON volunteers.message
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_nobody('volunteers.volunteer', 'volunteer_id');
CREATE OR REPLACE TRIGGER tag_of_somebody BEFORE INSERT ON volunteers.tag
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_nobody('volunteers.volunteer', 'volunteer_id');
CREATE OR REPLACE TRIGGER credential_of_somebody BEFORE INSERT ON volunteers.credential
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_nobody('volunteers.volunteer', 'volunteer_id');
CREATE OR REPLACE TRIGGER browser_of_somebody BEFORE INSERT ON volunteers.known_browser
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_nobody('volunteers.volunteer', 'volunteer_id');
