-- The end of the trail: whoever adds to it moves it.
-- Whose eyes a transaction lends says SealedZone (libs/advocacy/src/sealed/sealed-zone.ts).

CREATE POLICY head ON sealed.audit_head FOR SELECT
  USING (sealed.reader() IN ('advocate', 'person', 'business', 'auditor', 'system'));

CREATE POLICY head_moves ON sealed.audit_head FOR UPDATE
  USING (sealed.reader() IN ('advocate', 'person', 'business', 'auditor', 'system'));
