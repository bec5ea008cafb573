-- Records that verified volunteers signed up with chapters. Fills in the ages they gave; known ages stay. Rows are
-- processed in order, so that concurrent calls cannot deadlock.
-- Called by db/functions/events/shifts/take_places.sql, too.
-- Called by libs/volunteers/src/profile/volunteers.service.ts
CREATE OR REPLACE FUNCTION volunteers.helped(people uuid[], chapters uuid[], birth_years integer[], born_by date[],
  at timestamptz)
RETURNS void
LANGUAGE plpgsql STRICT AS $$
#variable_conflict use_column
BEGIN
  INSERT INTO volunteers.membership AS m (volunteer_id, chapter_id, helped, sort_name, active_at, since)
    SELECT v.id, h.chapter, true, v.sort_name, at, at
    FROM (SELECT DISTINCT p.person, p.chapter FROM unnest(people, chapters) AS p (person, chapter) ORDER BY 1, 2) h
      JOIN volunteers.volunteer v ON v.id = h.person
    ON CONFLICT (volunteer_id, chapter_id) DO UPDATE
      SET helped = true, active_at = greatest(m.active_at, excluded.active_at);

  UPDATE volunteers.volunteer v
    SET active_at = greatest(v.active_at, at), birth_year = coalesce(v.birth_year, h.birth_year),
      born_by = least(v.born_by, h.born_by)
    FROM (
      SELECT p.person, min(p.birth_year) AS birth_year, min(p.born_by) AS born_by
      FROM unnest(people, birth_years, born_by) AS p (person, birth_year, born_by) GROUP BY p.person ORDER BY p.person
    ) h
    WHERE v.id = h.person;
END $$;
