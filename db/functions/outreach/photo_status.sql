-- The consent of every person counts; a renewed consent replaces the old one once it's signed.
-- Called by libs/outreach/src/photos/photo-columns.ts
CREATE OR REPLACE FUNCTION outreach.photo_status(photo uuid, today date) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN k.withdrawn THEN 'withdrawn'
    WHEN k.ended THEN 'ended'
    WHEN p.alt_en = '' OR p.alt_es = '' OR p.taken_by = '' OR p.nobody_served_at IS NULL THEN 'incomplete'
    WHEN k.waiting OR k.asked = 0 THEN 'waiting'
    WHEN k.ends_on <= $2 + 30 THEN 'ending'
    ELSE 'live'
  END
  FROM outreach.photo p CROSS JOIN LATERAL (
    SELECT count(*) AS asked, min(c.ends_on) AS ends_on, coalesce(bool_or(c.withdrawn_at IS NOT NULL), false) AS withdrawn,
      coalesce(bool_or(c.ends_on < $2), false) AS ended, coalesce(bool_or(c.agreed_at IS NULL), false) AS waiting
    FROM outreach.photo_consent c
    WHERE c.photo_id = p.id AND (c.renews_id IS NULL OR c.agreed_at IS NOT NULL)
      AND NOT EXISTS (SELECT FROM outreach.photo_consent n WHERE n.renews_id = c.id AND n.agreed_at IS NOT NULL)
  ) k
  WHERE p.id = $1
$$;
