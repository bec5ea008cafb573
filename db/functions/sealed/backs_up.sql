-- Whether the owner of the tables backs them up. No program is the owner; the texts it takes along are sealed, and their
-- keys are in another database.
-- Said by apps/command/src/backup/contents.ts
CREATE OR REPLACE FUNCTION sealed.backs_up() RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT sealed.reader() = 'system' AND sealed.job() = 'backup'
    AND (SELECT pg_has_role(n.nspowner, 'USAGE') FROM pg_namespace n WHERE n.nspname = 'sealed')
$$;
