import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, SessionOnly, type Actor } from '@upstander/identity';
import { GapSolutions } from './gap-solutions.service.js';
import { Safeguarding } from './safeguarding.service.js';
import { ShiftGap } from './shift-gap.js';

@Area('roster')
@Resolver()
export class SafeguardingResolver {
  constructor(
    private readonly safeguarding: Safeguarding,
    private readonly solutions: GapSolutions,
  ) {}

  @Query(() => [ShiftGap], {
    description: 'Leads and adults required and present on each shift of an event, in order.',
  })
  @Allow('organizer')
  shiftGaps(@CurrentActor() actor: Actor, @Args('eventId', { type: () => ID }) eventId: string): Promise<ShiftGap[]> {
    return this.safeguarding.findGaps(actor, eventId);
  }

  @Mutation(() => ShiftGap, {
    description:
      'Takes responsibility, with a recorded reason, for a shift with too few adults, so that minors can be checked in.',
  })
  @Allow('organizer')
  @SessionOnly()
  overrideSafeguarding(
    @CurrentActor() actor: Actor,
    @Args('shiftId', { type: () => ID }) shiftId: string,
    @Args('reason', { type: () => String, description: 'Why the shift is safe anyway.' }) reason: string,
  ): Promise<ShiftGap> {
    return this.safeguarding.override(actor, shiftId, reason);
  }

  @Mutation(() => Int, {
    description:
      'Asks volunteers on a shift whose age is unknown whether they are 18 or older. Returns how many were asked.',
  })
  @Allow('organizer')
  askForAges(@CurrentActor() actor: Actor, @Args('shiftId', { type: () => ID }) shiftId: string): Promise<number> {
    return this.solutions.askForAges(actor, shiftId);
  }

  @Mutation(() => Int, {
    description:
      'Adds spots to a shift with too few adults and offers them to adults on its waitlist. Returns how many.',
  })
  @Allow('organizer')
  offerSpotsToAdults(
    @CurrentActor() actor: Actor,
    @Args('shiftId', { type: () => ID }) shiftId: string,
  ): Promise<number> {
    return this.solutions.offerToAdults(actor, shiftId);
  }
}
