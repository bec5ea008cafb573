import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { VolunteerInput } from '../profile/volunteer.input.js';
import { ManagedVolunteer, VolunteerConnection, VolunteerProfile } from './managed-volunteer.js';
import { VolunteerDesk } from './volunteer-desk.service.js';
import { VolunteerFilter, VolunteerOrder } from './volunteer-filter.input.js';
import { VolunteerReads } from './volunteer-reads.js';
import { PageArgs } from '@upstander/platform';

@Area('volunteers')
@Resolver(() => ManagedVolunteer)
export class VolunteerResolver {
  constructor(
    private readonly reads: VolunteerReads,
    private readonly desk: VolunteerDesk,
  ) {}

  @Query(() => VolunteerConnection, { description: "Volunteers known to the caller's chapters." })
  @Allow('organizer')
  volunteers(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { type: () => VolunteerFilter, nullable: true }) filter?: VolunteerFilter | null,
    @Args('order', { type: () => VolunteerOrder, nullable: true }) order?: VolunteerOrder | null,
  ): Promise<VolunteerConnection> {
    return this.reads.list(actor, { filter, order }, page);
  }

  @Query(() => VolunteerProfile, { description: "A single volunteer known to the caller's chapters." })
  @Allow('organizer')
  volunteer(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<VolunteerProfile> {
    return this.reads.byId(actor, id);
  }

  @Mutation(() => VolunteerProfile, { description: "Updates a profile on the volunteer's behalf." })
  @Allow('organizer')
  updateVolunteer(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: VolunteerInput,
  ): Promise<VolunteerProfile> {
    return this.desk.update(actor, id, input);
  }
}
