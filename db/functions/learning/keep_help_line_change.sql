-- Requires that a change to a help line is approved by someone other than the requester, and refuses edits after the decision.
-- Refusal texts: libs/learning/src/help-lines/help-line-changes.service.ts
CREATE OR REPLACE FUNCTION learning.keep_help_line_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.decision IS NULL THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'A change to a help line is requested before it is decided.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'help_line_change_stays';
  END IF;
  IF (NEW.help_line_id, NEW.kind, NEW.proposed_values, NEW.requested_at) IS DISTINCT FROM
    (OLD.help_line_id, OLD.kind, OLD.proposed_values, OLD.requested_at)
    OR OLD.decision IS NOT NULL AND (NEW.decision, NEW.decided_at) IS DISTINCT FROM (OLD.decision, OLD.decided_at)
    OR OLD.applied AND NOT NEW.applied
    -- Deleting an account sets these columns to null; no other change is allowed.
    OR NEW.requested_by IS DISTINCT FROM OLD.requested_by AND NEW.requested_by IS NOT NULL
  THEN
    RAISE EXCEPTION 'A change to a help line stays as it was requested and decided.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'help_line_change_stays';
  END IF;
  IF OLD.decision IS NULL AND NEW.decision = 'approved'
    AND NOT coalesce(identity.are_two_people(OLD.requested_by, NEW.decided_by, NEW.decided_at), false)
  THEN
    RAISE EXCEPTION 'What visitors see of a help line is changed by two people.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'help_line_two_people';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER help_line_change_keeps BEFORE INSERT OR UPDATE ON learning.help_line_change
  FOR EACH ROW EXECUTE FUNCTION learning.keep_help_line_change();
