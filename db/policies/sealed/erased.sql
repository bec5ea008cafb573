-- Which codes were erased, so that a form that is sent again does not bring a record back.
-- Who reads in a transaction is set by SealedZone (libs/advocacy/src/sealed/sealed-zone.ts).

CREATE POLICY own_erased ON sealed.erased FOR INSERT WITH CHECK (sealed.reader() = 'person');

CREATE POLICY purge ON sealed.erased FOR SELECT USING (sealed.reader() = 'system' AND sealed.job() = 'purge-sealed');

CREATE POLICY purge_erases ON sealed.erased FOR DELETE
  USING (sealed.reader() = 'system' AND sealed.job() = 'purge-sealed');

CREATE POLICY by_code ON sealed.erased FOR SELECT USING (sealed.reader() = 'code' AND code_hash = sealed.code());

CREATE POLICY backup ON sealed.erased FOR SELECT USING (sealed.backs_up());
