-- Head of the audit trail. Every reader that appends to the trail moves it.
-- SealedZone sets the reader of a transaction (libs/advocacy/src/sealed/sealed-zone.ts).

CREATE POLICY head ON sealed.audit_head FOR SELECT
  USING (sealed.reader() IN ('advocate', 'person', 'business', 'auditor', 'system'));

CREATE POLICY head_moves ON sealed.audit_head FOR UPDATE
  USING (sealed.reader() IN ('advocate', 'person', 'business', 'auditor', 'system'));

CREATE POLICY backup ON sealed.audit_head FOR SELECT USING (sealed.backs_up());
