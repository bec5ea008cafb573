-- Keys that an advocate's browser created. The private key is encrypted so that only that browser can open it. Advocates change
-- only their own.
-- SealedZone sets the reader of a transaction (libs/advocacy/src/sealed/sealed-zone.ts).

CREATE POLICY advocate_reads ON sealed.advocate_key FOR SELECT USING (sealed.reader() = 'advocate');

CREATE POLICY advocate_makes ON sealed.advocate_key FOR INSERT
  WITH CHECK (sealed.reader() = 'advocate' AND account_id = sealed.actor());

CREATE POLICY advocate_changes ON sealed.advocate_key FOR UPDATE
  USING (sealed.reader() = 'advocate' AND account_id = sealed.actor());

CREATE POLICY advocate_drops ON sealed.advocate_key FOR DELETE
  USING (sealed.reader() = 'advocate' AND account_id = sealed.actor());

CREATE POLICY backup ON sealed.advocate_key FOR SELECT USING (sealed.backs_up());
