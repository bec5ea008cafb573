-- Items for advocates to review because a business or an opportunity closed. A job adds items; advocates acknowledge them in
-- their own name. An item is deleted only with its application.
-- SealedZone sets the reader of a transaction (libs/advocacy/src/sealed/sealed-zone.ts).

CREATE POLICY advocate_reads ON sealed.action_item FOR SELECT USING (sealed.reader() = 'advocate');

CREATE POLICY advocate_acknowledges ON sealed.action_item FOR UPDATE
  USING (sealed.reader() = 'advocate' AND acknowledged_at IS NULL)
  WITH CHECK (
    sealed.reader() = 'advocate'
    AND acknowledged_by = sealed.actor()
    AND acknowledged_at = sealed.clock_now()
  );

CREATE POLICY job_reads ON sealed.action_item FOR SELECT
  USING (sealed.reader() = 'system' AND sealed.job() = 'make-action-items');

CREATE POLICY job_makes ON sealed.action_item FOR INSERT
  WITH CHECK (
    sealed.reader() = 'system'
    AND sealed.job() = 'make-action-items'
    AND acknowledged_at IS NULL
    AND created_at = sealed.clock_now()
  );

CREATE POLICY notices ON sealed.action_item FOR SELECT
  USING (sealed.reader() = 'system' AND sealed.job() = 'make-message-notices');

CREATE POLICY backup ON sealed.action_item FOR SELECT USING (sealed.backs_up());
