import { Injectable } from '@nestjs/common';
import { type Puzzle, Puzzles, Refusal, SignedIds, type Tx } from '@upstander/platform';
import { IsNull, MoreThan } from 'typeorm';
import { GiftLink } from './gift-link.entity.js';
import type { GiftAttempt } from '../gifts/gift-gate.js';

const purpose = 'gift-challenges';

@Injectable()
export class ChallengeSolutions {
  constructor(
    private readonly puzzles: Puzzles,
    private readonly signedIds: SignedIds,
  ) {}

  /** Returns a new challenge. It is not stored until it is solved. */
  createPuzzle(now: Date): Promise<Puzzle> {
    return this.puzzles.createPuzzle(purpose, now);
  }

  /**
   * Spends the solution or link of a gift in the gift's transaction, so it counts once and only if the
   * gift is created.
   * @throws Refusal CHALLENGE_NEEDED; SOLUTION_SPENT; GIFTS_BY_MAIL_ONLY
   */
  async requireSolution(tx: Tx, attempt: GiftAttempt, state: { breakerOpen: boolean }): Promise<void> {
    const link = attempt.challenge ? this.signedIds.verify('gift-link', attempt.challenge) : null;
    if (link) return this.spendLink(tx, link.id, attempt);
    if (state.breakerOpen) {
      throw new Refusal(
        'GIFTS_BY_MAIL_ONLY',
        'Someone is testing stolen cards. For now, we’ll email you a link to start your gift.',
      );
    }
    await this.spendPuzzle(tx, attempt);
  }

  private async spendLink(tx: Tx, id: string, { email, at }: GiftAttempt): Promise<void> {
    const unused = { id, email, usedAt: IsNull(), expiresAt: MoreThan(at) };
    const { affected } = await tx.manager.update(GiftLink, unused, { usedAt: at });
    if (!affected) throw solutionSpent();
  }

  private async spendPuzzle(tx: Tx, { challenge, at }: GiftAttempt): Promise<void> {
    const solvedPuzzle = await this.puzzles.verifySolution(purpose, challenge, at);
    if (!solvedPuzzle) throw challengeNeeded();
    const spentRows = await tx.query(
      `INSERT INTO fundraising.spent_challenge (signature, expires_at) VALUES ($1, $2)
       ON CONFLICT DO NOTHING RETURNING 1 AS taken`,
      [solvedPuzzle.signature, solvedPuzzle.expires],
    );
    if (spentRows.length === 0) throw solutionSpent();
  }
}

function challengeNeeded(): Refusal {
  return new Refusal(
    'CHALLENGE_NEEDED',
    'Someone is testing stolen cards. Please let your browser run a quick check, or have us email you a link.',
  );
}

function solutionSpent(): Refusal {
  return new Refusal('SOLUTION_SPENT', 'This was used already or has expired. Please try again.');
}
