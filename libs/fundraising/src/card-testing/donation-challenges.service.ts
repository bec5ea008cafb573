import { Injectable } from '@nestjs/common';
import { Clock } from '@upstander/platform';
import type { DonationChallenge } from './card-testing-state.js';
import { CardTesting } from './card-testing.service.js';
import { DonationProofs } from './donation-proofs.js';

/** Puzzles for the form of a gift. */
@Injectable()
export class DonationChallenges {
  constructor(
    private readonly clock: Clock,
    private readonly testing: CardTesting,
    private readonly proofs: DonationProofs,
  ) {}

  async fresh(): Promise<DonationChallenge> {
    const { breakerOpen, underAttack } = await this.testing.now();
    const puzzle = await this.proofs.puzzle(this.clock.now());
    return { required: underAttack, byMailOnly: breakerOpen, ...puzzle };
  }
}
