-- Things go from state to state as the map of their noun says, which stands beside its states in TypeScript and is written
-- into platform.status_change by whoever migrates (db/status-changes.ts). The trigger says the noun.
CREATE OR REPLACE FUNCTION platform.keep_status_changes() RETURNS trigger
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

CREATE OR REPLACE TRIGGER article_begins BEFORE INSERT ON learning.article
  FOR EACH ROW EXECUTE FUNCTION platform.keep_status_changes('article');

CREATE OR REPLACE TRIGGER article_keeps_to_steps BEFORE UPDATE OF status ON learning.article
  FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION platform.keep_status_changes('article');

CREATE OR REPLACE TRIGGER article_version_begins BEFORE INSERT ON learning.article_version
  FOR EACH ROW EXECUTE FUNCTION platform.keep_status_changes('article_version');

CREATE OR REPLACE TRIGGER article_version_keeps_to_steps BEFORE UPDATE OF status ON learning.article_version
  FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION platform.keep_status_changes('article_version');

CREATE OR REPLACE TRIGGER business_begins BEFORE INSERT ON opportunities.business
  FOR EACH ROW EXECUTE FUNCTION platform.keep_status_changes('business');

CREATE OR REPLACE TRIGGER business_keeps_to_steps BEFORE UPDATE OF status ON opportunities.business
  FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION platform.keep_status_changes('business');

CREATE OR REPLACE TRIGGER campaign_keeps_to_steps BEFORE UPDATE OF status ON fundraising.campaign
  FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION platform.keep_status_changes('campaign');

CREATE OR REPLACE TRIGGER course_begins BEFORE INSERT ON learning.course
  FOR EACH ROW EXECUTE FUNCTION platform.keep_status_changes('course');

CREATE OR REPLACE TRIGGER course_keeps_to_steps BEFORE UPDATE OF status ON learning.course
  FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION platform.keep_status_changes('course');

CREATE OR REPLACE TRIGGER disbursement_keeps_to_steps BEFORE UPDATE OF status ON fundraising.disbursement
  FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION platform.keep_status_changes('disbursement');

CREATE OR REPLACE TRIGGER event_keeps_to_steps BEFORE UPDATE OF status ON events.event
  FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION platform.keep_status_changes('event');

CREATE OR REPLACE TRIGGER gift_keeps_to_steps BEFORE UPDATE OF status ON fundraising.gift
  FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION platform.keep_status_changes('gift');

CREATE OR REPLACE TRIGGER gift_import_keeps_to_steps BEFORE UPDATE OF status ON fundraising.gift_import
  FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION platform.keep_status_changes('gift_import');

CREATE OR REPLACE TRIGGER service_import_keeps_to_steps BEFORE UPDATE OF status ON learning.service_import
  FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION platform.keep_status_changes('service_import');

CREATE OR REPLACE TRIGGER opportunity_keeps_to_steps BEFORE UPDATE OF status ON opportunities.opportunity
  FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION platform.keep_status_changes('opportunity');

-- Named so that it comes before role_request_keeps, which judges those who give the role.
CREATE OR REPLACE TRIGGER role_request_begins BEFORE INSERT ON identity.role_request
  FOR EACH ROW EXECUTE FUNCTION platform.keep_status_changes('role_request');

CREATE OR REPLACE TRIGGER role_request_goes_on BEFORE UPDATE OF status ON identity.role_request
  FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION platform.keep_status_changes('role_request');

CREATE OR REPLACE TRIGGER page_keeps_to_steps BEFORE UPDATE OF status ON fundraising.page
  FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION platform.keep_status_changes('page');

CREATE OR REPLACE TRIGGER pledge_keeps_to_steps BEFORE UPDATE OF status ON fundraising.pledge
  FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION platform.keep_status_changes('pledge');

CREATE OR REPLACE TRIGGER refund_keeps_to_steps BEFORE UPDATE OF status ON fundraising.refund
  FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION platform.keep_status_changes('refund');

CREATE OR REPLACE TRIGGER update_keeps_to_steps BEFORE UPDATE OF status ON fundraising.update
  FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION platform.keep_status_changes('update');

CREATE OR REPLACE TRIGGER signup_keeps_to_steps BEFORE UPDATE OF status ON events.signup
  FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION platform.keep_status_changes('signup');

CREATE OR REPLACE TRIGGER hours_begin BEFORE INSERT ON volunteers.hours
  FOR EACH ROW EXECUTE FUNCTION platform.keep_status_changes('hours');

CREATE OR REPLACE TRIGGER hours_keep_to_steps BEFORE UPDATE OF status ON volunteers.hours
  FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION platform.keep_status_changes('hours');

CREATE OR REPLACE TRIGGER credential_begins BEFORE INSERT ON volunteers.credential
  FOR EACH ROW EXECUTE FUNCTION platform.keep_status_changes('credential');

CREATE OR REPLACE TRIGGER credential_keeps_to_steps BEFORE UPDATE OF status ON volunteers.credential
  FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION platform.keep_status_changes('credential');

CREATE OR REPLACE TRIGGER school_ask_begins BEFORE INSERT ON outreach.ask
  FOR EACH ROW EXECUTE FUNCTION platform.keep_status_changes('school_ask');

CREATE OR REPLACE TRIGGER school_ask_keeps_to_steps BEFORE UPDATE OF status ON outreach.ask
  FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION platform.keep_status_changes('school_ask');

CREATE OR REPLACE TRIGGER data_request_begins BEFORE INSERT ON identity.data_request
  FOR EACH ROW EXECUTE FUNCTION platform.keep_status_changes('data_request');

CREATE OR REPLACE TRIGGER data_request_keeps_to_steps BEFORE UPDATE OF status ON identity.data_request
  FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION platform.keep_status_changes('data_request');
