import { Injectable } from '@nestjs/common';
import { Database, JobQueue, Refusal, type Tx } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import type { Browser } from '../access/current-browser.js';
import { AccountService } from '../accounts/account.service.js';
import { RateLimits } from '../rate-limits/rate-limits.js';
import { SecurityEvents } from '../security-events/security-events.js';
import { SessionService } from '../sessions/session.service.js';
import { OwnerCheck } from '../sign-in/owner-check.js';
import type { SignInPayload } from '../sign-in/sign-in-payload.type.js';
import { alreadySetRefusal, Authenticators, codeRefusal, type CodeOutcome } from '../authenticators/authenticators.js';
import { FreshSecondStep } from '../authenticators/fresh-second-step.js';
import { RecoveryCodes } from '../recovery-codes/recovery-codes.js';
import type { FinishSecondStepArgs } from './second-step.args.js';
import type { SecondStepSetup } from '../authenticators/second-step-setup.type.js';

@Injectable()
export class SecondStepService {
  constructor(
    private readonly db: Database,
    private readonly limits: RateLimits,
    private readonly ownerCheck: OwnerCheck,
    private readonly sessions: SessionService,
    private readonly authenticators: Authenticators,
    private readonly accounts: AccountService,
    private readonly queue: JobQueue,
    private readonly events: SecurityEvents,
    private readonly freshSecondStep: FreshSecondStep,
    private readonly recoveryCodes: RecoveryCodes,
  ) {}

  /** @throws Refusal NOT_HALFWAY, WRONG_CODE, NEXT_CODE_NEEDED or TOO_MANY_TRIES */
  async verify(actor: Actor, code: string, browser: Browser): Promise<SignInPayload> {
    const half = actor.halfSignedIn;
    if (half?.step !== 'needed') throw new Refusal('NOT_HALFWAY', 'There’s no sign-in to complete. Please sign in.');
    await this.countTry(half.accountId);
    return this.passCheck(half, browser, (tx) => this.authenticators.useCode(tx, half.accountId, code));
  }

  /**
   * Requires proof of ownership, because the app controls the account, and a fresh code to replace an app.
   * @throws Refusal SECOND_STEP_ALREADY_SET before the second step, SECOND_STEP_AGAIN, or as `OwnerCheck.demand`
   */
  async begin(actor: Actor, currentPassword: string | null | undefined, browser: Browser): Promise<SecondStepSetup> {
    const { accountId } = accountOf(actor);
    await this.ownerCheck.demand(actor, currentPassword, browser);
    return this.db.transaction((tx) => this.authenticators.begin(tx, accountId, () => this.mayReplace(tx, actor)));
  }

  /**
   * Ends other sessions, none of which used an app code.
   * @throws Refusal WRONG_CODE, SECOND_STEP_ALREADY_SET, SECOND_STEP_AGAIN or TOO_MANY_TRIES, or as `OwnerCheck.demand`
   */
  async finish(actor: Actor, args: FinishSecondStepArgs, browser: Browser): Promise<SignInPayload> {
    const owner = accountOf(actor);
    await this.ownerCheck.demand(actor, args.currentPassword, browser);
    await this.countTry(owner.accountId);
    return this.passCheck(owner, browser, async (tx) => {
      const outcome = await this.authenticators.finish(tx, owner.accountId, args.code, () =>
        this.mayReplace(tx, actor),
      );
      if (outcome !== 'accepted') return outcome;
      await this.sessions.endOthers(tx, owner.accountId, owner.sessionId);
      tx.afterCommit(() => this.queue.enqueue('make-sign-in-mails'));
      return outcome;
    });
  }

  countRecoveryCodes(actor: Actor): Promise<number> {
    return this.recoveryCodes.count(accountOf(actor).accountId);
  }

  /** Returns new codes in place of the earlier ones. @throws Refusal SECOND_STEP_NOT_SET or SECOND_STEP_AGAIN */
  createRecoveryCodes(actor: Actor): Promise<string[]> {
    const { accountId } = accountOf(actor);
    if (!actor.secondStepDone)
      throw new Refusal('SECOND_STEP_NOT_SET', 'Set up two-step sign-in first. Recovery codes stand in for your app.');
    return this.db.transaction(async (tx) => {
      await this.freshSecondStep.require(tx, actor);
      return this.recoveryCodes.replace(tx, accountId);
    });
  }

  /** A stolen session must not be able to replace the app. */
  private async mayReplace(tx: Tx, actor: Actor): Promise<void> {
    if (actor.halfSignedIn) throw alreadySetRefusal();
    await this.freshSecondStep.require(tx, actor);
  }

  private async passCheck(
    owner: SessionOwner,
    browser: Browser,
    check: (tx: Tx) => Promise<CodeOutcome>,
  ): Promise<SignInPayload> {
    const openedSession = await this.db.transaction(async (tx) => {
      const outcome = await check(tx);
      return outcome === 'accepted'
        ? this.sessions.passSecondStep(tx, { id: owner.sessionId, accountId: owner.accountId, by: 'app', browser })
        : outcome;
    });
    if (typeof openedSession === 'string') {
      this.events.record({ kind: 'second-step-failed', accountId: owner.accountId });
      throw codeRefusal(openedSession);
    }
    this.sessions.setCookie(openedSession, browser);
    await this.limits.reset('second-step', owner.accountId);
    return { state: 'signed-in', account: await this.accounts.byId(owner.accountId) };
  }

  private async countTry(accountId: string): Promise<void> {
    await this.limits.consume('second-step', accountId);
    await this.limits.consume('second-step-by-day', accountId);
  }
}

interface SessionOwner {
  readonly accountId: string;
  readonly sessionId: string;
}

function accountOf({ accountId, sessionId, halfSignedIn }: Actor): SessionOwner {
  if (halfSignedIn) return halfSignedIn;
  if (!accountId || !sessionId) throw new Refusal('NOT_SIGNED_IN', 'Please sign in first.');
  return { accountId, sessionId };
}
