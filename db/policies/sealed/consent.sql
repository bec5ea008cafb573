-- Consents to share information. They can be given and revoked only at the current time. The business sees a consent while it
-- is active.
-- SealedZone sets the reader of a transaction (libs/advocacy/src/sealed/sealed-zone.ts).

CREATE POLICY advocate_reads ON sealed.consent FOR SELECT USING (sealed.reader() = 'advocate');

CREATE POLICY advocate_makes ON sealed.consent FOR INSERT
  WITH CHECK (
    sealed.reader() = 'advocate'
    AND recorded_by = sealed.actor()
    AND revoked_at IS NULL
    AND (given_how = 'by_code') = (given_at IS NULL)
  );

CREATE POLICY advocate_changes ON sealed.consent FOR UPDATE
  USING (sealed.reader() = 'advocate')
  WITH CHECK (sealed.reader() = 'advocate' AND revoked_at = sealed.clock_now());

CREATE POLICY own ON sealed.consent FOR SELECT USING (sealed.reader() = 'person' AND application_id = sealed.subject());

CREATE POLICY own_changes ON sealed.consent FOR UPDATE
  USING (sealed.reader() = 'person' AND application_id = sealed.subject())
  WITH CHECK (
    sealed.reader() = 'person'
    AND application_id = sealed.subject()
    AND sealed.clock_now() IN (given_at, revoked_at)
  );

CREATE POLICY recipient ON sealed.consent FOR SELECT
  USING (
    sealed.reader() = 'business'
    AND recipient_business_id = sealed.subject()
    AND given_at <= sealed.clock_now()
    AND revoked_at IS NULL
    AND expires_at > sealed.clock_now()
  );

CREATE POLICY notices ON sealed.consent FOR SELECT
  USING (sealed.reader() = 'system' AND sealed.job() = 'make-message-notices');

CREATE POLICY flags ON sealed.consent FOR SELECT
  USING (sealed.reader() = 'system' AND sealed.job() = 'make-action-items');

-- Consents end when staff stop a business. It needs new consents, even if it is approved again later.
CREATE POLICY flags_end ON sealed.consent FOR UPDATE
  USING (sealed.reader() = 'system' AND sealed.job() = 'make-action-items')
  WITH CHECK (
    sealed.reader() = 'system'
    AND sealed.job() = 'make-action-items'
    AND revoked_at = sealed.clock_now()
  );

CREATE POLICY backup ON sealed.consent FOR SELECT USING (sealed.backs_up());
