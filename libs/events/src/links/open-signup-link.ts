import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { notFound, SignedIds, type Tx } from '@upstander/platform';
import { lockSignup, isActive, type LockedSignup } from '../signups/locked-signup.js';

@Injectable()
export class OpenSignupLink {
  constructor(
    private readonly signedIds: SignedIds,
    private readonly limits: RateLimits,
  ) {}

  /** Returns the ID and token version of a sign-up link. @throws Refusal NOT_FOUND, TOO_MANY_TRIES. */
  async openSignupLink(actor: Actor, token: string): Promise<{ id: string; version: number }> {
    await this.limits.consume('public-write', actor.address);
    const link = this.signedIds.verify('signup', token);
    if (!link) throw notFound('This sign-up');
    return link;
  }

  /** Finds the original of a repeated sign-up. If it no longer exists, the repeat becomes a regular sign-up. */
  async findOriginal(tx: Tx, repeat: LockedSignup): Promise<LockedSignup | null> {
    const [other] = await tx.query<{ id: string }>(
      `SELECT id FROM events.signup
       WHERE shift_id = $1 AND volunteer_id = $2 AND repeat_of IS NULL AND id <> $3
         AND (status IN ('confirmed', 'waitlisted', 'offered') OR id = $4)
       ORDER BY ended_at DESC NULLS FIRST LIMIT 1`,
      [repeat.shiftId, repeat.volunteerId, repeat.id, isActive(repeat) ? null : repeat.repeatOf],
    );
    if (other) return lockSignup(tx, other.id);
    if (isActive(repeat)) await tx.query('UPDATE events.signup SET repeat_of = NULL WHERE id = $1', [repeat.id]);
    return null;
  }
}
