import { Injectable } from '@nestjs/common';
import { Clock, Database, isUuid, notThere, Refusal, type Tx } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import { anotherAdminStays } from '../grants/grant.service.js';
import { Notices } from '../notices/notices.js';
import { FreshSecondStep } from '../second-step/fresh-second-step.js';
import { SessionService } from '../sessions/session.service.js';
import { noteSecurityEvent } from './security-event.js';

/** Closing somebody's way in, and opening it again. What they did stays; a closed account signs in like an unknown one. */
@Injectable()
export class AccountAccess {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly fresh: FreshSecondStep,
    private readonly sessions: SessionService,
    private readonly notices: Notices,
  ) {}

  /** @throws Refusal NOT_FOUND, NOT_YOURSELF, LAST_ADMIN or SECOND_STEP_AGAIN */
  disable(actor: Actor, accountId: string): Promise<string> {
    return this.change(actor, accountId, async (tx, at) => {
      await this.fresh.demand(tx, actor);
      const admin = await tx.query(`SELECT FROM identity."grant" WHERE account_id = $1 AND role = 'admin'`, [
        accountId,
      ]);
      if (admin.length > 0) await anotherAdminStays(tx, accountId);
      const closed = await tx.query(
        'UPDATE identity.account SET disabled_at = $2 WHERE id = $1 AND disabled_at IS NULL RETURNING id',
        [accountId, at],
      );
      if (closed.length === 0) return;
      await this.sessions.endAll(tx, accountId);
      await noteSecurityEvent(tx, { kind: 'account-disabled', accountId, by: actor.accountId, at });
      await this.notices.notifyAdmins(tx, { kind: 'account-disabled', accountId, by: actor.accountId });
    });
  }

  /** @throws Refusal NOT_FOUND, NOT_YOURSELF or SECOND_STEP_AGAIN */
  enable(actor: Actor, accountId: string): Promise<string> {
    return this.change(actor, accountId, async (tx, at) => {
      await this.fresh.demand(tx, actor);
      const opened = await tx.query(
        'UPDATE identity.account SET disabled_at = NULL WHERE id = $1 AND disabled_at IS NOT NULL RETURNING id',
        [accountId],
      );
      if (opened.length === 0) return;
      await noteSecurityEvent(tx, { kind: 'account-enabled', accountId, by: actor.accountId, at });
      await this.notices.notifyAdmins(tx, { kind: 'account-enabled', accountId, by: actor.accountId });
    });
  }

  /** Signs somebody out everywhere. @throws Refusal NOT_FOUND or NOT_YOURSELF */
  endSessions(actor: Actor, accountId: string): Promise<string> {
    return this.change(actor, accountId, async (tx, at) => {
      await this.sessions.endAll(tx, accountId);
      await noteSecurityEvent(tx, { kind: 'sessions-ended', accountId, by: actor.accountId, at });
      await this.notices.notifyOwner(tx, { kind: 'sessions-ended', accountId, by: actor.accountId });
    });
  }

  private async change(actor: Actor, accountId: string, work: (tx: Tx, at: Date) => Promise<void>): Promise<string> {
    if (!isUuid(accountId)) throw notThere('This account');
    if (accountId === actor.accountId)
      throw new Refusal('NOT_YOURSELF', 'Somebody else has to do this with your account.');
    await this.db.transaction(async (tx) => {
      const [account] = await tx.query('SELECT FROM identity.account WHERE id = $1 FOR UPDATE', [accountId]);
      if (!account) throw notThere('This account');
      await work(tx, this.clock.now());
    });
    return accountId;
  }
}
