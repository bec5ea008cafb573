-- Codes of erased records, so that sending a form again doesn't bring a record back.
-- SealedZone sets the reader of a transaction (libs/advocacy/src/sealed/sealed-zone.ts).

CREATE POLICY own_erased ON sealed.erased FOR INSERT WITH CHECK (sealed.reader() = 'person');

CREATE POLICY purge ON sealed.erased FOR SELECT USING (sealed.reader() = 'system' AND sealed.job() = 'purge-sealed');

CREATE POLICY purge_erases ON sealed.erased FOR DELETE
  USING (sealed.reader() = 'system' AND sealed.job() = 'purge-sealed');

CREATE POLICY by_code ON sealed.erased FOR SELECT USING (sealed.reader() = 'code' AND code_hash = sealed.code());

CREATE POLICY backup ON sealed.erased FOR SELECT USING (sealed.backs_up());
