import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { Acknowledgement } from '@upstander/platform';
import { MySignup, SignUpPayload } from '../signups/my-signup.js';
import { HandOverOffer, MyHandOver } from './hand-over.entity.js';
import { AnswerHandOverInput, HandOverSignupInput, WithdrawHandOverInput } from './hand-over.input.js';
import { HandOverReads } from './hand-over-reads.js';
import { HandOvers } from './hand-overs.service.js';
import { HandOverAnswers } from './take-over.service.js';

@Resolver(() => MySignup)
export class HandOverResolver {
  constructor(
    private readonly offers: HandOvers,
    private readonly takeOver: HandOverAnswers,
    private readonly reads: HandOverReads,
  ) {}

  @Mutation(() => SignUpPayload, {
    description: 'Offers a confirmed spot to a recipient by email, or gives it to the first person on the waitlist.',
  })
  @Allow('anyone')
  handOverSignup(@CurrentActor() actor: Actor, @Args('input') input: HandOverSignupInput): Promise<SignUpPayload> {
    return this.offers.handOver(actor, input);
  }

  @Mutation(() => SignUpPayload, { description: 'Withdraws the offer of a spot that was not accepted yet.' })
  @Allow('anyone')
  withdrawHandOver(@CurrentActor() actor: Actor, @Args('input') input: WithdrawHandOverInput): Promise<SignUpPayload> {
    return this.offers.withdraw(actor, input);
  }

  @Mutation(() => SignUpPayload, {
    description: 'Accepts an offered spot, using the link in the email.',
  })
  @Allow('anyone')
  takeHandedOver(@CurrentActor() actor: Actor, @Args('input') input: AnswerHandOverInput): Promise<SignUpPayload> {
    return this.takeOver.takePlace(actor, input);
  }

  @Mutation(() => Acknowledgement, { description: 'Declines an offered spot and notifies the giver.' })
  @Allow('anyone')
  declineHandedOver(@CurrentActor() actor: Actor, @Args('input') input: AnswerHandOverInput): Promise<Acknowledgement> {
    return this.takeOver.decline(actor, input);
  }

  @Query(() => HandOverOffer, {
    nullable: true,
    description: 'An offered spot, by the link in the email.',
  })
  @Allow('anyone')
  handOverOffer(@Args('token', { type: () => String }) token: string): Promise<HandOverOffer | null> {
    return this.reads.byToken(token);
  }

  @ResolveField(() => [MyHandOver], { description: 'Offers of this spot, newest first; at most 20.' })
  handOvers(@Parent() signup: MySignup): Promise<MyHandOver[]> {
    return this.reads.listForSignup(signup.id);
  }
}
