-- Notices that tell a person about a message. The person turns them on and off with their code, an advocate's message requests
-- one, and a job sends it. Advocates can't turn them on.
-- SealedZone sets the reader of a transaction (libs/advocacy/src/sealed/sealed-zone.ts).

CREATE POLICY advocate_reads ON sealed.person_notice FOR SELECT USING (sealed.reader() = 'advocate');

CREATE POLICY advocate_requests ON sealed.person_notice FOR UPDATE
  USING (sealed.reader() = 'advocate' AND status = 'idle' AND choice IS NOT NULL)
  WITH CHECK (sealed.reader() = 'advocate' AND status = 'waiting' AND requested_at = sealed.clock_now());

CREATE POLICY own ON sealed.person_notice FOR SELECT USING (sealed.reader() = 'person' AND record_id = sealed.subject());

CREATE POLICY own_makes ON sealed.person_notice FOR INSERT
  WITH CHECK (
    sealed.reader() = 'person'
    AND record_id = sealed.subject()
    AND status = 'idle'
    AND sent_at IS NULL
  );

CREATE POLICY own_changes ON sealed.person_notice FOR UPDATE
  USING (sealed.reader() = 'person' AND record_id = sealed.subject());

CREATE POLICY own_erases ON sealed.person_notice FOR DELETE
  USING (sealed.reader() = 'person' AND record_id = sealed.subject());

CREATE POLICY job_reads ON sealed.person_notice FOR SELECT
  USING (sealed.reader() = 'system' AND sealed.job() = 'send-discreet-notices');

-- A notice is recorded as sent before it leaves. If the server didn't take it, it waits again. After STOP, only the person can
-- turn notices on again.
CREATE POLICY job_sends ON sealed.person_notice FOR UPDATE
  USING (sealed.reader() = 'system' AND sealed.job() = 'send-discreet-notices' AND status IN ('waiting', 'sent'))
  WITH CHECK (
    sealed.reader() = 'system'
    AND sealed.job() = 'send-discreet-notices'
    AND (status IN ('waiting', 'failed', 'stopped') OR (status = 'sent' AND sent_at = sealed.clock_now()))
  );

CREATE POLICY purge ON sealed.person_notice FOR SELECT
  USING (sealed.reader() = 'system' AND sealed.job() = 'purge-sealed');

CREATE POLICY purge_erases ON sealed.person_notice FOR DELETE
  USING (sealed.reader() = 'system' AND sealed.job() = 'purge-sealed');

CREATE POLICY backup ON sealed.person_notice FOR SELECT USING (sealed.backs_up());
