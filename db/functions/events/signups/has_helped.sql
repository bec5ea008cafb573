-- Called by db/functions/events/shifts/may_take.sql
CREATE OR REPLACE FUNCTION events.has_helped(volunteer uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM events.signup h WHERE h.volunteer_id = volunteer AND h.status = 'completed')
$$;
