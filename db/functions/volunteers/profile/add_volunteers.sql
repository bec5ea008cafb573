-- Existing volunteers are not updated, because a typed address doesn't prove who typed it. Rows are inserted in address
-- order, so that concurrent calls cannot deadlock.
-- Called by db/functions/events/shifts/take_places.sql
-- Called by libs/events/src/attendance/walk-ins.service.ts
-- Called by libs/events/src/hand-overs/take-over.service.ts
CREATE OR REPLACE FUNCTION volunteers.add_volunteers(emails citext[], names text[], phones text[], locales text[])
RETURNS void
LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  INSERT INTO volunteers.volunteer (email, name, phone, locale)
    SELECT DISTINCT ON (a.email) a.email, a.name, a.phone, a.locale
    FROM unnest(emails, names, phones, locales) AS a (email, name, phone, locale)
    ORDER BY a.email
    ON CONFLICT (email) DO NOTHING;
END $$;
