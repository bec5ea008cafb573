import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor, CurrentBrowser, type Browser, solutionText } from '@upstander/identity';
import { Acknowledgement } from '@upstander/platform';
import { StartDonationInput } from '../gifts/start-donation.input.js';
import { CardTesting } from './card-testing.service.js';
import { CardTestingState, GiftChallenge, MailedGift } from './card-testing-state.js';
import { GiftChallenges } from './gift-challenges.service.js';
import { GiftLinks } from './gift-links.service.js';

@Resolver()
export class CardTestingResolver {
  constructor(
    private readonly testing: CardTesting,
    private readonly challenges: GiftChallenges,
    private readonly links: GiftLinks,
  ) {}

  @Query(() => GiftChallenge, { description: 'Whether a gift needs a solved puzzle now, and a fresh one.' })
  @Allow('anyone')
  giftChallenge(): Promise<GiftChallenge> {
    return this.challenges.fresh();
  }

  @Mutation(() => Acknowledgement, {
    description: 'Mails a link that begins this gift, for who cannot solve a puzzle. Nothing is charged before.',
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

  @Query(() => MailedGift, { nullable: true, description: 'What was typed before, by the link that was mailed.' })
  @Allow('anyone')
  mailedGift(@Args('token', { type: () => String }) token: string): Promise<MailedGift | null> {
    return this.links.byToken(token);
  }

  @Query(() => CardTestingState, { description: 'How cards fare on our forms.' })
  @Allow('finance')
  cardTesting(): Promise<CardTestingState> {
    return this.testing.state();
  }

  @Mutation(() => CardTestingState, { description: 'Opens the forms again and forgets what was counted.' })
  @Allow('finance')
  resetCardTesting(@CurrentActor() actor: Actor): Promise<CardTestingState> {
    return this.testing.reset(actor);
  }
}
