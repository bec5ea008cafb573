import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, CurrentBrowser, type Actor, type Browser } from '@upstander/identity';
import { PageArgs } from '@upstander/platform';
import { MySignup } from '../signups/my-signup.js';
import { Regulars } from './regulars.service.js';
import { AddStandingSignupInput, SignUpForSeriesInput, StandingSignupTokenInput } from './series-sign-up.input.js';
import { SeriesSignUp } from './series-sign-up.service.js';
import { StandingSignupReads } from './standing-signup-reads.js';
import { MyStandingSignup, Regular, RegularConnection, SignUpForSeriesPayload } from './standing-signup.types.js';
import { StandingSignups } from './standing-signups.service.js';

@Area('series')
@Resolver(() => MySignup)
export class StandingSignupResolver {
  constructor(
    private readonly signUps: SeriesSignUp,
    private readonly standingSignups: StandingSignups,
    private readonly reads: StandingSignupReads,
    private readonly regularsService: Regulars,
  ) {}

  @Mutation(() => SignUpForSeriesPayload, {
    description:
      'Signs up for every date of a series, including those added later, or for chosen dates, with a single email. Each date has its own spot or waitlist position. No account is required.',
  })
  @Allow('anyone')
  signUpForSeries(
    @CurrentActor() actor: Actor,
    @CurrentBrowser() browser: Browser,
    @Args('input') input: SignUpForSeriesInput,
  ): Promise<SignUpForSeriesPayload> {
    return this.signUps.signUp(actor, browser, input);
  }

  @Mutation(() => MyStandingSignup, {
    description: 'Confirms the email address for a standing sign-up and its dates, using the emailed link.',
  })
  @Allow('anyone')
  async confirmStandingSignup(
    @CurrentActor() actor: Actor,
    @Args('input') { token }: StandingSignupTokenInput,
  ): Promise<MyStandingSignup> {
    return this.reads.byId(await this.standingSignups.confirm(actor, token));
  }

  @Mutation(() => MyStandingSignup, {
    description: 'Cancels all upcoming sign-ups of a standing sign-up and ends it.',
  })
  @Allow('anyone')
  async leaveSeries(
    @CurrentActor() actor: Actor,
    @Args('input') { token }: StandingSignupTokenInput,
  ): Promise<MyStandingSignup> {
    return this.reads.byId(await this.standingSignups.leave(actor, token));
  }

  @Query(() => MyStandingSignup, { nullable: true, description: 'A standing sign-up, by its personal link.' })
  @Allow('anyone')
  standingSignup(@Args('token', { type: () => String }) token: string): Promise<MyStandingSignup | null> {
    return this.reads.byToken(token);
  }

  @Query(() => [MyStandingSignup], {
    description: 'Standing sign-ups of the signed-in user that have not ended; at most 50.',
  })
  @Allow('signed-in')
  myStandingSignups(@CurrentActor() actor: Actor): Promise<MyStandingSignup[]> {
    return this.reads.findByActor(actor);
  }

  @Query(() => RegularConnection, {
    description: 'Volunteers who are signed up for every date of a series, in the order in which they signed up.',
  })
  @Allow('organizer')
  regulars(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('seriesId', { type: () => ID }) seriesId: string,
  ): Promise<RegularConnection> {
    return this.reads.regulars(actor, seriesId, page);
  }

  @Mutation(() => Regular, {
    description: 'Signs a volunteer up for every date of a series, including those added later, and notifies them.',
  })
  @Allow('organizer')
  addStandingSignup(@CurrentActor() actor: Actor, @Args('input') input: AddStandingSignupInput): Promise<Regular> {
    return this.regularsService.add(actor, input);
  }

  @Mutation(() => Regular, {
    description: "Cancels a regular's upcoming sign-ups of a series and notifies them.",
  })
  @Allow('organizer')
  removeStandingSignup(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => String, nullable: true }) reason?: string | null,
  ): Promise<Regular> {
    return this.regularsService.remove(actor, id, reason);
  }

  @ResolveField(() => MyStandingSignup, {
    nullable: true,
    description: 'The standing sign-up that this sign-up belongs to; null if none.',
  })
  standing(@Parent() signup: MySignup): Promise<MyStandingSignup | null> {
    return this.reads.findBySignup(signup.id);
  }
}
