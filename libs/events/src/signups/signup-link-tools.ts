import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { notThere, SignedIds, type Tx } from '@upstander/platform';
import { isActive, type HeldSignup } from './held-signup.js';
import { Line } from './line.js';
import { OwnSignUp } from './own-sign-up.service.js';

/** What the operations by link share. */
@Injectable()
export class SignupLinkTools {
  constructor(
    private readonly signedIds: SignedIds,
    private readonly limits: RateLimits,
    readonly line: Line,
    readonly own: OwnSignUp,
  ) {}

  /** The sign-up a link names. @throws Refusal NOT_FOUND, TOO_MANY_TRIES. */
  async open(actor: Actor, token: string): Promise<{ id: string; version: number }> {
    await this.limits.take('public-write', actor.address);
    const link = this.signedIds.open('signup', token);
    if (!link) throw notThere('This sign-up');
    return link;
  }

  /** The sign-up that a repeat repeats, where there still is one. */
  async standing(tx: Tx, repeat: HeldSignup): Promise<string | null> {
    const [other] = await tx.query<{ id: string }>(
      `SELECT id FROM events.signup WHERE shift_id = $1 AND volunteer_id = $2 AND id <> $3 AND repeat_of IS NULL
         AND status IN ('confirmed', 'waitlisted', 'offered')`,
      [repeat.shiftId, repeat.volunteerId, repeat.id],
    );
    if (other) return other.id;
    // What it repeated is gone: from now on it is a sign-up like any other.
    if (isActive(repeat)) await tx.query('UPDATE events.signup SET repeat_of = NULL WHERE id = $1', [repeat.id]);
    return null;
  }
}
