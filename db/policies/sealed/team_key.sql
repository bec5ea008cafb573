-- Team key. Browsers encrypt consultations with it.
-- SealedZone sets the reader of a transaction (libs/advocacy/src/sealed/sealed-zone.ts).

CREATE POLICY advocate_reads ON sealed.team_key FOR SELECT USING (sealed.reader() = 'advocate');

CREATE POLICY advocate_makes ON sealed.team_key FOR INSERT
  WITH CHECK (sealed.reader() = 'advocate' AND created_by = sealed.actor());

CREATE POLICY consultation_key ON sealed.team_key FOR SELECT
  USING (sealed.reader() = 'system' AND sealed.job() = 'consultation-key');

CREATE POLICY backup ON sealed.team_key FOR SELECT USING (sealed.backs_up());
