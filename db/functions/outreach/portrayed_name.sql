-- Returns the name next to the portrait at this path, an empty text for a photo of no one in particular, and null if the
-- page, the person or the section doesn't exist.
-- Called by libs/outreach/src/photos/photos.service.ts
-- libs/outreach/src/photos/photo-columns.ts calls it too.
CREATE OR REPLACE FUNCTION outreach.portrayed_name(page text) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT CASE kind || CASE WHEN part = '' THEN '' ELSE '#' END
    WHEN '' THEN CASE WHEN $1 = '/' THEN '' END
    WHEN 'about' THEN CASE WHEN $1 = '/about' THEN '' END
    WHEN 'about#' THEN (SELECT t.name FROM outreach.team_member t WHERE t.id::text = part)
    WHEN 'chapters' THEN (SELECT '' FROM identity.chapter c WHERE c.slug = named.slug)
    WHEN 'chapters#' THEN (
      SELECT a.name FROM identity.chapter c JOIN identity.chapter_person p ON p.chapter_id = c.id
        JOIN identity.account a ON a.id = p.account_id
      WHERE c.slug = named.slug AND p.id::text = part)
    WHEN 'events' THEN (SELECT '' FROM events.event e WHERE e.slug = named.slug)
    WHEN 'events#' THEN (
      SELECT nullif(e.contact_name, '') FROM events.event e WHERE e.slug = named.slug AND part = 'contact')
    WHEN 'learn' THEN (SELECT '' FROM learning.article a WHERE a.slug = named.slug)
    WHEN 'fundraisers' THEN (
      SELECT '' FROM fundraising.campaign c
      WHERE c.slug = named.slug AND (below = ''
        OR EXISTS (SELECT FROM fundraising.page s WHERE s.campaign_id = c.id AND s.slug = below)))
    WHEN 'fundraisers#' THEN (
      SELECT '' FROM fundraising.campaign c JOIN fundraising.update u ON u.campaign_id = c.id
      WHERE c.slug = named.slug AND u.id::text = part)
  END
  FROM (
    SELECT split_part(path, '/', 2) AS kind, split_part(path, '/', 3) AS slug, split_part(path, '/', 4) AS below, part
    FROM (SELECT split_part($1, '#', 1) AS path, split_part($1, '#', 2) AS part) address
  ) named
$$;
