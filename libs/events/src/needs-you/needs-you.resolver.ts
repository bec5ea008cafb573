import { Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { NeedsYou } from './needs-you.js';
import { NeedsYouService } from './needs-you.service.js';

@Resolver(() => NeedsYou)
export class NeedsYouResolver {
  constructor(private readonly service: NeedsYouService) {}

  @Query(() => NeedsYou, { description: "Items that need attention in the caller's chapters." })
  @Allow('organizer')
  needsYou(@CurrentActor() actor: Actor): Promise<NeedsYou> {
    return this.service.findActionItems(actor);
  }
}
