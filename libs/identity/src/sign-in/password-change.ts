import { Injectable } from '@nestjs/common';
import { Clock, Database, JobQueue } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import type { Browser } from '../access/current-browser.js';
import { noteSecurityEvent } from '../security-events/security-event.js';
import { findContact } from '../accounts/rows/account-columns.js';
import { AccountSeals } from '../accounts/rows/account-seals.js';
import { SessionService } from '../sessions/session.service.js';
import { BreachedPasswords } from './breached-passwords.js';
import { OwnerCheck } from './owner-check.js';
import { Passwords } from './passwords.js';
import type { SetPasswordArgs } from './sign-in.args.js';

@Injectable()
export class PasswordChange {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ownerCheck: OwnerCheck,
    private readonly passwords: Passwords,
    private readonly breached: BreachedPasswords,
    private readonly sessions: SessionService,
    private readonly queue: JobQueue,
    private readonly seals: AccountSeals,
  ) {}

  /** Ends other sessions and notifies the owner by email. @throws Refusal BAD_INPUT, SIGN_IN_AGAIN or TOO_MANY_TRIES */
  async set(actor: Actor, args: SetPasswordArgs, browser: Browser): Promise<{ ok: boolean }> {
    await this.ownerCheck.demand(actor, args.currentPassword, browser);
    return this.replace(actor, args.newPassword, 'password-changed');
  }

  /** @throws Refusal BAD_INPUT, SIGN_IN_AGAIN or TOO_MANY_TRIES */
  async reset(actor: Actor, newPassword: string): Promise<{ ok: boolean }> {
    await this.ownerCheck.requireCode(actor);
    return this.replace(actor, newPassword, 'password-reset');
  }

  private async replace(
    actor: Actor,
    newPassword: string,
    kind: 'password-changed' | 'password-reset',
  ): Promise<{ ok: boolean }> {
    const accountId = actor.accountId ?? '';
    const contact = await findContact(this.db, actor.accountId);
    const hash = await this.passwords.hash(newPassword, contact ?? { email: '', name: '' }, 'newPassword');
    await this.breached.rejectBreached(newPassword, 'newPassword');
    await this.db.transaction(async (tx) => {
      await this.seals.update(tx, await this.seals.lock(tx, accountId), { passwordHash: hash });
      await this.sessions.endOthers(tx, accountId, actor.sessionId ?? '');
      await noteSecurityEvent(tx, { kind, accountId, at: this.clock.now() });
      tx.afterCommit(() => this.queue.enqueue('make-sign-in-mails'));
    });
    return { ok: true };
  }
}
