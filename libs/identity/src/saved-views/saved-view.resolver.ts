import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Acknowledgement } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import { Allow } from '../access/allow.js';
import { CurrentActor } from '../access/current-actor.js';
import { SaveViewInput, ShownSavedView } from './saved-view.entity.js';
import { SavedViews } from './saved-views.service.js';

@Resolver(() => ShownSavedView)
export class SavedViewResolver {
  constructor(private readonly views: SavedViews) {}

  @Query(() => [ShownSavedView], {
    description: 'The kept views of a list: those of the actor, and those that are shared with a chapter of theirs.',
  })
  @Allow('organizer', 'finance', 'moderator', 'advocate')
  savedViews(
    @CurrentActor() actor: Actor,
    @Args('screen', { description: 'Which list, by the name that the admin has for it.' }) screen: string,
  ): Promise<ShownSavedView[]> {
    return this.views.list(actor, screen);
  }

  @Mutation(() => ShownSavedView, { description: 'Keeps a list as it is looked at; at most 50 of one person.' })
  @Allow('organizer', 'finance', 'moderator', 'advocate')
  saveView(@CurrentActor() actor: Actor, @Args('input') input: SaveViewInput): Promise<ShownSavedView> {
    return this.views.save(actor, input);
  }

  @Mutation(() => Acknowledgement, { description: 'Deletes a view: its owner, or an admin one that is shared.' })
  @Allow('organizer', 'finance', 'moderator', 'advocate')
  deleteView(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Acknowledgement> {
    return this.views.delete(actor, id);
  }
}
