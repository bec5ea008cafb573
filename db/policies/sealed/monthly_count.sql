-- Monthly totals, which outlive the records.
-- SealedZone sets the reader of a transaction (libs/advocacy/src/sealed/sealed-zone.ts).

CREATE POLICY totals ON sealed.monthly_count FOR SELECT USING (sealed.reader() = 'system' AND sealed.job() = 'advocacy-report');

CREATE POLICY counts ON sealed.monthly_count FOR INSERT WITH CHECK (sealed.reader() IN ('advocate', 'person'));

CREATE POLICY backup ON sealed.monthly_count FOR SELECT USING (sealed.backs_up());
