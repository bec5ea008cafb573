import { Injectable } from '@nestjs/common';
import { Database, notThere, type Acknowledgement } from '@upstander/platform';
import type { Actor } from '../../access/actor.js';
import { RateLimits } from '../../rate-limits/rate-limits.js';
import { DataLinks, type OpenedLink } from './data-links.service.js';
import { DataRequests } from '../requests/data-requests.service.js';
import { RequestWithdrawals } from '../requests/request-withdrawals.service.js';
import { Erasures } from '../erasures/erasures.service.js';
import { LegalHolds } from '../holds/legal-holds.service.js';
import { ErasureOutcome, type ErasureAnswer, type MyData, type RequestMyDataInput } from './my-data.type.js';
import { keptOf } from './kept-data.js';

/** What a person sees of what is kept about them, and does with it, by the link in their mail. */
@Injectable()
export class MyDataService {
  constructor(
    private readonly db: Database,
    private readonly limits: RateLimits,
    private readonly links: DataLinks,
    private readonly requests: DataRequests,
    private readonly withdrawals: RequestWithdrawals,
    private readonly erasures: Erasures,
    private readonly holds: LegalHolds,
  ) {}

  /** The same answer and the same work for known and unknown addresses. @throws Refusal TOO_MANY_TRIES */
  async request(actor: Actor, { email, locale }: RequestMyDataInput): Promise<Acknowledgement> {
    await this.limits.consume('my-data-link', actor.address);
    await this.limits.consume('my-data-link-by-email', email.toLowerCase());
    await this.links.add(this.db, email, locale ?? 'en');
    return { ok: true };
  }

  /** For whoever is signed in: a link that needs no mail. */
  async open(actor: Actor): Promise<{ token: string }> {
    await this.limits.consume('my-data-link-by-email', actor.email!.toLowerCase());
    return { token: await this.links.openFor(actor.email!, actor.locale ?? 'en') };
  }

  /** Null for a link that is over. */
  async find(token: string): Promise<MyData | null> {
    const link = await this.links.find(token);
    if (!link) return null;
    const [request] = await this.db.query<{ status: string; refusedCode: string | null }>(
      `SELECT status, refused_code AS "refusedCode" FROM identity.data_request WHERE email = $1 AND kind = 'erasure' AND status IN ('open', 'approved')`,
      [link.email],
    );
    return {
      ...{ email: link.email, kept: await keptOf(this.db, link.email), isAsked: request !== undefined },
      canWithdraw: request?.status === 'open',
      refusedCode: request?.refusedCode ?? null,
      isHeld: await this.holds.holds(this.db, link.email),
      hasPaid: await this.erasures.needsTwo(link.email),
    };
  }

  /**
   * Erases the person permanently. A refused request is recorded and carried out later.
   * @throws Refusal NOT_FOUND, ROLES_FIRST, LAST_OWNER
   */
  async erase(actor: Actor, token: string): Promise<ErasureAnswer> {
    await this.limits.consume('public-write', actor.address);
    const { email, locale } = await this.opened(token);
    const outcome = await this.requests.ofPerson(email, locale);
    return { outcome: outcome === 'under-way' ? ErasureOutcome.UNDER_WAY : outcome };
  }

  /** Withdraws the person's erasure request. @throws Refusal NOT_FOUND, ERASURE_UNDER_WAY */
  async withdraw(actor: Actor, token: string): Promise<Acknowledgement> {
    await this.limits.consume('public-write', actor.address);
    const { email } = await this.opened(token);
    await this.withdrawals.byPerson(email);
    return { ok: true };
  }

  /** @throws Refusal NOT_FOUND */
  async opened(token: string): Promise<OpenedLink> {
    const link = await this.links.find(token);
    if (!link) throw notThere('This link');
    return link;
  }
}
