-- Records under a legal hold, and the reasons.
-- SealedZone sets the reader of a transaction (libs/advocacy/src/sealed/sealed-zone.ts).

CREATE POLICY advocate_reads ON sealed.legal_hold FOR SELECT USING (sealed.reader() = 'advocate');

CREATE POLICY advocate_makes ON sealed.legal_hold FOR INSERT
  WITH CHECK (sealed.reader() = 'advocate' AND placed_by = sealed.actor());

CREATE POLICY advocate_changes ON sealed.legal_hold FOR UPDATE USING (sealed.reader() = 'advocate');

CREATE POLICY own ON sealed.legal_hold FOR SELECT USING (sealed.reader() = 'person' AND record_id = sealed.subject());

CREATE POLICY own_erases ON sealed.legal_hold FOR DELETE
  USING (sealed.reader() = 'person' AND record_id = sealed.subject());

CREATE POLICY purge ON sealed.legal_hold FOR SELECT
  USING (sealed.reader() = 'system' AND sealed.job() = 'purge-sealed');

CREATE POLICY purge_erases ON sealed.legal_hold FOR DELETE
  USING (sealed.reader() = 'system' AND sealed.job() = 'purge-sealed');

CREATE POLICY backup ON sealed.legal_hold FOR SELECT USING (sealed.backs_up());
