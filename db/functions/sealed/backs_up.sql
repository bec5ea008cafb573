-- Returns true if the owner of the tables is making a backup. No program is the owner. The texts in the backup are encrypted,
-- and their keys are in another database.
-- Set by apps/command/src/backup/contents.ts
CREATE OR REPLACE FUNCTION sealed.backs_up() RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT sealed.reader() = 'system' AND sealed.job() = 'backup'
    AND (SELECT pg_has_role(n.nspowner, 'USAGE') FROM pg_namespace n WHERE n.nspname = 'sealed')
$$;
