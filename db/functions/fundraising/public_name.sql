-- Returns null for anonymous gifts. Names that contain an email or web address are hidden as well: they would advertise
-- on our page, and an email address identifies the donor.
-- Called by libs/accounting/src/gifts/donor-display.ts
CREATE OR REPLACE FUNCTION fundraising.public_name(name text, anonymous boolean, shown_as text) RETURNS text
  LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN anonymous OR name ~ '[^[:space:]]@[^[:space:]]|://|[wW]{3}[.]|[[:alnum:]-][.][a-z]{2,}' THEN NULL
    WHEN shown_as = 'full_name' THEN name
    ELSE w.words[1] || CASE WHEN cardinality(w.words) > 1 AND w.words[cardinality(w.words)] ~ '^[[:alpha:]]'
      THEN ' ' || upper(left(w.words[cardinality(w.words)], 1)) || '.' ELSE '' END
  END
  FROM (SELECT regexp_split_to_array(btrim(name), '[[:space:]]+') AS words) w
$$;
