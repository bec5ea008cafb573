CREATE OR REPLACE FUNCTION volunteers.memberships_follow_volunteer() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE volunteers.membership m SET sort_name = NEW.sort_name, sort_last = NEW.sort_last,
      traits = volunteers.traits(m.chapter_id, NEW.skill_ids || NEW.interest_ids, NEW.languages, NEW.availability)
    WHERE m.volunteer_id = NEW.id;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER memberships_follow_volunteer
  AFTER UPDATE OF name, skill_ids, interest_ids, languages, availability ON volunteers.volunteer
  FOR EACH ROW WHEN ((OLD.name, OLD.skill_ids, OLD.interest_ids, OLD.languages, OLD.availability)
    IS DISTINCT FROM (NEW.name, NEW.skill_ids, NEW.interest_ids, NEW.languages, NEW.availability))
  EXECUTE FUNCTION volunteers.memberships_follow_volunteer();
