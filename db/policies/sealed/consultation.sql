-- Requests for a consultation. Advocates see all records and delete none. A person with a code sees, changes and deletes their
-- own record. Each job sees only the records it needs.
-- SealedZone sets the reader of a transaction (libs/advocacy/src/sealed/sealed-zone.ts).

CREATE POLICY advocate_reads ON sealed.consultation FOR SELECT USING (sealed.reader() = 'advocate');

CREATE POLICY advocate_changes ON sealed.consultation FOR UPDATE USING (sealed.reader() = 'advocate');

CREATE POLICY own ON sealed.consultation FOR SELECT USING (sealed.reader() = 'person' AND id = sealed.subject());

CREATE POLICY own_makes ON sealed.consultation FOR INSERT
  WITH CHECK (
    sealed.reader() = 'person'
    AND id = sealed.subject()
    AND taken_by IS NULL
    AND status = 'new'
    AND conflict_note IS NULL
    AND appointment_at IS NULL
  );

CREATE POLICY own_changes ON sealed.consultation FOR UPDATE
  USING (sealed.reader() = 'person' AND id = sealed.subject());

CREATE POLICY own_erases ON sealed.consultation FOR DELETE USING (sealed.reader() = 'person' AND id = sealed.subject());

CREATE POLICY purge ON sealed.consultation FOR SELECT
  USING (sealed.reader() = 'system' AND sealed.job() = 'purge-sealed');

CREATE POLICY purge_erases ON sealed.consultation FOR DELETE
  USING (sealed.reader() = 'system' AND sealed.job() = 'purge-sealed');

CREATE POLICY notices ON sealed.consultation FOR SELECT
  USING (sealed.reader() = 'system' AND sealed.job() = 'make-message-notices');

CREATE POLICY by_code ON sealed.consultation FOR SELECT USING (sealed.reader() = 'code' AND code_hash = sealed.code());

CREATE POLICY backup ON sealed.consultation FOR SELECT USING (sealed.backs_up());
