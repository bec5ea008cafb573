-- An event opens to shift leads immediately, to members of its chapter at opens_to_members_at, and to everyone at
-- opens_at. An unverified address counts as neither lead nor member.
-- Called by db/functions/events/shifts/may_take.sql
CREATE OR REPLACE FUNCTION events.opened_to(volunteer uuid, proven boolean, chapter uuid, opens_at timestamptz,
  opens_to_members_at timestamptz, at timestamptz)
RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT opens_at IS NULL OR at >= opens_at OR (proven AND EXISTS (
    SELECT FROM volunteers.membership m
    WHERE m.volunteer_id = volunteer AND m.chapter_id = chapter
      AND (m.standing = 'lead' OR (m.standing = 'member' AND at >= opens_to_members_at))
  ))
$$;
