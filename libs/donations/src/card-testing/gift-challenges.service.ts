import { Injectable } from '@nestjs/common';
import { Clock } from '@upstander/platform';
import type { GiftChallenge } from './card-testing-state.js';
import { CardTesting } from './card-testing.service.js';
import { ChallengeSolutions } from './challenge-solutions.js';

@Injectable()
export class GiftChallenges {
  constructor(
    private readonly clock: Clock,
    private readonly testing: CardTesting,
    private readonly solutions: ChallengeSolutions,
  ) {}

  async createChallenge(): Promise<GiftChallenge> {
    const { breakerOpen, underAttack } = await this.testing.now();
    const puzzle = await this.solutions.createPuzzle(this.clock.now());
    return { required: underAttack, emailLinkRequired: breakerOpen, ...puzzle };
  }
}
