import { Injectable } from '@nestjs/common';
import { Clock, Database, isUuid, JobQueue, notThere } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import { AccountService } from '../accounts/account.service.js';
import type { Account } from '../accounts/account.type.js';
import { noteSecurityEvent } from '../accounts/security-event.entity.js';
import { SessionService } from '../sessions/session.service.js';

/** What an admin can do for somebody whose phone is gone. */
@Injectable()
export class SecondStepReset {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly sessions: SessionService,
    private readonly accounts: AccountService,
    private readonly queue: JobQueue,
  ) {}

  /**
   * Forgets the authenticator app and signs the person out everywhere: the lost phone is worth nothing from now on, and
   * the next sign-in sets a new app up. @throws Refusal NOT_FOUND
   */
  async reset(actor: Actor, accountId: string): Promise<Account> {
    if (!isUuid(accountId)) throw notThere('This account');
    await this.db.transaction(async (tx) => {
      const found = await tx.query(
        `UPDATE identity.account SET totp_secret_sealed = NULL, totp_confirmed_at = NULL, totp_last_step = NULL
         WHERE id = $1 RETURNING id`,
        [accountId],
      );
      if (found.length === 0) throw notThere('This account');
      await this.sessions.endAll(tx, accountId);
      await noteSecurityEvent(tx, {
        kind: 'second-step-reset',
        accountId,
        by: actor.accountId,
        at: this.clock.now(),
      });
      tx.afterCommit(() => this.queue.ring('make-sign-in-mails'));
    });
    return this.accounts.byId(accountId);
  }
}
