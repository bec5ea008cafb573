import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { TagArgs, VolunteerTag } from './tag.args.js';
import { Tags } from './tags.service.js';

@Area('volunteers')
@Resolver(() => VolunteerTag)
export class TagResolver {
  constructor(private readonly tags: Tags) {}

  @Query(() => [VolunteerTag], {
    description: 'Tags visible to the caller, with the number of volunteers who have them.',
  })
  @Allow('organizer')
  volunteerTags(@CurrentActor() actor: Actor): Promise<VolunteerTag[]> {
    return this.tags.list(actor);
  }

  @Mutation(() => Int, { description: 'Adds a tag to volunteers. Returns how many did not have it yet.' })
  @Allow('organizer')
  tagVolunteers(@CurrentActor() actor: Actor, @Args() args: TagArgs): Promise<number> {
    return this.tags.add(actor, args);
  }

  @Mutation(() => Int, { description: 'Removes a tag from volunteers. Returns how many had it.' })
  @Allow('organizer')
  untagVolunteers(@CurrentActor() actor: Actor, @Args() args: TagArgs): Promise<number> {
    return this.tags.remove(actor, args);
  }
}
