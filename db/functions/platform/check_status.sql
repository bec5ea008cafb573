-- The rules are defined with the statuses in TypeScript (statusOf) and copied to platform.status_change by migrations
-- (db/status-changes.ts). The triggers are generated from the models (db/entity-triggers.ts); their argument is the
-- noun.
CREATE OR REPLACE FUNCTION platform.check_status() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  before text := CASE WHEN TG_OP = 'INSERT' THEN '' ELSE OLD.status END;
BEGIN
  IF NOT EXISTS (
    SELECT FROM platform.status_change s
    WHERE s.noun = TG_ARGV[0] AND s.from_status = before AND s.to_status = NEW.status
  ) THEN
    RAISE EXCEPTION 'No % goes from "%" to "%".', TG_ARGV[0], before, NEW.status
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_ARGV[0] || '_step';
  END IF;
  RETURN NEW;
END $$;
