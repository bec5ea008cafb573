-- The list of a chapter is in the order of names by an index of its own: it follows the volunteer's name.
CREATE OR REPLACE FUNCTION volunteers.membership_follows_name() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE volunteers.membership SET sort_name = NEW.sort_name WHERE volunteer_id = NEW.id;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER membership_follows_name AFTER UPDATE OF name ON volunteers.volunteer
FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name)
EXECUTE FUNCTION volunteers.membership_follows_name();
