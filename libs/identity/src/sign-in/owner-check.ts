import { Injectable } from '@nestjs/common';
import { badInput, Clock, Database, Refusal } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import type { Browser } from '../access/current-browser.js';
import { RateLimits } from '../rate-limits/rate-limits.js';
import { SecurityEvents } from '../security-events/security-events.js';
import { AccountSeals } from '../accounts/rows/account-seals.js';
import { SessionSeals } from '../sessions/session-seals.js';
import { SessionService } from '../sessions/session.service.js';
import { Passwords } from './passwords.js';

/** Protects against unattended computers and stolen sessions. */
@Injectable()
export class OwnerCheck {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
    private readonly passwords: Passwords,
    private readonly events: SecurityEvents,
    private readonly sessions: SessionService,
    private readonly accounts: AccountSeals,
    private readonly seals: SessionSeals,
  ) {}

  /**
   * Checks the password, or, without one, that the session started within 15 minutes. Between the two sign-in steps the
   * first counts as proof. After the password check the session gets a new token.
   * @throws Refusal BAD_INPUT (`currentPassword`), SIGN_IN_AGAIN or TOO_MANY_TRIES
   */
  async demand(actor: Actor, currentPassword: string | null | undefined, browser: Browser): Promise<void> {
    const accountId = actor.accountId ?? actor.halfSignedIn?.accountId ?? '';
    await this.limits.consume('prove-again', accountId);
    const { passwordHash } = await this.db.transaction((tx) => this.accounts.lock(tx, accountId));
    if (passwordHash && !actor.halfSignedIn) {
      if (await this.passwords.matches(passwordHash, currentPassword ?? '')) {
        const renewedSession = await this.sessions.renew(this.db, actor, { browser });
        if (renewedSession) this.sessions.setCookie(renewedSession, browser);
        return;
      }
      if (currentPassword) this.events.record({ kind: 'proof-failed', accountId, address: actor.address });
      throw badInput({ currentPassword: currentPassword ? 'wrong' : 'required' }, 'This is not your current password.');
    }
    const session = await this.seals.find(this.db, actor.sessionId ?? actor.halfSignedIn?.sessionId);
    if (!session || !this.isFresh(session.createdAt))
      throw new Refusal('SIGN_IN_AGAIN', 'Please sign in again first. Your last sign-in wasn’t recent enough.');
  }

  /**
   * For replacing a forgotten password. The session must have started with an emailed code within 15 minutes, and with an
   * authenticator code if the account has an app.
   * @throws Refusal SIGN_IN_AGAIN or TOO_MANY_TRIES
   */
  async requireCode(actor: Actor): Promise<void> {
    await this.limits.consume('prove-again', actor.accountId ?? '');
    const account = await this.db.transaction((tx) => this.accounts.lock(tx, actor.accountId ?? ''));
    const session = await this.seals.find(this.db, actor.sessionId);
    const recent =
      session?.accountId === account.id &&
      session.firstStep === 'code' &&
      this.isFresh(session.createdAt) &&
      (session.secondStep === 'done' || account.totpConfirmedAt === null);
    if (!recent)
      throw new Refusal('SIGN_IN_AGAIN', 'Please sign in with an emailed code first, then choose a password.');
  }

  private isFresh(signedInAt: Date): boolean {
    return signedInAt.valueOf() > this.clock.now().valueOf() - 15 * 60_000;
  }
}
