-- Returns the accounts that are notified of what happens in a chapter: its organizers, or the organization's organizers and
-- admins if it has none.
-- Called by db/functions/events/organizers_of_event.sql
-- Called by libs/outreach/src/site-messages/site-message.notices.ts
CREATE OR REPLACE FUNCTION identity.organizers_of_chapter(chapter uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE AS $$
  WITH own AS (
    SELECT DISTINCT a.id FROM identity."grant" g JOIN identity.account a ON a.id = g.account_id AND a.disabled_at IS NULL
    WHERE g.role = 'organizer' AND g.chapter_id = chapter
  )
  SELECT id FROM own
  UNION ALL
  SELECT DISTINCT a.id FROM identity."grant" g JOIN identity.account a ON a.id = g.account_id AND a.disabled_at IS NULL
  WHERE (g.role = 'organizer' AND g.chapter_id IS NULL OR g.role = 'admin') AND NOT EXISTS (SELECT FROM own)
$$;
