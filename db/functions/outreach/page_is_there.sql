-- Returns true if a page that can have a photo exists at this path.
-- Called by libs/outreach/src/photos/photos.service.ts
CREATE OR REPLACE FUNCTION outreach.page_is_there(page text) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT CASE split_part($1, '/', 2)
    WHEN '' THEN $1 = '/'
    WHEN 'chapters' THEN EXISTS (SELECT FROM identity.chapter c WHERE c.slug = named.slug)
    WHEN 'events' THEN EXISTS (SELECT FROM events.event e WHERE e.slug = named.slug)
    WHEN 'learn' THEN EXISTS (SELECT FROM learning.article a WHERE a.slug = named.slug)
    WHEN 'fundraisers' THEN EXISTS (SELECT FROM fundraising.campaign c WHERE c.slug = named.slug AND (named.part = ''
      OR EXISTS (SELECT FROM fundraising.update u WHERE u.campaign_id = c.id AND u.id::text = named.part)))
    ELSE false
  END AND (named.part = '' OR split_part($1, '/', 2) = 'fundraisers')
  FROM (SELECT split_part(split_part($1, '#', 1), '/', 3) AS slug, split_part($1, '#', 2) AS part) named
$$;
