import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { VolunteerProfile } from '../directory/managed-volunteer.js';
import { Duplicate, Merge, MergePreview } from './merge.entity.js';
import { MergeVolunteersInput } from './merge.input.js';
import { MergeReads } from './merge-reads.js';
import { Merges } from './merges.service.js';

@Area('volunteers')
@Resolver(() => VolunteerProfile)
export class MergeResolver {
  constructor(
    private readonly service: Merges,
    private readonly reads: MergeReads,
  ) {}

  @ResolveField(() => [Merge], { description: 'Records that were merged into this one, newest first.' })
  merges(@Parent() volunteer: VolunteerProfile): Promise<Merge[]> {
    return this.reads.listForVolunteer(volunteer.id);
  }

  @Query(() => [Duplicate], {
    description: 'Records that may belong to the same person, among all volunteers or compared with one; at most 50.',
  })
  @Allow('admin')
  volunteerDuplicates(
    @CurrentActor() actor: Actor,
    @Args('volunteerId', { type: () => ID, nullable: true }) volunteerId?: string | null,
  ): Promise<Duplicate[]> {
    return this.reads.findDuplicates(actor, volunteerId ?? null);
  }

  @Query(() => MergePreview, { description: 'Previews a merge of two records.' })
  @Allow('admin')
  volunteerMergePreview(
    @CurrentActor() actor: Actor,
    @Args('keptId', { type: () => ID, description: 'ID of the record to keep.' }) keptId: string,
    @Args('mergedId', { type: () => ID, description: 'ID of the record to merge into it.' }) mergedId: string,
  ): Promise<MergePreview> {
    return this.service.preview(actor, keptId, mergedId);
  }

  @Mutation(() => VolunteerProfile, { description: 'Merges two records of the same person. This can be undone.' })
  @Allow('admin')
  mergeVolunteers(@CurrentActor() actor: Actor, @Args('input') input: MergeVolunteersInput): Promise<VolunteerProfile> {
    return this.service.merge(actor, input);
  }

  @Mutation(() => VolunteerProfile, {
    description: 'Undoes a merge within 30 days, as long as no merged data has changed.',
  })
  @Allow('admin')
  undoVolunteerMerge(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<VolunteerProfile> {
    return this.service.undo(actor, id);
  }
}
