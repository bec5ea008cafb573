import { Injectable } from '@nestjs/common';
import { Clock, Config, Database } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { MailRow } from '../templates/mail-template.js';

export interface ClaimedMail extends MailRow {
  template: string;
  attempts: number;
  firstTriedAt: Date;
}

/** No other process sends these emails before `until`. */
export interface ClaimedMails {
  claim: string;
  until: Date;
  mails: ClaimedMail[];
}

/** `uncounted` releases an email without counting an attempt. */
export type MailOutcome =
  | { id: string; status: 'sent'; at: Date }
  | { id: string; status: 'skipped'; error?: string }
  | { id: string; status: 'failed'; error: string }
  /** `goneAddress` is set if the address doesn't exist. */
  | { id: string; status: 'bounced'; error: string; goneAddress: string | null }
  | { id: string; status: 'due'; dueAt: Date; error: string | null; uncounted?: boolean };

/**
 * Claims up to $2 emails due at $1 for claim $3 until $4.
 * Expired claims of crashed processes come first, bulk emails (`can_wait`) last.
 */
export const claimMails = `
  WITH abandoned AS (
    SELECT id FROM notifications.mail WHERE status = 'sending' AND claimed_until < $1
    ORDER BY claimed_until LIMIT $2 FOR UPDATE SKIP LOCKED
  ), due AS (
    SELECT id FROM notifications.mail WHERE status = 'due' AND NOT can_wait AND due_at <= $1
    ORDER BY due_at, id LIMIT $2 - (SELECT count(*) FROM abandoned) FOR UPDATE SKIP LOCKED
  ), last AS (
    SELECT id FROM notifications.mail WHERE status = 'due' AND can_wait AND due_at <= $1
    ORDER BY due_at, id LIMIT $2 - (SELECT count(*) FROM abandoned) - (SELECT count(*) FROM due) FOR UPDATE SKIP LOCKED
  )
  UPDATE notifications.mail AS mail
  SET status = 'sending', claimed_by = $3, claimed_until = $4, attempts = attempts + 1,
    first_tried_at = coalesce(first_tried_at, $1)
  FROM (SELECT id FROM abandoned UNION ALL SELECT id FROM due UNION ALL SELECT id FROM last) AS next WHERE mail.id = next.id
  RETURNING mail.id, key, template, subject_id AS "subjectId", recipient::text, locale, data, attempts,
    due_at AS "dueAt", first_tried_at AS "firstTriedAt"`;

@Injectable()
export class MailClaims {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async claim(most: number): Promise<ClaimedMails> {
    const claim = randomUUID();
    const now = this.clock.now();
    const until = this.leaseEnd(now);
    const mails = await this.db.query<ClaimedMail>(claimMails, [now, most, claim, until]);
    return { claim, until, mails };
  }

  /** Extends the lease of a batch. Returns its new end and the number of emails still claimed. */
  async renew(claim: string): Promise<{ until: Date; kept: number }> {
    const until = this.leaseEnd(this.clock.now());
    const kept = await this.db.query(
      `UPDATE notifications.mail SET claimed_until = $2 WHERE claimed_by = $1 AND status = 'sending' RETURNING id`,
      [claim, until],
    );
    return { until, kept: kept.length };
  }

  /** Records outcomes, except for emails claimed by another process since. Emails in a daily summary get the same. */
  async mark(claim: string, outcomes: readonly MailOutcome[]): Promise<void> {
    if (outcomes.length === 0) return;
    const column = <T>(pick: (outcome: MailOutcome) => T) => outcomes.map(pick);
    await this.db.query(
      `WITH marked AS (
       UPDATE notifications.mail AS mail
       SET status = outcome.status, sent_at = outcome.sent_at, last_error = outcome.error,
         due_at = coalesce(outcome.due_at, mail.due_at), attempts = mail.attempts - outcome.uncounted::int,
         claimed_by = NULL, claimed_until = NULL
       FROM unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::text[], $6::timestamptz[], $7::boolean[])
         AS outcome (id, status, sent_at, error, due_at, uncounted)
       WHERE mail.id = outcome.id AND mail.claimed_by = $1 AND mail.status = 'sending'
       RETURNING mail.id, mail.template, mail.status, mail.sent_at, mail.last_error
       )
       UPDATE notifications.mail AS collected
       SET status = marked.status, sent_at = marked.sent_at, last_error = marked.last_error
       FROM marked
       WHERE marked.template = 'daily-digest' AND marked.status <> 'due' AND collected.digest_id = marked.id
         AND collected.status IN ('collected', 'failed', 'bounced')`,
      [
        claim,
        column((o) => o.id),
        column((o) => o.status),
        column((o) => (o.status === 'sent' ? o.at : null)),
        column((o) => ('error' in o ? o.error : null)),
        column((o) => (o.status === 'due' ? o.dueAt : null)),
        column((o) => o.status === 'due' && o.uncounted === true),
      ],
    );
  }

  private leaseEnd(now: Date): Date {
    return new Date(now.valueOf() + this.config.MAIL_LEASE_SECONDS * 1000);
  }
}
