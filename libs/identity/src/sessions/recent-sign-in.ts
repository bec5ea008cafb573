import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, Refusal } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import { SessionSeals } from '../seals/session-seals.js';

/** Whether whoever asks has shown within the last minutes who they are: an open desk is not enough to end sessions. */
@Injectable()
export class RecentSignIn {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly seals: SessionSeals,
  ) {}

  /**
   * A sign-in, or a code of the app, of the last `SECOND_STEP_FRESH_MINUTES`.
   * @throws Refusal SECOND_STEP_AGAIN of somebody who has an app, SIGN_IN_AGAIN of everybody else
   */
  async demand(actor: Actor): Promise<void> {
    if (await this.isRecent(actor)) return;
    if (actor.secondStepDone)
      throw new Refusal('SECOND_STEP_AGAIN', 'Please type a new code from your authenticator app first.');
    throw new Refusal('SIGN_IN_AGAIN', 'Please sign in again first: this session is not a new one.');
  }

  /** Returns true if the actor signed in, or typed a code of the app, within the last `SECOND_STEP_FRESH_MINUTES`. */
  async isRecent(actor: Actor): Promise<boolean> {
    const session = await this.seals.find(this.db, actor.sessionId);
    const proved = Math.max(session?.createdAt.valueOf() ?? 0, session?.secondStepAt?.valueOf() ?? 0);
    return proved > this.clock.now().valueOf() - this.config.SECOND_STEP_FRESH_MINUTES * 60_000;
  }
}
