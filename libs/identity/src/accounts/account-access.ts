import { Injectable } from '@nestjs/common';
import { Clock, Database, Refusal, type Tx } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import { requireAnotherAdmin } from '../grants/grant.service.js';
import { Notices } from '../notices/notices.js';
import { FreshSecondStep } from '../authenticators/fresh-second-step.js';
import { AccountSeals, type SealedAccount } from './rows/account-seals.js';
import { SessionService } from '../sessions/session.service.js';
import { noteSecurityEvent } from '../security-events/security-event.js';

/** Past actions of a disabled account are kept. It signs in like an unknown one. */
@Injectable()
export class AccountAccess {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly freshSecondStep: FreshSecondStep,
    private readonly sessions: SessionService,
    private readonly notices: Notices,
    private readonly seals: AccountSeals,
  ) {}

  /** @throws Refusal NOT_FOUND, NOT_YOURSELF, LAST_ADMIN or SECOND_STEP_AGAIN */
  disable(actor: Actor, accountId: string): Promise<string> {
    return this.change(actor, accountId, async (tx, at, account) => {
      await this.freshSecondStep.require(tx, actor);
      const admin = await tx.query(`SELECT FROM identity."grant" WHERE account_id = $1 AND role = 'admin'`, [
        accountId,
      ]);
      if (admin.length > 0) await requireAnotherAdmin(tx, accountId);
      if (account.disabledAt) return;
      await this.seals.update(tx, account, { disabledAt: at });
      await this.sessions.endAll(tx, accountId);
      await noteSecurityEvent(tx, { kind: 'account-disabled', accountId, by: actor.accountId, at });
      await this.notices.notifyAdmins(tx, { kind: 'account-disabled', accountId, by: actor.accountId });
    });
  }

  /** @throws Refusal NOT_FOUND, NOT_YOURSELF or SECOND_STEP_AGAIN */
  enable(actor: Actor, accountId: string): Promise<string> {
    return this.change(actor, accountId, async (tx, at, account) => {
      await this.freshSecondStep.require(tx, actor);
      if (!account.disabledAt) return;
      await this.seals.update(tx, account, { disabledAt: null });
      await noteSecurityEvent(tx, { kind: 'account-enabled', accountId, by: actor.accountId, at });
      await this.notices.notifyAdmins(tx, { kind: 'account-enabled', accountId, by: actor.accountId });
    });
  }

  /** @throws Refusal NOT_FOUND or NOT_YOURSELF */
  endSessions(actor: Actor, accountId: string): Promise<string> {
    return this.change(actor, accountId, async (tx, at) => {
      await this.sessions.endAll(tx, accountId);
      await noteSecurityEvent(tx, { kind: 'sessions-ended', accountId, by: actor.accountId, at });
      await this.notices.notifyOwner(tx, { kind: 'sessions-ended', accountId, by: actor.accountId });
    });
  }

  private async change(
    actor: Actor,
    accountId: string,
    work: (tx: Tx, at: Date, account: SealedAccount) => Promise<void>,
  ): Promise<string> {
    if (accountId === actor.accountId)
      throw new Refusal('NOT_YOURSELF', 'Someone else has to do this for your account.');
    await this.db.transaction(async (tx) => {
      await work(tx, this.clock.now(), await this.seals.lock(tx, accountId));
    });
    return accountId;
  }
}
