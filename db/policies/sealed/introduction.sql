-- Introductions of applicants to businesses. A business reads through the policies of consents: without a visible consent, it
-- doesn't see the introduction.
-- SealedZone sets the reader of a transaction (libs/advocacy/src/sealed/sealed-zone.ts).

CREATE POLICY advocate_reads ON sealed.introduction FOR SELECT USING (sealed.reader() = 'advocate');

CREATE POLICY advocate_makes ON sealed.introduction FOR INSERT
  WITH CHECK (sealed.reader() = 'advocate' AND created_by = sealed.actor() AND answer IS NULL);

CREATE POLICY advocate_changes ON sealed.introduction FOR UPDATE USING (sealed.reader() = 'advocate');

CREATE POLICY own ON sealed.introduction FOR SELECT
  USING (sealed.reader() = 'person' AND application_id = sealed.subject());

CREATE POLICY recipient ON sealed.introduction FOR SELECT
  USING (
    sealed.reader() = 'business'
    AND business_id = sealed.subject()
    AND EXISTS (SELECT FROM sealed.consent c WHERE c.id = consent_id)
  );

CREATE POLICY recipient_answers ON sealed.introduction FOR UPDATE
  USING (
    sealed.reader() = 'business'
    AND business_id = sealed.subject()
    AND EXISTS (SELECT FROM sealed.consent c WHERE c.id = consent_id)
  );

CREATE POLICY notices ON sealed.introduction FOR SELECT
  USING (sealed.reader() = 'system' AND sealed.job() = 'make-message-notices');

CREATE POLICY flags ON sealed.introduction FOR SELECT
  USING (sealed.reader() = 'system' AND sealed.job() = 'make-action-items');

CREATE POLICY backup ON sealed.introduction FOR SELECT USING (sealed.backs_up());
