import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, Refusal } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import { SessionSeals } from './session-seals.js';

/** An unattended computer must not be usable to end sessions or export data. */
@Injectable()
export class RecentSignIn {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly seals: SessionSeals,
  ) {}

  /**
   * Accepts a sign-in or authenticator code within `SECOND_STEP_FRESH_MINUTES`.
   * @throws Refusal SECOND_STEP_AGAIN with an authenticator app, else SIGN_IN_AGAIN
   */
  async require(actor: Actor): Promise<void> {
    if (await this.isRecent(actor)) return;
    if (actor.secondStepDone)
      throw new Refusal('SECOND_STEP_AGAIN', 'Enter a new code from your authenticator app first.');
    throw new Refusal('SIGN_IN_AGAIN', 'Please sign in again first. Your last sign-in wasn’t recent enough.');
  }

  async isRecent(actor: Actor): Promise<boolean> {
    const session = await this.seals.find(this.db, actor.sessionId);
    const signedInAt = Math.max(session?.createdAt.valueOf() ?? 0, session?.secondStepAt?.valueOf() ?? 0);
    return signedInAt > this.clock.now().valueOf() - this.config.SECOND_STEP_FRESH_MINUTES * 60_000;
  }
}
