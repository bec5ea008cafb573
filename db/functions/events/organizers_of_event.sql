-- Returns the accounts that are notified of what happens at an event: the organizers of its chapter, and its co-organizers.
-- Everything that notifies organizers uses it.
-- Called by libs/events/src/organizer-notices/notice-windows.ts
-- Called by libs/events/src/safeguarding/safeguarding.service.ts
CREATE OR REPLACE FUNCTION events.organizers_of_event(event uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE AS $$
  SELECT o.id FROM events.event e CROSS JOIN LATERAL identity.organizers_of_chapter(e.chapter_id) AS o (id)
  WHERE e.id = event
  UNION
  SELECT a.id FROM events.event e JOIN identity.record_grant r ON r.record_id IN (e.id, e.series_id)
    JOIN identity.account a ON a.id = r.account_id AND a.disabled_at IS NULL
  WHERE e.id = event
$$;
