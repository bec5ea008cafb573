-- Returns the accounts that are notified of what happens at an event. Everything that notifies organizers uses it.
-- Called by libs/events/src/organizer-notices/notice-windows.ts
-- Called by libs/events/src/safeguarding/safeguarding.service.ts
CREATE OR REPLACE FUNCTION events.organizers_of_event(event uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE AS $$
  SELECT o.id FROM events.event e CROSS JOIN LATERAL identity.organizers_of_chapter(e.chapter_id) AS o (id)
  WHERE e.id = event
$$;
