import { Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { NeedsYou } from './event-action-items.js';
import { EventActionItemsService } from './event-action-items.service.js';

@Resolver(() => NeedsYou)
export class EventActionItemsResolver {
  constructor(private readonly service: EventActionItemsService) {}

  @Query(() => NeedsYou, { description: "Items that need attention in the caller's chapters." })
  @Allow('organizer')
  needsYou(@CurrentActor() actor: Actor): Promise<NeedsYou> {
    return this.service.findActionItems(actor);
  }
}
