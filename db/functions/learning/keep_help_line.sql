-- Protects the published help lines. A published line is changed, added or removed only by a change that two people approved. A
-- removal can be undone while the line is unchanged. National lines can't be removed. The owner's role is exempt, because
-- releases write help lines.
-- Refusal texts: libs/learning/src/help-lines/help-line-changes.service.ts
CREATE OR REPLACE FUNCTION learning.keep_help_line() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  guarded CONSTANT text[] := ARRAY['name', 'name_es', 'about', 'about_es', 'phone_kind', 'phone', 'phone_shown',
    'text_kind', 'text_number', 'text_shown', 'tty', 'chat_url', 'all_day', 'hours', 'hours_es', 'confidential',
    'takes_reports', 'for_emergencies', 'languages', 'interpreted_languages', 'country', 'area', 'area_es', 'position'];
  is_edited boolean;
  needed text;
BEGIN
  IF EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = TG_RELID AND pg_catalog.pg_has_role(c.relowner, 'MEMBER')) THEN
    RETURN coalesce(NEW, OLD);
  END IF;
  IF TG_OP = 'DELETE' THEN
    IF NOT OLD.published THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'A help line on the site is not deleted.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'help_line_two_people';
  END IF;
  IF NEW.national IS DISTINCT FROM (CASE WHEN TG_OP = 'UPDATE' THEN OLD.national ELSE false END)
    OR TG_OP = 'UPDATE' AND OLD.national AND (NEW.for_emergencies <> OLD.for_emergencies OR NOT NEW.published)
  THEN
    RAISE EXCEPTION 'The national lines stay on every page, and only a release says which they are.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'help_line_national';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NOT NEW.published THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'A new help line is put on the site by two people.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'help_line_two_people';
  END IF;

  is_edited := EXISTS (
    SELECT FROM jsonb_each(to_jsonb(NEW)) n
    WHERE n.key = ANY (guarded) AND n.value IS DISTINCT FROM to_jsonb(OLD) -> n.key
  );
  IF NOT OLD.published AND (is_edited OR OLD.removed_at IS NULL) THEN NEW.removed_at := NULL; END IF;
  IF OLD.published = NEW.published AND (NOT OLD.published OR NOT is_edited) THEN RETURN NEW; END IF;
  IF NOT OLD.published AND NEW.removed_at IS NOT NULL THEN
    NEW.removed_at := NULL;
    RETURN NEW;
  END IF;

  needed := CASE WHEN NOT NEW.published THEN 'remove' WHEN NOT OLD.published THEN 'publish' ELSE 'edit' END;
  UPDATE learning.help_line_change c SET applied = true
  WHERE c.id = NEW.change_id AND c.help_line_id = NEW.id AND c.kind = needed AND c.decision = 'approved' AND NOT c.applied
    AND NOT EXISTS (
      SELECT FROM jsonb_each(to_jsonb(NEW)) n
      LEFT JOIN jsonb_each(c.proposed_values) s ON lower(regexp_replace(s.key, '([A-Z])', '_\1', 'g')) = n.key
      WHERE n.key = ANY (guarded) AND n.value IS DISTINCT FROM coalesce(s.value, to_jsonb(OLD) -> n.key)
    );
  IF NOT FOUND THEN
    RAISE EXCEPTION 'What visitors see of a help line is changed by two people.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'help_line_two_people';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER help_line_keeps BEFORE INSERT OR UPDATE OR DELETE ON learning.help_line
  FOR EACH ROW EXECUTE FUNCTION learning.keep_help_line();
