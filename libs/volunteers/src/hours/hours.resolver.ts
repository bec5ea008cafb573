import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { VolunteerAccess } from '../access/volunteer-access.js';
import { VolunteerProfile } from '../directory/managed-volunteer.js';
import { MyVolunteer } from '../profile/my-volunteer.js';
import { AddedHours } from './added-hours.service.js';
import { AddHoursInput, HoursConnection, HoursTotal, ManagedHours, MyHours, RecordHoursInput } from './hours.js';
import { HoursService } from './hours.service.js';
import { PageArgs } from '@upstander/platform';

@Area('hours')
@Resolver(() => VolunteerProfile)
export class HoursResolver {
  constructor(
    private readonly service: HoursService,
    private readonly added: AddedHours,
    private readonly access: VolunteerAccess,
  ) {}

  @ResolveField(() => [ManagedHours], {
    description: "Hours the volunteer gave in the caller's chapters, newest first; at most 500.",
  })
  hours(@CurrentActor() actor: Actor, @Parent() volunteer: VolunteerProfile): Promise<ManagedHours[]> {
    return this.service.listForVolunteer(volunteer.id, this.access.chaptersOf(actor));
  }

  @ResolveField(() => HoursTotal, { description: "Total hours the volunteer gave in the caller's chapters." })
  hoursTotal(@CurrentActor() actor: Actor, @Parent() volunteer: VolunteerProfile): Promise<HoursTotal> {
    return this.service.totalForVolunteer(volunteer.id, this.access.chaptersOf(actor));
  }

  @Query(() => HoursConnection, { description: "Hours awaiting a decision in the caller's chapters." })
  @Allow('organizer')
  hoursToDecide(@CurrentActor() actor: Actor, @Args() page: PageArgs): Promise<HoursConnection> {
    return this.service.listPending(actor, page);
  }

  @Mutation(() => ManagedHours, {
    description:
      'Approves hours, with a corrected number if needed, or rejects them. Corrections and rejections require a reason.',
  })
  @Allow('organizer')
  decideHours(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('approve', { type: () => Boolean, description: 'True to approve, false to reject.' }) approve: boolean,
    @Args('minutes', { type: () => Int, nullable: true, description: 'Corrected number of minutes, if needed.' })
    minutes?: number | null,
    @Args('reason', { type: () => String, nullable: true }) reason?: string | null,
  ): Promise<ManagedHours> {
    return this.service.decide(actor, id, { approve, minutes, reason });
  }

  @Mutation(() => ManagedHours, {
    description: 'Adds hours that a volunteer gave without a check-in. They are approved immediately.',
  })
  @Allow('organizer')
  addHours(@CurrentActor() actor: Actor, @Args('input') input: AddHoursInput): Promise<ManagedHours> {
    return this.added.add(actor, input);
  }

  @Mutation(() => MyHours, { description: 'Reports hours the caller gave without a check-in.' })
  @Allow('signed-in')
  recordHours(@CurrentActor() actor: Actor, @Args('input') input: RecordHoursInput): Promise<MyHours> {
    return this.service.claim(actor, input);
  }

  @Mutation(() => MyHours, { description: "Disputes the recorded number of the caller's hours; staff will review it." })
  @Allow('signed-in')
  disputeHours(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => String }) reason: string,
  ): Promise<MyHours> {
    return this.service.dispute(actor, id, reason);
  }
}

@Area('hours')
@Resolver(() => MyVolunteer)
export class MyHoursResolver {
  constructor(private readonly service: HoursService) {}

  @ResolveField(() => [MyHours], { description: 'Hours given by the signed-in user, newest first; at most 500.' })
  hours(@Parent() me: MyVolunteer): Promise<MyHours[]> {
    return this.service.listForVolunteer(me.id);
  }

  @ResolveField(() => HoursTotal, { description: 'Total hours given by the signed-in user.' })
  hoursTotal(@Parent() me: MyVolunteer): Promise<HoursTotal> {
    return this.service.totalForVolunteer(me.id);
  }
}
