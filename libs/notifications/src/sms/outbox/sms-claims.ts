import { Injectable } from '@nestjs/common';
import { Clock, Config, Database } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { MailRow } from '../../templates/mail-template.js';
import { SmsConsents } from '../consent/sms-consents.service.js';
import { releaseEmails } from '../diversion/sms-emails.js';

export interface ClaimedSms extends MailRow {
  template: string;
  attempts: number;
  firstTriedAt: Date;
  number: string;
  consentId: string | null;
  codeId: string | null;
}

/** No other process sends these texts before `until`. */
export interface ClaimedSmsBatch {
  claim: string;
  until: Date;
  texts: ClaimedSms[];
}

/** `uncounted` releases a text without counting an attempt. */
export type SmsDeliveryOutcome =
  | { id: string; status: 'queued'; at: Date; providerId: string; segments: number }
  | { id: string; status: 'skipped'; error?: string }
  | { id: string; status: 'failed' | 'undelivered'; error: string; errorCode?: number }
  | { id: string; status: 'due'; dueAt: Date; error: string | null; uncounted?: boolean };

const claimTexts = `
  WITH abandoned AS (
    SELECT id FROM notifications.sms WHERE status = 'sending' AND claimed_until < $1
    ORDER BY claimed_until LIMIT $2 FOR UPDATE SKIP LOCKED
  ), due AS (
    SELECT id FROM notifications.sms WHERE status = 'due' AND due_at <= $1
    ORDER BY due_at, id LIMIT $2 - (SELECT count(*) FROM abandoned) FOR UPDATE SKIP LOCKED
  )
  UPDATE notifications.sms
  SET status = 'sending', claimed_by = $3, claimed_until = $4, attempts = attempts + 1,
    first_tried_at = coalesce(first_tried_at, $1)
  FROM (SELECT id FROM abandoned UNION ALL SELECT id FROM due) AS next WHERE sms.id = next.id
  RETURNING sms.id, key, template, subject_id AS "subjectId", recipient::text, locale, data, attempts,
    coalesce(number, '') AS number,    consent_id AS "consentId", code_id AS "codeId", due_at AS "dueAt", first_tried_at AS "firstTriedAt"`;

/** Claims texts like emails (see MailClaims), so that no two workers send the same one. */
@Injectable()
export class SmsClaims {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly consents: SmsConsents,
  ) {}

  async claim(most: number): Promise<ClaimedSmsBatch> {
    const claim = randomUUID();
    const now = this.clock.now();
    const until = this.leaseEnd(now);
    const texts = await this.db.query<ClaimedSms>(claimTexts, [now, most, claim, until]);
    return { claim, until, texts };
  }

  /** Extends the lease of a batch. Returns its new end and the number of texts still claimed. */
  async renew(claim: string): Promise<{ until: Date; kept: number }> {
    const until = this.leaseEnd(this.clock.now());
    const kept = await this.db.query(
      `UPDATE notifications.sms SET claimed_until = $2 WHERE claimed_by = $1 AND status = 'sending' RETURNING id`,
      [claim, until],
    );
    return { until, kept: kept.length };
  }

  /**
   * Records outcomes, except for texts claimed by another process since. A report of the provider that came first stays.
   * Emails that a text replaced are sent after all if the text isn't.
   */
  async mark(claim: string, outcomes: readonly SmsDeliveryOutcome[]): Promise<void> {
    if (outcomes.length === 0) return;
    const now = this.clock.now();
    const rows = outcomes.map((outcome) => ({ error: null, uncounted: false, ...outcome }));
    await this.db.transaction(async (tx) => {
      const marked = await tx.query<{ id: string; status: string; errorCode: number | null }>(
        `UPDATE notifications.sms
         SET status = CASE sms.status WHEN 'sending' THEN outcome.status ELSE sms.status END,
           sent_at = coalesce(sms.sent_at, outcome.at), provider_id = coalesce(sms.provider_id, outcome."providerId"),
           segments = coalesce(outcome.segments, sms.segments), last_error = left(outcome.error, 200),
           error_code = coalesce(sms.error_code, outcome."errorCode"), due_at = coalesce(outcome."dueAt", sms.due_at),
           attempts = sms.attempts - outcome.uncounted::int, claimed_by = NULL, claimed_until = NULL
         FROM jsonb_to_recordset($2::jsonb) AS outcome (id uuid, status text, at timestamptz, "providerId" text,
           segments integer, error text, "errorCode" integer, "dueAt" timestamptz, uncounted boolean)
         WHERE sms.id = outcome.id AND sms.claimed_by = $1
         RETURNING sms.id, sms.status, sms.error_code AS "errorCode"`,
        [claim, JSON.stringify(rows)],
      );
      for (const { id, errorCode } of marked)
        if (errorCode !== null) await this.consents.recordError(tx, id, errorCode);
      await releaseEmails(tx, marked, now);
    });
  }

  private leaseEnd(now: Date): Date {
    return new Date(now.valueOf() + this.config.MAIL_LEASE_SECONDS * 1000);
  }
}
