-- Copies of the team key, one for each advocate, encrypted by an advocate who has it.
-- SealedZone sets the reader of a transaction (libs/advocacy/src/sealed/sealed-zone.ts).

CREATE POLICY advocate_reads ON sealed.team_key_share FOR SELECT USING (sealed.reader() = 'advocate');

CREATE POLICY advocate_makes ON sealed.team_key_share FOR INSERT
  WITH CHECK (sealed.reader() = 'advocate' AND shared_by = sealed.actor());

CREATE POLICY advocate_changes ON sealed.team_key_share FOR UPDATE
  USING (sealed.reader() = 'advocate')
  WITH CHECK (sealed.reader() = 'advocate' AND shared_by = sealed.actor());

CREATE POLICY backup ON sealed.team_key_share FOR SELECT USING (sealed.backs_up());
