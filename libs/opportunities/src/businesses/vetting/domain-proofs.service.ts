import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor, type LocaleName } from '@upstander/identity';
import { badInput, Clock, Database, notThere, SignedIds, type Acknowledgement, type Tx } from '@upstander/platform';
import { BusinessSteps, notFromHere } from '../business-steps.js';
import { noteEvent } from '../business-store.js';
import type { Business } from '../business.entity.js';
import type { ProveDomainInput } from '../business.input.js';
import { BusinessPost } from '../mails/business-post.js';
import { BusinessMembers } from '../members/business-members.js';
import type { MyBusiness } from '../my-business.js';
import { MyBusinesses } from '../my-businesses.js';
import { domainProofPurpose } from './domain-proof-purpose.js';

const hour = 3_600_000;
/** How long the link in the mail is good for. */
const linkHours = 7 * 24;
/** A second click within this is the first one. */
const clickMinutes = 5;

/** A mail to the domain of the website: whoever follows its link reads mail there. */
@Injectable()
export class DomainProofs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly signedIds: SignedIds,
    private readonly members: BusinessMembers,
    private readonly steps: BusinessSteps,
    private readonly post: BusinessPost,
    private readonly limits: RateLimits,
    private readonly reads: MyBusinesses,
  ) {}

  /**
   * Mails a link to a mailbox at the domain of the website, once for several clicks; nothing is mailed when the domain
   * is proven.
   * @throws Refusal NOT_FOUND, MEMBER_FROZEN; BUSINESS_STATUS while nobody vets it; BAD_INPUT: mailbox not-a-mailbox;
   * TOO_MANY_TRIES.
   */
  async send(actor: Actor, input: ProveDomainInput): Promise<MyBusiness> {
    await this.members.require(actor, input.businessId);
    const mailbox = mailboxFrom(input.mailbox);
    const business = await this.reads.one(actor, input.businessId);
    if (business.domainProof.state !== 'proven' && !this.isAgain(business, mailbox)) {
      await this.admit(actor, business.id, `${mailbox}@${business.domainProof.domain}`);
    }
    await this.db.transaction((tx) => this.mail(tx, actor, business.id, mailbox));
    return this.reads.one(actor, input.businessId);
  }

  /**
   * Whoever has the link read the mail. Twice is once; a link that a newer look by staff overruled proves nothing more.
   * @throws Refusal NOT_FOUND for a link that is wrong, old, or of a website that is another one now.
   */
  async confirm(token: string): Promise<Acknowledgement> {
    const id = this.signedIds.open(domainProofPurpose, token)?.id;
    if (!id) throw noLink();
    await this.db.transaction(async (tx) => {
      const [known] = await tx.query<{ businessId: string }>(
        'SELECT business_id AS "businessId" FROM opportunities.domain_proof WHERE id = $1',
        [id],
      );
      if (!known) throw noLink();
      await this.prove(tx, await this.steps.hold(tx, known.businessId), id);
    });
    return { ok: true };
  }

  /** The address is somebody's who did not ask for a mail. @throws Refusal TOO_MANY_TRIES. */
  private async admit(actor: Actor, businessId: string, address: string): Promise<void> {
    await this.limits.take('domain-mail-by-account', String(actor.accountId));
    await this.limits.take('domain-mail-by-business', businessId);
    await this.limits.take('domain-mail-by-recipient', address);
  }

  private async mail(tx: Tx, actor: Actor, businessId: string, mailbox: string): Promise<void> {
    const business = await this.steps.hold(tx, businessId);
    await this.members.require(actor, businessId, { tx });
    if (!isVetted(business)) throw notFromHere(business.status);
    const now = this.clock.now();
    const [nothingToDo] = await tx.query(
      `SELECT FROM opportunities.domain_proof p
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
    const [proof] = await tx.query<{ id: string; locale: LocaleName }>(
      `INSERT INTO opportunities.domain_proof (business_id, domain, mailbox, sent_by, sent_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING id, (SELECT locale FROM identity.account WHERE id = $4) AS locale`,
      [...[businessId, business.mailDomain, mailbox, actor.accountId, now], new Date(now.valueOf() + linkHours * hour)],
    );
    const address = `${mailbox}@${business.mailDomain}`;
    await noteEvent(tx, { businessId, at: now, actorId: actor.accountId, kind: 'domain_mailed', note: address });
    await this.post.domainProof(tx, { id: proof!.id, address, locale: proof!.locale });
  }

  private async prove(tx: Tx, business: Business, proofId: string): Promise<void> {
    const at = this.clock.now();
    const [proof] = await tx.query<{ mailbox: string; provenAt: Date | null }>(
      `SELECT p.mailbox, p.proven_at AS "provenAt" FROM opportunities.domain_proof p
       WHERE p.id = $1 AND p.domain = $2 AND (p.proven_at IS NOT NULL OR p.expires_at > $3)
         AND NOT EXISTS (SELECT FROM opportunities.evidence e WHERE e.business_id = p.business_id
           AND e.kind = 'domain_mail' AND NOT e.passed AND e.recorded_at >= p.sent_at)`,
      [proofId, business.mailDomain, at],
    );
    if (!proof) throw noLink();
    if (proof.provenAt) return;
    if (!isVetted(business)) throw noLink();
    await tx.query('UPDATE opportunities.domain_proof SET proven_at = $2 WHERE id = $1', [proofId, at]);
    const address = `${proof.mailbox}@${business.mailDomain}`;
    await tx.query(
      `INSERT INTO opportunities.evidence (business_id, round, kind, passed, source, recorded_at)
       VALUES ($1, $2, 'domain_mail', true, $3, $4)`,
      [business.id, business.round, address, at],
    );
    await noteEvent(tx, { businessId: business.id, at, actorId: null, kind: 'domain_proven', note: address });
  }

  private isAgain({ domainProof }: MyBusiness, mailbox: string): boolean {
    const since = this.clock.now().valueOf() - clickMinutes * 60_000;
    return domainProof.sentTo === `${mailbox}@${domainProof.domain}` && (domainProof.sentAt?.valueOf() ?? 0) > since;
  }
}

/** Whether somebody vets the business now: otherwise a proof would count for nothing. */
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

const noLink = () => notThere('This link');
