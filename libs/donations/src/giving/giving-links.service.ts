import { Injectable } from '@nestjs/common';
import { EmailRequestLimits, type Actor, type Browser } from '@upstander/identity';
import { insertMails, Outbox } from '@upstander/notifications';
import { badInput, Clock, Database, notFound, SignedIds, type Acknowledgement } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { RequestGivingLinkInput } from './my-giving.js';

/**
 * Uses one statement for known and unknown addresses, so that neither response nor timing reveals
 * whether someone gave. Parameters: $1 address, $2 language or null, $3 now, $4 random value.
 */
const mailLink = insertMails({
  template: 'giving-link',
  key: `'giving-link/' || d.id || '/' || $4`,
  subjectId: 'd.id',
  recipient: 'd.email',
  locale: 'coalesce($2, d.locale)',
  dueAt: '$3',
  from: `fundraising.donor d
    WHERE d.email = $1 AND EXISTS (SELECT FROM fundraising.gift g WHERE g.donor_id = d.id AND g.paid_at IS NOT NULL)`,
});

/** The link is never shown in the browser. */
@Injectable()
export class GivingLinks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly limits: EmailRequestLimits,
    private readonly signedIds: SignedIds,
  ) {}

  /**
   * @throws Refusal SOLUTION_NEEDED or TOO_MANY_TRIES, for known and unknown addresses alike; BAD_INPUT; NOT_FOUND for
   * an invalid recurring gift link
   */
  async request(
    actor: Actor,
    browser: Browser,
    { email: emailInput, recurringGiftToken, locale, solution }: RequestGivingLinkInput,
  ): Promise<Acknowledgement> {
    const owner = recurringGiftToken ? await this.donorOf(recurringGiftToken) : null;
    const email = owner?.email ?? emailInput;
    if (!email) throw badInput({ email: 'required' });
    await this.limits.consume(actor, browser, { kind: 'giving-link', email, solution, ownerKey: owner?.id });
    await this.db.query(mailLink, [email, locale ?? null, this.clock.now(), randomUUID()]);
    this.outbox.deliver();
    return { ok: true };
  }

  /**
   * Returns the donor of a recurring gift link. Its holder learns no address and no other gifts, because
   * the email only goes to the donor.
   */
  private async donorOf(recurringGiftToken: string): Promise<{ id: string; email: string }> {
    const link = this.signedIds.verify('recurring-gift', recurringGiftToken);
    const [donor] = link
      ? await this.db.query<{ id: string; email: string }>(
          `SELECT d.id, d.email FROM fundraising.recurring_gift p JOIN fundraising.donor d ON d.id = p.donor_id
           WHERE p.id = $1 AND p.token_version = $2`,
          [link.id, link.version],
        )
      : [];
    if (!donor) throw notFound('This recurring gift');
    return donor;
  }
}
