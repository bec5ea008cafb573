-- Counts registered people and waiting parties on the form. The check `taken <= capacity` on the form then refuses a
-- registration that would exceed the capacity, whatever the code decided.
CREATE OR REPLACE FUNCTION events.count_registrations() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE events.registration_form f SET taken = f.taken + c.people, waiting = f.waiting + c.parties
    FROM (
      SELECT n.event_id, coalesce(sum(n.party) FILTER (WHERE n.status = 'confirmed'), 0) AS people,
        count(*) FILTER (WHERE n.status = 'waitlisted') AS parties
      FROM new_rows n GROUP BY n.event_id
    ) c
    WHERE f.event_id = c.event_id;
  ELSIF TG_OP = 'DELETE' THEN
    UPDATE events.registration_form f SET taken = f.taken - c.people, waiting = f.waiting - c.parties
    FROM (
      SELECT o.event_id, coalesce(sum(o.party) FILTER (WHERE o.status = 'confirmed'), 0) AS people,
        count(*) FILTER (WHERE o.status = 'waitlisted') AS parties
      FROM old_rows o GROUP BY o.event_id
    ) c
    WHERE f.event_id = c.event_id;
  ELSE
    UPDATE events.registration_form f SET taken = f.taken + c.people, waiting = f.waiting + c.parties
    FROM (
      SELECT n.event_id,
        sum(CASE WHEN n.status = 'confirmed' THEN n.party ELSE 0 END - CASE WHEN o.status = 'confirmed' THEN o.party ELSE 0 END)
          AS people,
        sum((n.status = 'waitlisted')::integer - (o.status = 'waitlisted')::integer) AS parties
      FROM new_rows n JOIN old_rows o ON o.id = n.id GROUP BY n.event_id
    ) c
    WHERE f.event_id = c.event_id AND (c.people <> 0 OR c.parties <> 0);
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER registration_counted_insert AFTER INSERT ON events.registration
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION events.count_registrations();
CREATE OR REPLACE TRIGGER registration_counted_update AFTER UPDATE ON events.registration
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION events.count_registrations();
CREATE OR REPLACE TRIGGER registration_counted_delete AFTER DELETE ON events.registration
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION events.count_registrations();
