-- Copies the sort and filter columns of the volunteer to the membership, so that a chapter's list reads only memberships.
CREATE OR REPLACE FUNCTION volunteers.membership_takes_after_volunteer() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  SELECT v.sort_name, v.sort_last,
      volunteers.traits(NEW.chapter_id, v.skill_ids || v.interest_ids, v.languages, v.availability)
    INTO NEW.sort_name, NEW.sort_last, NEW.traits
    FROM volunteers.volunteer v WHERE v.id = NEW.volunteer_id;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER membership_takes_after_volunteer BEFORE INSERT ON volunteers.membership
  FOR EACH ROW EXECUTE FUNCTION volunteers.membership_takes_after_volunteer();
