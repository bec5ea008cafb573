import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { badInput, Clock, Database, notFound, SignedIds, type Acknowledgement, type Tx } from '@upstander/platform';
import { BusinessTransitions, invalidTransition } from '../transitions/business-transitions.js';
import { insertBusinessEvent } from '../business-store.js';
import type { Business } from '../business.entity.js';
import type { VerifyDomainInput } from '../business.input.js';
import { BusinessNotifier } from '../mails/business-notifier.js';
import { BusinessMembers } from '../members/business-members.js';
import type { MyBusiness } from '../my-business.js';
import { MyBusinesses } from '../my-businesses.js';
import { domainVerificationPurpose } from '../domain-verification-purpose.js';

const hour = 3_600_000;
/** Lifetime of the emailed link, in hours. */
const linkLifetimeHours = 7 * 24;
/** Repeated requests within this time send no further email. */
const clickMinutes = 5;

/** Verifies that a business receives email at the domain of its website. */
@Injectable()
export class DomainVerifications {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly signedIds: SignedIds,
    private readonly members: BusinessMembers,
    private readonly transitions: BusinessTransitions,
    private readonly notifier: BusinessNotifier,
    private readonly limits: RateLimits,
    private readonly reads: MyBusinesses,
  ) {}

  /**
   * Emails a link to a mailbox at the website's domain, unless the domain is already verified.
   * @throws Refusal NOT_FOUND, MEMBER_FROZEN; BUSINESS_STATUS while it isn't being vetted; BAD_INPUT: mailbox
   * not-a-mailbox; TOO_MANY_TRIES
   */
  async send(actor: Actor, input: VerifyDomainInput): Promise<MyBusiness> {
    await this.members.require(actor, input.businessId);
    const mailbox = mailboxFrom(input.mailbox);
    const business = await this.reads.findOne(actor, input.businessId);
    if (business.domainVerification.state !== 'verified' && !this.isRepeatedRequest(business, mailbox)) {
      await this.admit(actor, business.id, `${mailbox}@${business.domainVerification.domain}`);
    }
    await this.db.transaction((tx) => this.mail(tx, actor, business.id, mailbox));
    return this.reads.findOne(actor, input.businessId);
  }

  /**
   * Idempotent. Fails if staff recorded a failed check after the email was sent.
   * @throws Refusal NOT_FOUND if the link is invalid, expired, or for a former website
   */
  async confirm(token: string): Promise<Acknowledgement> {
    const id = this.signedIds.verify(domainVerificationPurpose, token)?.id;
    if (!id) throw linkNotFound();
    await this.db.transaction(async (tx) => {
      const [known] = await tx.query<{ businessId: string }>(
        'SELECT business_id AS "businessId" FROM opportunities.domain_verification WHERE id = $1',
        [id],
      );
      if (!known) throw linkNotFound();
      await this.complete(tx, await this.transitions.lock(tx, known.businessId), id);
    });
    return { ok: true };
  }

  /** Limits emails, because the recipient didn't ask for one. @throws Refusal TOO_MANY_TRIES */
  private async admit(actor: Actor, businessId: string, address: string): Promise<void> {
    await this.limits.consume('domain-mail-by-account', String(actor.accountId));
    await this.limits.consume('domain-mail-by-business', businessId);
    await this.limits.consume('domain-mail-by-recipient', address);
  }

  private async mail(tx: Tx, actor: Actor, businessId: string, mailbox: string): Promise<void> {
    const business = await this.transitions.lock(tx, businessId);
    await this.members.require(actor, businessId, { tx });
    if (!isVetted(business)) throw invalidTransition(business.status);
    const now = this.clock.now();
    const [nothingToDo] = await tx.query(
      `SELECT FROM opportunities.domain_verification p
       WHERE p.business_id = $1 AND p.domain = $2 AND p.mailbox = $3 AND p.sent_at > $4::timestamptz
       UNION ALL SELECT WHERE 'domain_mail' = ANY (opportunities.evidence_done($1, $5))`,
      [
        businessId,
        business.mailDomain,
        mailbox,
        new Date(now.valueOf() - clickMinutes * 60_000),
        business.evidenceSince,
      ],
    );
    if (nothingToDo) return;
    const [verification] = await tx.query<{ id: string }>(
      `INSERT INTO opportunities.domain_verification (business_id, domain, mailbox, sent_by, sent_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
      [
        businessId,
        business.mailDomain,
        mailbox,
        actor.accountId,
        now,
        new Date(now.valueOf() + linkLifetimeHours * hour),
      ],
    );
    const address = `${mailbox}@${business.mailDomain}`;
    await insertBusinessEvent(tx, {
      businessId,
      at: now,
      actorId: actor.accountId,
      kind: 'domain_mailed',
      note: address,
    });
    const locale = actor.locale ?? 'en';
    await this.notifier.sendDomainVerification(tx, { id: verification!.id, address, locale });
  }

  private async complete(tx: Tx, business: Business, verificationId: string): Promise<void> {
    const at = this.clock.now();
    const [verification] = await tx.query<{ mailbox: string; verifiedAt: Date | null }>(
      `SELECT p.mailbox, p.verified_at AS "verifiedAt" FROM opportunities.domain_verification p
       WHERE p.id = $1 AND p.domain = $2 AND (p.verified_at IS NOT NULL OR p.expires_at > $3)
         AND NOT EXISTS (SELECT FROM opportunities.evidence e WHERE e.business_id = p.business_id
           AND e.kind = 'domain_mail' AND NOT e.passed AND e.recorded_at >= p.sent_at)`,
      [verificationId, business.mailDomain, at],
    );
    if (!verification) throw linkNotFound();
    if (verification.verifiedAt) return;
    if (!isVetted(business)) throw linkNotFound();
    await tx.query('UPDATE opportunities.domain_verification SET verified_at = $2 WHERE id = $1', [verificationId, at]);
    const address = `${verification.mailbox}@${business.mailDomain}`;
    await tx.query(
      `INSERT INTO opportunities.evidence (business_id, round, kind, passed, source, recorded_at)
       VALUES ($1, $2, 'domain_mail', true, $3, $4)`,
      [business.id, business.round, address, at],
    );
    await insertBusinessEvent(tx, {
      businessId: business.id,
      at,
      actorId: null,
      kind: 'domain_verified',
      note: address,
    });
  }

  private isRepeatedRequest({ domainVerification }: MyBusiness, mailbox: string): boolean {
    const since = this.clock.now().valueOf() - clickMinutes * 60_000;
    return (
      domainVerification.sentTo === `${mailbox}@${domainVerification.domain}` &&
      (domainVerification.sentAt?.valueOf() ?? 0) > since
    );
  }
}

/** True if the business is being vetted. Otherwise a verification wouldn't count. */
function isVetted({ status, renewing }: Business): boolean {
  return ['submitted', 'in_review', 'changes_requested'].includes(status) || renewing;
}

function mailboxFrom(text: string): string {
  const mailbox = text.trim().toLowerCase();
  if (!/^[a-z0-9](?:[a-z0-9._+-]{0,62}[a-z0-9])?$/.test(mailbox) || mailbox.includes('..')) {
    throw badInput({ mailbox: 'not-a-mailbox' });
  }
  return mailbox;
}

const linkNotFound = () => notFound('This link');
