import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { TagArgs, VolunteerTag } from './tag.args.js';
import { Tags } from './tags.service.js';

@Resolver(() => VolunteerTag)
export class TagResolver {
  constructor(private readonly tags: Tags) {}

  @Query(() => [VolunteerTag], { description: 'The tags that I see, with how many volunteers have them.' })
  @Allow('organizer')
  volunteerTags(@CurrentActor() actor: Actor): Promise<VolunteerTag[]> {
    return this.tags.list(actor);
  }

  @Mutation(() => Int, { description: 'Gives volunteers a tag; answers how many did not have it yet.' })
  @Allow('organizer')
  tagVolunteers(@CurrentActor() actor: Actor, @Args() args: TagArgs): Promise<number> {
    return this.tags.add(actor, args);
  }

  @Mutation(() => Int, { description: 'Takes a tag from volunteers; answers how many had it.' })
  @Allow('organizer')
  untagVolunteers(@CurrentActor() actor: Actor, @Args() args: TagArgs): Promise<number> {
    return this.tags.remove(actor, args);
  }
}
