import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { VolunteerAccess } from '../directory/volunteer-access.js';
import { VolunteerProfile } from '../directory/managed-volunteer.js';
import { MyVolunteer } from '../profile/my-volunteer.js';
import { HoursConnection, HoursTotal, ManagedHours, MyHours, RecordHoursInput } from './hours.js';
import { HoursService } from './hours.service.js';
import { PageArgs } from '@upstander/platform';

@Resolver(() => VolunteerProfile)
export class HoursResolver {
  constructor(
    private readonly service: HoursService,
    private readonly access: VolunteerAccess,
  ) {}

  @ResolveField(() => [ManagedHours], {
    description: 'Hours they gave in your chapters, the latest first; at most 500.',
  })
  hours(@CurrentActor() actor: Actor, @Parent() volunteer: VolunteerProfile): Promise<ManagedHours[]> {
    return this.service.ofVolunteer(volunteer.id, this.access.chaptersOf(actor));
  }

  @ResolveField(() => HoursTotal, { description: 'What they gave in your chapters.' })
  hoursTotal(@CurrentActor() actor: Actor, @Parent() volunteer: VolunteerProfile): Promise<HoursTotal> {
    return this.service.totalOf(volunteer.id, this.access.chaptersOf(actor));
  }

  @Query(() => HoursConnection, { description: 'Hours that wait for a decision of your chapters.' })
  @Allow('organizer')
  hoursToDecide(@CurrentActor() actor: Actor, @Args() page: PageArgs): Promise<HoursConnection> {
    return this.service.toDecide(actor, page);
  }

  @Mutation(() => ManagedHours, {
    description: 'Approves hours, with another number where that is right, or rejects them. Both changes say why.',
  })
  @Allow('organizer')
  decideHours(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('approve', { type: () => Boolean, description: 'Whether they count.' }) approve: boolean,
    @Args('minutes', { type: () => Int, nullable: true, description: 'The right number, where another one is.' })
    minutes?: number | null,
    @Args('reason', { type: () => String, nullable: true }) reason?: string | null,
  ): Promise<ManagedHours> {
    return this.service.decide(actor, id, { approve, minutes, reason });
  }

  @Mutation(() => MyHours, { description: 'Tells of hours of mine that were given where nobody was checked in.' })
  @Allow('signed-in')
  recordHours(@CurrentActor() actor: Actor, @Args('input') input: RecordHoursInput): Promise<MyHours> {
    return this.service.claim(actor, input);
  }

  @Mutation(() => MyHours, { description: 'Says that a number of my hours is wrong; somebody looks at it.' })
  @Allow('signed-in')
  disputeHours(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => String }) reason: string,
  ): Promise<MyHours> {
    return this.service.dispute(actor, id, reason);
  }
}

/** The same for volunteers themselves: all they gave, wherever. */
@Resolver(() => MyVolunteer)
export class MyHoursResolver {
  constructor(private readonly service: HoursService) {}

  @ResolveField(() => [MyHours], { description: 'Hours I gave, the latest first; at most 500.' })
  hours(@Parent() me: MyVolunteer): Promise<MyHours[]> {
    return this.service.ofVolunteer(me.id);
  }

  @ResolveField(() => HoursTotal, { description: 'What I gave in all.' })
  hoursTotal(@Parent() me: MyVolunteer): Promise<HoursTotal> {
    return this.service.totalOf(me.id);
  }
}
