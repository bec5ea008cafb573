import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { Safeguarding } from './safeguarding.service.js';
import { ShiftGap } from './shift-gap.js';

@Resolver()
export class SafeguardingResolver {
  constructor(private readonly safeguarding: Safeguarding) {}

  @Query(() => [ShiftGap], { description: 'What the shifts of an event have and lack, in their order.' })
  @Allow('organizer')
  shiftGaps(@CurrentActor() actor: Actor, @Args('eventId', { type: () => ID }) eventId: string): Promise<ShiftGap[]> {
    return this.safeguarding.gaps(actor, eventId);
  }

  @Mutation(() => ShiftGap, {
    description: 'Answers, with a reason that is kept, for a shift with too few adults: then minors may be checked in.',
  })
  @Allow('organizer')
  overrideSafeguarding(
    @CurrentActor() actor: Actor,
    @Args('shiftId', { type: () => ID }) shiftId: string,
    @Args('reason', { type: () => String, description: 'Why it is safe all the same.' }) reason: string,
  ): Promise<ShiftGap> {
    return this.safeguarding.override(actor, shiftId, reason);
  }
}
