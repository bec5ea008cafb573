import { Injectable } from '@nestjs/common';
import { Database, notFound, Refusal, type Acknowledgement } from '@upstander/platform';
import type { Actor } from '../../access/actor.js';
import type { Browser } from '../../access/current-browser.js';
import { EmailRequestLimits } from '../../rate-limits/email-request-limits.js';
import { RateLimits } from '../../rate-limits/rate-limits.js';
import { RecentSignIn } from '../../sessions/recent-sign-in.js';
import { DataLinks, myDataLink, type OpenDataLink } from '../requests/data-links.service.js';
import { DataRequests } from '../requests/data-requests.service.js';
import { RequestWithdrawals } from '../requests/request-withdrawals.service.js';
import { Erasures } from '../erasures/erasures.service.js';
import { LegalHolds } from '../holds/legal-holds.service.js';
import { ErasureOutcome, type ErasureResult, type MyData, type RequestMyDataInput } from './my-data.type.js';
import { countStoredData } from './count-stored-data.js';

@Injectable()
export class MyDataService {
  constructor(
    private readonly db: Database,
    private readonly limits: RateLimits,
    private readonly emails: EmailRequestLimits,
    private readonly links: DataLinks,
    private readonly requests: DataRequests,
    private readonly recent: RecentSignIn,
    private readonly withdrawals: RequestWithdrawals,
    private readonly erasures: Erasures,
    private readonly legalHolds: LegalHolds,
  ) {}

  /**
   * Response and cost don't depend on the address.
   * @throws Refusal SOLUTION_NEEDED, TOO_MANY_TRIES
   */
  async request(actor: Actor, browser: Browser, input: RequestMyDataInput): Promise<Acknowledgement> {
    const { email, locale, solution } = input;
    await this.emails.consume(actor, browser, { kind: myDataLink, email, solution });
    await this.links.add(this.db, email, locale ?? 'en');
    return { ok: true };
  }

  /**
   * The link works only in the actor's session.
   * @throws Refusal SIGN_IN_AGAIN, SECOND_STEP_AGAIN, TOO_MANY_TRIES
   */
  async open(actor: Actor): Promise<{ token: string }> {
    await this.recent.require(actor);
    await this.limits.consume('my-data-file', String(actor.accountId));
    return { token: await this.links.openFor(actor) };
  }

  /** Returns null if the link has expired. */
  async find(actor: Actor, token: string): Promise<MyData | null> {
    const link = await this.links.find(actor, token);
    if (!link) return null;
    const [request] = await this.db.query<{ status: string; refusedCode: string | null }>(
      `SELECT status, refused_code AS "refusedCode" FROM identity.data_request WHERE email = $1 AND kind = 'erasure' AND status IN ('open', 'approved')`,
      [link.email],
    );
    return {
      email: link.email,
      kept: await countStoredData(this.db, link.email),
      isErasureRequested: request !== undefined,
      canDownload: link.canDownload,
      canWithdraw: request?.status === 'open',
      refusedCode: request?.refusedCode ?? null,
      isOnLegalHold: await this.legalHolds.hasHold(this.db, link.email),
      hasPaid: await this.erasures.needsTwoPeople(link.email),
    };
  }

  /**
   * A refused request is recorded and carried out later.
   * @throws Refusal NOT_FOUND, ROLES_FIRST, LAST_OWNER
   */
  async erase(actor: Actor, token: string): Promise<ErasureResult> {
    await this.limits.consume('public-write', actor.address);
    const { email, locale } = await this.requireOpenLink(actor, token);
    const outcome = await this.requests.openForPerson(email, locale);
    return { outcome: outcome === 'under-way' ? ErasureOutcome.IN_PROGRESS : outcome };
  }

  /** @throws Refusal NOT_FOUND, ERASURE_UNDER_WAY */
  async withdraw(actor: Actor, token: string): Promise<Acknowledgement> {
    await this.limits.consume('public-write', actor.address);
    const { email } = await this.requireOpenLink(actor, token);
    await this.withdrawals.byPerson(email);
    return { ok: true };
  }

  async requireOpenLink(actor: Actor, token: string): Promise<OpenDataLink> {
    const link = await this.links.find(actor, token);
    if (!link) throw notFound('This link');
    return link;
  }

  /** @throws Refusal NOT_FOUND, DOWNLOAD_OVER */
  async startDownload(actor: Actor, token: string): Promise<OpenDataLink> {
    const link = await this.requireOpenLink(actor, token);
    if (await this.links.startDownload(link)) return link;
    throw new Refusal(
      'DOWNLOAD_OVER',
      'This link was used to download your data. Request a new link to download it again.',
    );
  }
}
