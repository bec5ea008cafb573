-- Refuses changes to the history of vetting and moderation. Only the acting account, or the name of a member who joined or
-- left, can be cleared.
CREATE OR REPLACE FUNCTION opportunities.refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'recorded_by' - 'actor_id' = to_jsonb(OLD) - 'recorded_by' - 'actor_id'
    AND coalesce(to_jsonb(NEW) ->> 'recorded_by', to_jsonb(NEW) ->> 'actor_id') IS NULL
  THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'business_event' AND to_jsonb(OLD) ->> 'kind' LIKE 'member%'
    AND to_jsonb(NEW) - 'note' = to_jsonb(OLD) - 'note' AND to_jsonb(NEW) ->> 'note' = '—'
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'Rows of % stay as they are.', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'append_only';
END $$;

CREATE OR REPLACE TRIGGER approval_stays BEFORE UPDATE OR DELETE ON opportunities.approval
  FOR EACH ROW EXECUTE FUNCTION opportunities.refuse_change();

CREATE OR REPLACE TRIGGER evidence_stays BEFORE UPDATE OR DELETE ON opportunities.evidence
  FOR EACH ROW EXECUTE FUNCTION opportunities.refuse_change();

CREATE OR REPLACE TRIGGER business_event_stays BEFORE UPDATE OR DELETE ON opportunities.business_event
  FOR EACH ROW EXECUTE FUNCTION opportunities.refuse_change();
