import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, Refusal, type Tx } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import type { Browser } from '../access/current-browser.js';
import { RateLimits } from '../rate-limits/rate-limits.js';
import { SecurityEvents } from '../security-events/security-events.js';
import { SessionSeals } from '../sessions/session-seals.js';
import { SessionService } from '../sessions/session.service.js';
import { Authenticators, codeRefusal } from './authenticators.js';

/** Powerful actions require a recent code, because a session may be hours old. */
@Injectable()
export class FreshSecondStep {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly limits: RateLimits,
    private readonly authenticators: Authenticators,
    private readonly events: SecurityEvents,
    private readonly sessions: SessionService,
    private readonly seals: SessionSeals,
  ) {}

  /** Requires a code within SECOND_STEP_FRESH_MINUTES. @throws Refusal SECOND_STEP_AGAIN */
  async require(tx: Tx, actor: Actor): Promise<void> {
    const secondStepAt = (await this.seals.find(tx, actor.sessionId))?.secondStepAt?.valueOf() ?? 0;
    if (secondStepAt <= this.clock.now().valueOf() - this.config.SECOND_STEP_FRESH_MINUTES * 60_000)
      throw new Refusal('SECOND_STEP_AGAIN', 'Enter a new code from your authenticator app first.');
  }

  /** Renews the token of the session. @throws Refusal WRONG_CODE, NEXT_CODE_NEEDED or TOO_MANY_TRIES */
  async verify(actor: Actor, code: string, browser: Browser): Promise<{ ok: boolean }> {
    const accountId = actor.accountId ?? '';
    await this.limits.consume('second-step', accountId);
    await this.limits.consume('second-step-by-day', accountId);
    const renewed = await this.db.transaction(async (tx) => {
      const outcome = actor.secondStepDone ? await this.authenticators.useCode(tx, accountId, code) : 'wrong';
      return outcome === 'accepted'
        ? this.sessions.renew(tx, actor, { browser, secondStepAt: this.clock.now() })
        : outcome;
    });
    if (renewed === null || typeof renewed === 'string') {
      this.events.record({ kind: 'second-step-failed', accountId, detail: 'proveSecondStep' });
      throw codeRefusal(renewed ?? 'wrong');
    }
    this.sessions.setCookie(renewed, browser);
    await this.limits.reset('second-step', accountId);
    return { ok: true };
  }
}
