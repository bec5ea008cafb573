import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, JobQueue, Refusal, type Tx } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import { AccountService } from '../accounts/account.service.js';
import type { ShownAccount } from '../accounts/account.type.js';
import { noteSecurityEvent } from '../security-events/security-event.js';
import { Notices } from '../notices/notices.js';
import { AccountSeals, type SealedAccount } from '../accounts/rows/account-seals.js';
import { findDueResets, updateTotp } from '../accounts/rows/totp-columns.js';
import { SessionService } from '../sessions/session.service.js';
import { TwoPersonRule } from '../two-people/two-people.js';
import { FreshSecondStep } from '../authenticators/fresh-second-step.js';
import { Passkeys } from '../passkeys/passkeys.service.js';
import { RecoveryCodes } from '../recovery-codes/recovery-codes.js';

/**
 * After a reset, anyone with access to the account's email could set up their own app. So it takes a second admin, or a
 * waiting period in which the owner can stop it by signing in.
 */
@Injectable()
export class SecondStepReset {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly freshSecondStep: FreshSecondStep,
    private readonly people: TwoPersonRule,
    private readonly sessions: SessionService,
    private readonly accounts: AccountService,
    private readonly notices: Notices,
    private readonly queue: JobQueue,
    private readonly seals: AccountSeals,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly passkeys: Passkeys,
  ) {}

  /**
   * Ends all sessions. The app is removed after the waiting period, or when a second admin makes the same request.
   * @throws Refusal NOT_FOUND, NOT_YOURSELF or SECOND_STEP_AGAIN
   */
  async reset(actor: Actor, accountId: string): Promise<ShownAccount> {
    if (accountId === actor.accountId)
      throw new Refusal('NOT_YOURSELF', 'Someone else has to do this for your account.');
    const at = this.clock.now();
    await this.db.transaction(async (tx) => {
      await this.freshSecondStep.require(tx, actor);
      const account = await this.seals.lock(tx, accountId);
      const { totpResetAt, totpResetBy } = account;
      if (totpResetAt && (await this.people.areDistinct(tx, totpResetBy, actor.accountId, at)))
        return this.forget(tx, account, actor.accountId);
      if (totpResetAt) return;
      await this.sessions.endAll(tx, accountId);
      if (this.config.ROLE_WAIT_HOURS === 0) return this.forget(tx, account, actor.accountId);
      const beginsAt = new Date(at.valueOf() + this.config.ROLE_WAIT_HOURS * 3_600_000);
      const change = { totpResetRequestedAt: at, totpResetAt: beginsAt, totpResetBy: actor.accountId };
      await this.seals.update(tx, account, change);
      await this.notices.notifyAdmins(tx, {
        kind: 'second-step-reset-requested',
        accountId,
        by: actor.accountId,
        beginsAt,
      });
    });
    return this.accounts.byId(accountId);
  }

  /** Does nothing if no reset is pending. @throws Refusal NOT_FOUND */
  async stop(actor: Actor, accountId: string): Promise<ShownAccount> {
    await this.db.transaction(async (tx) => {
      const account = await this.seals.lock(tx, accountId);
      if (account.totpResetAt) await this.end(tx, account, actor.accountId);
    });
    return this.accounts.byId(accountId);
  }

  /** Removes apps after the waiting period, unless the owner used theirs since. */
  async resetDue(): Promise<void> {
    const now = this.clock.now();
    for (const id of await findDueResets(this.db, now)) {
      await this.db.transaction((tx) => this.resetIfDue(tx, id, now));
    }
  }

  private async resetIfDue(tx: Tx, id: string, now: Date): Promise<void> {
    const account = await this.seals.find(tx, id);
    // A reset date written outside the application has no effect.
    if (!account?.totpResetAt || account.totpResetAt > now || this.seals.stateOf(account) === 'changed') return;
    const recentSessions = await tx.query(
      'SELECT FROM identity.session WHERE account_id = $1 AND second_step_at > $2 LIMIT 1',
      [id, account.totpResetRequestedAt],
    );
    await (recentSessions.length > 0 ? this.end(tx, account, null) : this.forget(tx, account, account.totpResetBy));
  }

  private async forget(tx: Tx, account: SealedAccount, by: string | null): Promise<void> {
    const accountId = account.id;
    await this.seals.update(tx, account, { totpSecretSealed: null, totpConfirmedAt: null, ...clearedReset });
    await updateTotp(tx, accountId, { lastStep: null, nextSecretSealed: null });
    await this.recoveryCodes.delete(tx, accountId);
    await this.passkeys.deleteAll(tx, accountId);
    await this.sessions.endAll(tx, accountId);
    await noteSecurityEvent(tx, { kind: 'second-step-reset', accountId, by, at: this.clock.now() });
    // The owner is notified by the email for this security event.
    await this.notices.notifyAdmins(tx, { kind: 'second-step-reset', accountId, by }, 'not the owner');
    tx.afterCommit(() => this.queue.enqueue('make-sign-in-mails'));
  }

  private async end(tx: Tx, account: SealedAccount, by: string | null): Promise<void> {
    await this.seals.update(tx, account, clearedReset);
    await this.notices.notifyAdmins(tx, { kind: 'second-step-reset-stopped', accountId: account.id, by });
  }
}

const clearedReset = { totpResetRequestedAt: null, totpResetAt: null, totpResetBy: null };
