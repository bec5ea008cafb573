-- Releases the spots that these shifts reserve for people who were asked, once the deadline has passed. The caller holds the locks of
-- the shifts and offers the spots to the waitlist. Returns the number of shifts.
-- Called by db/functions/events/shifts/expire_on_shifts.sql
-- Called by libs/events/src/shifts/shift-spots.ts
CREATE OR REPLACE FUNCTION events.release_reserved_spots(shifts uuid[], at timestamptz) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  released integer;
BEGIN
  UPDATE events.shift s SET taken = s.taken - s.reserved, reserved = 0, reserved_until = NULL
  WHERE s.id = ANY (shifts) AND s.reserved > 0 AND s.reserved_until <= at;
  GET DIAGNOSTICS released = ROW_COUNT;
  RETURN released;
END $$;
