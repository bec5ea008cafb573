import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { badInput, Clock, Database, JobQueue, notThere, SignedIds, type Acknowledgement } from '@upstander/platform';
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
    private readonly signedIds: SignedIds,
  ) {}

  /** @throws Refusal TOO_MANY_TRIES, for known and unknown addresses alike; BAD_INPUT; NOT_FOUND for a recurring gift's link. */
  async request(
    actor: Actor,
    { email: typed, recurringGiftToken, locale }: RequestGivingLinkInput,
  ): Promise<Acknowledgement> {
    await this.limits.take('giving-link-by-address', actor.address);
    const email = recurringGiftToken ? await this.donorOf(recurringGiftToken) : typed;
    if (!email) throw badInput({ email: 'required' });
    await this.limits.take('giving-link-by-email', email);
    await this.db.query(mailLink, [email, locale ?? null, this.clock.now(), randomUUID()]);
    this.queue.ring('deliver-due-mail');
    return { ok: true };
  }

  /** Whoever holds the link of one gift learns no address and no other gift by it: the mail goes where all mails went. */
  private async donorOf(recurringGiftToken: string): Promise<string> {
    const link = this.signedIds.open('recurring-gift', recurringGiftToken);
    const [donor] = link
      ? await this.db.query<{ email: string }>(
          `SELECT d.email FROM fundraising.recurring_gift p JOIN fundraising.donor d ON d.id = p.donor_id
           WHERE p.id = $1 AND p.token_version = $2`,
          [link.id, link.version],
        )
      : [];
    if (!donor) throw notThere('This recurring gift');
    return donor.email;
  }
}
