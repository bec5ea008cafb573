-- Returns true if this person, and no one else, was asked for consent to the photo. So a face never has another's name.
-- Called by libs/outreach/src/photos/photo-columns.ts
CREATE OR REPLACE FUNCTION outreach.is_portrait_of(photo uuid, person text) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT count(*) = 1 AND coalesce(bool_and(platform.fold(c.name) = platform.fold($2)), false)
  FROM outreach.photo_consent c
  WHERE c.photo_id = $1 AND (c.renews_id IS NULL OR c.agreed_at IS NOT NULL)
    AND NOT EXISTS (SELECT FROM outreach.photo_consent n WHERE n.renews_id = c.id AND n.agreed_at IS NOT NULL)
$$;
