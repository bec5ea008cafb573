import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  Allow,
  Area,
  CurrentActor,
  SessionOnly,
  type Actor,
  CurrentBrowser,
  type Browser,
  solutionText,
} from '@upstander/identity';
import { Acknowledgement } from '@upstander/platform';
import { StartDonationInput } from '../gifts/start-donation.input.js';
import { CardTesting } from './card-testing.service.js';
import { CardTestingState, GiftChallenge, MailedGift } from './card-testing-state.js';
import { GiftChallenges } from './gift-challenges.service.js';
import { GiftLinks } from './gift-links.service.js';

@Area('gifts')
@Resolver()
export class CardTestingResolver {
  constructor(
    private readonly testing: CardTesting,
    private readonly challenges: GiftChallenges,
    private readonly links: GiftLinks,
  ) {}

  @Query(() => GiftChallenge, { description: 'A new challenge, and whether a gift currently requires one.' })
  @Allow('anyone')
  giftChallenge(): Promise<GiftChallenge> {
    return this.challenges.createChallenge();
  }

  @Mutation(() => Acknowledgement, {
    description:
      'Emails a link for starting this gift, for donors who cannot solve a challenge. Nothing is charged yet.',
  })
  @Allow('anyone')
  mailGiftLink(
    @CurrentActor() actor: Actor,
    @CurrentBrowser() browser: Browser,
    @Args('input') input: StartDonationInput,
    @Args('solution', { type: () => String, nullable: true, description: solutionText }) solution?: string | null,
  ): Promise<Acknowledgement> {
    return this.links.mail(actor, browser, input, solution);
  }

  @Query(() => MailedGift, { nullable: true, description: 'The saved gift data of an emailed link.' })
  @Allow('anyone')
  mailedGift(@Args('token', { type: () => String }) token: string): Promise<MailedGift | null> {
    return this.links.byToken(token);
  }

  @Query(() => CardTestingState, { description: 'Card testing status of the donation forms.' })
  @Allow('finance')
  cardTesting(): Promise<CardTestingState> {
    return this.testing.findState();
  }

  @Mutation(() => CardTestingState, { description: 'Reopens the donation forms and resets the card testing counters.' })
  @Allow('finance')
  @SessionOnly()
  resetCardTesting(@CurrentActor() actor: Actor): Promise<CardTestingState> {
    return this.testing.reset(actor);
  }
}
