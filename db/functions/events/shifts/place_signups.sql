-- Calls events.take_places with the input and the outcomes of release 0.2.0, whose programs run beside this release's during a rollout.
-- To be dropped when a release no longer has to work with them (docs/decisions/releases.md).
-- Called by libs/events/test/last-release.spec.ts
CREATE OR REPLACE FUNCTION events.place_signups(items jsonb, at timestamptz, hold_hours float8, offer_hours float8,
  mails_per_hour integer)
RETURNS TABLE (ord integer, outcome text, id uuid, status text, place_in_line integer)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT t.ord, CASE t.outcome WHEN 'created' THEN 'new' WHEN 'replayed' THEN 'again' WHEN 'existing' THEN 'there'
      WHEN 'individual' THEN 'apart' ELSE t.outcome END, t.id, t.status, t.waitlist_position
  FROM events.take_places((
    SELECT jsonb_agg(i || jsonb_build_object('verified', i -> 'proven', 'batched', i -> 'gathered') ORDER BY nth)
    FROM jsonb_array_elements(items) WITH ORDINALITY AS a (i, nth)
  ), at, hold_hours, offer_hours, mails_per_hour) t;
END $$;
