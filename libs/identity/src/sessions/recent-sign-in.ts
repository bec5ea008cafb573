import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, Refusal } from '@upstander/platform';
import type { Actor } from '../access/actor.js';

/** Whether whoever asks has shown within the last minutes who they are: an open desk is not enough to end sessions. */
@Injectable()
export class RecentSignIn {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
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
    const recent = await this.db.query(
      `SELECT FROM identity.session WHERE id = $1 AND revoked_at IS NULL
         AND greatest(created_at, second_step_at) > $2::timestamptz - make_interval(mins => $3)`,
      [actor.sessionId, this.clock.now(), this.config.SECOND_STEP_FRESH_MINUTES],
    );
    return recent.length > 0;
  }
}
