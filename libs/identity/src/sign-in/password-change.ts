import { Injectable } from '@nestjs/common';
import { badInput, Clock, Database, Refusal } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import { noteSecurityEvent } from '../accounts/security-event.entity.js';
import { RateLimits } from '../rate-limits/rate-limits.js';
import { SessionService } from '../sessions/session.service.js';
import { Passwords } from './passwords.js';
import type { SetPasswordArgs } from './sign-in.args.js';

/** Choosing and changing a password. */
@Injectable()
export class PasswordChange {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
    private readonly passwords: Passwords,
    private readonly sessions: SessionService,
  ) {}

  /**
   * Sets the actor's password and signs every other browser out.
   * @throws Refusal BAD_INPUT, SIGN_IN_AGAIN or TOO_MANY_TRIES
   */
  async set(actor: Actor, { currentPassword, newPassword }: SetPasswordArgs): Promise<{ ok: boolean }> {
    const accountId = actor.accountId ?? '';
    await this.limits.take('set-password', accountId);
    await this.proveAgain(actor, currentPassword ?? '');
    const hash = await this.passwords.hash(newPassword, { email: actor.email ?? '' }, 'newPassword');
    await this.db.transaction(async (tx) => {
      await tx.query('UPDATE identity.account SET password_hash = $2 WHERE id = $1', [accountId, hash]);
      await this.sessions.endOthers(tx, accountId, actor.sessionId ?? '');
      await noteSecurityEvent(tx, { kind: 'password-changed', accountId, at: this.clock.now() });
    });
    return { ok: true };
  }

  /** A session found open on a desk must not be enough to lock its owner out. */
  private async proveAgain(actor: Actor, currentPassword: string): Promise<void> {
    const [account] = await this.db.query<{ hash: string | null; fresh: boolean }>(
      `SELECT a.password_hash AS hash, s.created_at > $3::timestamptz - interval '15 minutes' AS fresh
       FROM identity.account a JOIN identity.session s ON s.account_id = a.id WHERE a.id = $1 AND s.id = $2`,
      [actor.accountId, actor.sessionId, this.clock.now()],
    );
    if (!account?.hash) {
      if (!account?.fresh) throw new Refusal('SIGN_IN_AGAIN', 'Please sign in again before you choose a password.');
    } else if (!(await this.passwords.matches(account.hash, currentPassword))) {
      throw badInput({ currentPassword: 'wrong' }, 'This is not your current password.');
    }
  }
}
