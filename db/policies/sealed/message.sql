-- Messages between advocate and person, and between advocate and business about an introduction. A business reads through the
-- policies of introductions.
-- SealedZone sets the reader of a transaction (libs/advocacy/src/sealed/sealed-zone.ts).

CREATE POLICY advocate_reads ON sealed.message FOR SELECT USING (sealed.reader() = 'advocate');

CREATE POLICY advocate_makes ON sealed.message FOR INSERT
  WITH CHECK (sealed.reader() = 'advocate' AND from_whom = 'advocate' AND author_id = sealed.actor());

CREATE POLICY advocate_changes ON sealed.message FOR UPDATE USING (sealed.reader() = 'advocate');

CREATE POLICY own ON sealed.message FOR SELECT
  USING (sealed.reader() = 'person' AND record_id = sealed.subject() AND introduction_id IS NULL);

CREATE POLICY own_writes ON sealed.message FOR INSERT
  WITH CHECK (
    sealed.reader() = 'person'
    AND record_id = sealed.subject()
    AND introduction_id IS NULL
    AND from_whom = 'person'
  );

CREATE POLICY own_reads ON sealed.message FOR UPDATE
  USING (
    sealed.reader() = 'person'
    AND record_id = sealed.subject()
    AND introduction_id IS NULL
    AND from_whom = 'advocate'
  );

CREATE POLICY own_erases ON sealed.message FOR DELETE
  USING (sealed.reader() = 'person' AND record_id = sealed.subject() AND introduction_id IS NULL);

CREATE POLICY recipient ON sealed.message FOR SELECT
  USING (sealed.reader() = 'business' AND EXISTS (SELECT FROM sealed.introduction i WHERE i.id = introduction_id));

CREATE POLICY recipient_writes ON sealed.message FOR INSERT
  WITH CHECK (
    sealed.reader() = 'business'
    AND from_whom = 'business'
    AND author_id = sealed.actor()
    AND EXISTS (SELECT FROM sealed.introduction i WHERE i.id = introduction_id)
  );

CREATE POLICY recipient_reads ON sealed.message FOR UPDATE
  USING (
    sealed.reader() = 'business'
    AND from_whom = 'advocate'
    AND EXISTS (SELECT FROM sealed.introduction i WHERE i.id = introduction_id)
  );

CREATE POLICY purge ON sealed.message FOR SELECT USING (sealed.reader() = 'system' AND sealed.job() = 'purge-sealed');

CREATE POLICY purge_erases ON sealed.message FOR DELETE
  USING (sealed.reader() = 'system' AND sealed.job() = 'purge-sealed');

CREATE POLICY notices ON sealed.message FOR SELECT
  USING (sealed.reader() = 'system' AND sealed.job() = 'make-message-notices');

CREATE POLICY backup ON sealed.message FOR SELECT USING (sealed.backs_up());
