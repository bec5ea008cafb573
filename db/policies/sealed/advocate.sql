-- Accounts that may read as an advocate. Advocates see their own entry; the job keep-advocates adds and removes entries.
-- SealedZone sets the reader of a transaction (libs/advocacy/src/sealed/sealed-zone.ts).

CREATE POLICY own ON sealed.advocate FOR SELECT USING (sealed.reader() = 'advocate' AND account_id = sealed.actor());

CREATE POLICY keeps ON sealed.advocate FOR SELECT
  USING (sealed.reader() = 'system' AND sealed.job() = 'keep-advocates');

CREATE POLICY adds ON sealed.advocate FOR INSERT
  WITH CHECK (sealed.reader() = 'system' AND sealed.job() = 'keep-advocates');

CREATE POLICY removes ON sealed.advocate FOR DELETE
  USING (sealed.reader() = 'system' AND sealed.job() = 'keep-advocates');

CREATE POLICY backup ON sealed.advocate FOR SELECT USING (sealed.backs_up());
