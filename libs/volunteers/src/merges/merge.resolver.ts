import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { VolunteerProfile } from '../directory/managed-volunteer.js';
import { Duplicate, Merge, MergePreview } from './merge.entity.js';
import { MergeVolunteersInput } from './merge.input.js';
import { MergeReads } from './merge-reads.js';
import { Merges } from './merges.service.js';

@Resolver(() => VolunteerProfile)
export class MergeResolver {
  constructor(
    private readonly service: Merges,
    private readonly reads: MergeReads,
  ) {}

  @ResolveField(() => [Merge], { description: 'The records that were merged into this one, the latest first.' })
  merges(@Parent() volunteer: VolunteerProfile): Promise<Merge[]> {
    return this.reads.ofVolunteer(volunteer.id);
  }

  @Query(() => [Duplicate], {
    description: 'Records that may be of one person, of everybody or with this one; at most 50.',
  })
  @Allow('admin')
  volunteerDuplicates(
    @CurrentActor() actor: Actor,
    @Args('volunteerId', { type: () => ID, nullable: true }) volunteerId?: string | null,
  ): Promise<Duplicate[]> {
    return this.reads.duplicates(actor, volunteerId ?? null);
  }

  @Query(() => MergePreview, { description: 'What would happen if one record were merged into the other.' })
  @Allow('admin')
  volunteerMergePreview(
    @CurrentActor() actor: Actor,
    @Args('keptId', { type: () => ID, description: 'The record that would stay.' }) keptId: string,
    @Args('mergedId', { type: () => ID, description: 'The record that would go.' }) mergedId: string,
  ): Promise<MergePreview> {
    return this.service.preview(actor, keptId, mergedId);
  }

  @Mutation(() => VolunteerProfile, { description: 'Makes one of two records of one person, which can be undone.' })
  @Allow('admin')
  mergeVolunteers(@CurrentActor() actor: Actor, @Args('input') input: MergeVolunteersInput): Promise<VolunteerProfile> {
    return this.service.merge(actor, input);
  }

  @Mutation(() => VolunteerProfile, {
    description: 'Parts two records again, within 30 days and while nothing of what was merged has changed.',
  })
  @Allow('admin')
  undoVolunteerMerge(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<VolunteerProfile> {
    return this.service.undo(actor, id);
  }
}
