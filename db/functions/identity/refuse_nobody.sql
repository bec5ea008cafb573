-- Nothing about somebody is written to the account of whoever was erased a moment ago: an erasure takes it FOR UPDATE first
-- (see volunteers.refuse_nobody).
CREATE OR REPLACE FUNCTION identity.refuse_nobody() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE address citext;
BEGIN
  SELECT a.email INTO address FROM identity.account a WHERE a.id = NEW.account_id FOR KEY SHARE;
  IF address LIKE '%@erased.invalid' THEN
    RAISE EXCEPTION 'This account was erased.' USING ERRCODE = 'check_violation', CONSTRAINT = 'account_is_somebody';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER session_of_somebody BEFORE INSERT ON identity.session
  FOR EACH ROW EXECUTE FUNCTION identity.refuse_nobody();
CREATE OR REPLACE TRIGGER saved_view_of_somebody BEFORE INSERT ON identity.saved_view
  FOR EACH ROW EXECUTE FUNCTION identity.refuse_nobody();
CREATE OR REPLACE TRIGGER chapter_person_of_somebody BEFORE INSERT ON identity.chapter_person
  FOR EACH ROW EXECUTE FUNCTION identity.refuse_nobody();
CREATE OR REPLACE TRIGGER member_of_somebody BEFORE INSERT ON opportunities.member
  FOR EACH ROW EXECUTE FUNCTION identity.refuse_nobody();
