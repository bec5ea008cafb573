import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { Acknowledgement } from '@upstander/platform';
import { MySignup, SignUpPayload } from '../my-signup.js';
import { HandedOver, MyHandOver } from './hand-over.entity.js';
import { AnswerHandOverInput, HandOverSignupInput, WithdrawHandOverInput } from './hand-over.input.js';
import { HandOverReads } from './hand-over-reads.js';
import { HandOvers } from './hand-overs.service.js';
import { TakeOver } from './take-over.service.js';

@Resolver(() => MySignup)
export class HandOverResolver {
  constructor(
    private readonly offers: HandOvers,
    private readonly takeOver: TakeOver,
    private readonly reads: HandOverReads,
  ) {}

  @Mutation(() => SignUpPayload, {
    description: 'Offers a confirmed place to somebody by mail, or gives it to the first on the waitlist.',
  })
  @Allow('anyone')
  handOverSignup(@CurrentActor() actor: Actor, @Args('input') input: HandOverSignupInput): Promise<SignUpPayload> {
    return this.offers.handOver(actor, input);
  }

  @Mutation(() => SignUpPayload, { description: 'Takes the offer of a place back, where nobody has taken it.' })
  @Allow('anyone')
  withdrawHandOver(@CurrentActor() actor: Actor, @Args('input') input: WithdrawHandOverInput): Promise<SignUpPayload> {
    return this.offers.withdraw(actor, input);
  }

  @Mutation(() => SignUpPayload, {
    description: 'Takes a place that somebody offers, by the link in the mail about it.',
  })
  @Allow('anyone')
  takeHandedOver(@CurrentActor() actor: Actor, @Args('input') input: AnswerHandOverInput): Promise<SignUpPayload> {
    return this.takeOver.takeOverPlace(actor, input);
  }

  @Mutation(() => Acknowledgement, { description: 'Leaves an offered place with whoever offers it; they are told.' })
  @Allow('anyone')
  declineHandedOver(@CurrentActor() actor: Actor, @Args('input') input: AnswerHandOverInput): Promise<Acknowledgement> {
    return this.takeOver.decline(actor, input);
  }

  @Query(() => HandedOver, {
    nullable: true,
    description: 'A place that somebody offers, by the link in the mail about it.',
  })
  @Allow('anyone')
  handedOver(@Args('token', { type: () => String }) token: string): Promise<HandedOver | null> {
    return this.reads.byToken(token);
  }

  @ResolveField(() => [MyHandOver], { description: 'To whom they offered this place, the latest first; at most 20.' })
  handOvers(@Parent() signup: MySignup): Promise<MyHandOver[]> {
    return this.reads.ofSignup(signup.id);
  }
}
