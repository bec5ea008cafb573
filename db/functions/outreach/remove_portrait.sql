-- A portrait is never shown without a name, so it leaves the page with its person, also in an erasure.
CREATE OR REPLACE FUNCTION outreach.remove_portrait() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM outreach.photo_place WHERE page = '/about#' || old.id;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER remove_portrait AFTER DELETE ON outreach.team_member
FOR EACH ROW EXECUTE FUNCTION outreach.remove_portrait();
