import { Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { ChapterTasks } from './event-action-items.js';
import { EventActionItemsService } from './event-action-items.service.js';

@Area.none()
@Resolver(() => ChapterTasks)
export class EventActionItemsResolver {
  constructor(private readonly service: EventActionItemsService) {}

  @Query(() => ChapterTasks, { description: "Items that need attention in the caller's chapters." })
  @Allow('organizer')
  chapterTasks(@CurrentActor() actor: Actor): Promise<ChapterTasks> {
    return this.service.findActionItems(actor);
  }
}
