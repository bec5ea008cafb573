import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Acknowledgement } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import { Allow } from '../access/allow.js';
import { Area } from '../roles/staff-area.js';
import { CurrentActor } from '../access/current-actor.js';
import { SaveViewInput, ShownSavedView } from './saved-view.entity.js';
import { SavedViews } from './saved-views.service.js';

@Area.every()
@Resolver(() => ShownSavedView)
export class SavedViewResolver {
  constructor(private readonly views: SavedViews) {}

  @Query(() => [ShownSavedView], {
    description: "Saved views of a list: the caller's own, and those shared with their chapters.",
  })
  @Allow('organizer', 'finance', 'moderator', 'advocate')
  savedViews(
    @CurrentActor() actor: Actor,
    @Args('screen', { description: 'Screen of the list, as named in the admin.' }) screen: string,
  ): Promise<ShownSavedView[]> {
    return this.views.list(actor, screen);
  }

  @Mutation(() => ShownSavedView, { description: 'Saves the current list view; at most 50 per person.' })
  @Allow('organizer', 'finance', 'moderator', 'advocate')
  saveView(@CurrentActor() actor: Actor, @Args('input') input: SaveViewInput): Promise<ShownSavedView> {
    return this.views.save(actor, input);
  }

  @Mutation(() => Acknowledgement, {
    description: 'Deletes a saved view. Restricted to its owner, and to admins for shared views.',
  })
  @Allow('organizer', 'finance', 'moderator', 'advocate')
  deleteView(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Acknowledgement> {
    return this.views.delete(actor, id);
  }
}
