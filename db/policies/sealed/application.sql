-- Applications. Advocates see all records, create them in their own name and delete none. A person with a code sees, changes
-- and deletes their own record. Each job sees only the records it needs.
-- SealedZone sets the reader of a transaction (libs/advocacy/src/sealed/sealed-zone.ts).

CREATE POLICY advocate_reads ON sealed.application FOR SELECT USING (sealed.reader() = 'advocate');

CREATE POLICY advocate_makes ON sealed.application FOR INSERT
  WITH CHECK (sealed.reader() = 'advocate' AND by_advocate = sealed.actor() AND status = 'new');

CREATE POLICY advocate_changes ON sealed.application FOR UPDATE USING (sealed.reader() = 'advocate');

CREATE POLICY own ON sealed.application FOR SELECT USING (sealed.reader() = 'person' AND id = sealed.subject());

CREATE POLICY own_makes ON sealed.application FOR INSERT
  WITH CHECK (
    sealed.reader() = 'person'
    AND id = sealed.subject()
    AND by_advocate IS NULL
    AND taken_by IS NULL
    AND status = 'new'
  );

CREATE POLICY own_changes ON sealed.application FOR UPDATE USING (sealed.reader() = 'person' AND id = sealed.subject());

CREATE POLICY own_erases ON sealed.application FOR DELETE USING (sealed.reader() = 'person' AND id = sealed.subject());

CREATE POLICY purge ON sealed.application FOR SELECT
  USING (sealed.reader() = 'system' AND sealed.job() = 'purge-sealed');

CREATE POLICY purge_erases ON sealed.application FOR DELETE
  USING (sealed.reader() = 'system' AND sealed.job() = 'purge-sealed');

CREATE POLICY notices ON sealed.application FOR SELECT
  USING (sealed.reader() = 'system' AND sealed.job() = 'make-message-notices');

CREATE POLICY flags ON sealed.application FOR SELECT
  USING (sealed.reader() = 'system' AND sealed.job() = 'make-action-items');

CREATE POLICY by_code ON sealed.application FOR SELECT USING (sealed.reader() = 'code' AND code_hash = sealed.code());

CREATE POLICY backup ON sealed.application FOR SELECT USING (sealed.backs_up());
