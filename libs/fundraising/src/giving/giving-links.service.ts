import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { Clock, Database, JobQueue, type Acknowledgement } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { RequestGivingLinkInput } from './my-giving.js';

/**
 * One statement for both: whoever gave gets a mail row, whoever did not gets none, and neither the answer nor the work
 * before it tells which. $1: the address; $2: the language, if one was asked for; $3: now; $4: something new.
 */
const mailLink = `
  INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, due_at)
  SELECT 'giving-link/' || d.id || '/' || $4, 'giving-link', d.id, d.email, coalesce($2, d.locale), $3
  FROM fundraising.donor d
  WHERE d.email = $1 AND EXISTS (SELECT FROM fundraising.gift g WHERE g.donor_id = d.id AND g.paid_at IS NOT NULL)`;

/** "Resend my receipts": the link goes to the address and nowhere else. */
@Injectable()
export class GivingLinks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
    private readonly limits: RateLimits,
  ) {}

  /** @throws Refusal TOO_MANY_TRIES, for known and unknown addresses alike. */
  async request(actor: Actor, { email, locale }: RequestGivingLinkInput): Promise<Acknowledgement> {
    await this.limits.take('giving-link-by-address', actor.address);
    await this.limits.take('giving-link-by-email', email);
    await this.db.query(mailLink, [email, locale ?? null, this.clock.now(), randomUUID()]);
    this.queue.ring('deliver-due-mail');
    return { ok: true };
  }
}
