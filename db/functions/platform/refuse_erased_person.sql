-- Refuses new rows for a person whose record was just erased. An erasure locks the record FOR UPDATE first, so it waits for
-- every transaction that holds the record by a foreign key or by this function; later inserts wait for the erasure and then see
-- the erased address. Hours and past chapters are allowed: they are kept without a name. The triggers are generated from the
-- models (@BelongsToPerson, db/entity-triggers.ts); their arguments are the table of the people and the column that refers to the
-- person.
CREATE OR REPLACE FUNCTION platform.refuse_erased_person() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  record regclass := TG_ARGV[0];
  is_erased boolean;
BEGIN
  EXECUTE format(
    'SELECT r.email LIKE ''%%@erased.invalid'' FROM %s r WHERE r.id = ($1).%I FOR KEY SHARE', record, TG_ARGV[1]
  ) INTO is_erased USING NEW;
  IF is_erased THEN
    RAISE EXCEPTION 'This record of % was erased.', record USING ERRCODE = 'check_violation', CONSTRAINT = 'is_not_erased';
  END IF;
  RETURN NEW;
END $$;
