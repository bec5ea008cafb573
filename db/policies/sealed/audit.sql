-- Audit trail of all reads and changes. Append-only, and no reader can write in another's name.
-- SealedZone sets the reader of a transaction (libs/advocacy/src/sealed/sealed-zone.ts).

CREATE POLICY advocate_reads ON sealed.audit FOR SELECT USING (sealed.reader() = 'advocate');

CREATE POLICY chain ON sealed.audit FOR SELECT
  USING (sealed.reader() = 'system' AND sealed.job() = 'check-audit-chain');

CREATE POLICY auditor ON sealed.audit FOR SELECT USING (sealed.reader() = 'auditor');

CREATE POLICY everybody ON sealed.audit FOR INSERT
  WITH CHECK (
    sealed.reader() IN ('advocate', 'person', 'business', 'auditor', 'system')
    AND actor_kind = sealed.reader()
    AND actor_id IS NOT DISTINCT FROM sealed.actor()
    AND at = sealed.clock_now()
  );

CREATE POLICY backup ON sealed.audit FOR SELECT USING (sealed.backs_up());
