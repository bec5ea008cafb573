import { Args, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { PageArgs, safeHtml } from '@upstander/platform';
import type { GraphQLResolveInfo } from 'graphql';
import { Near } from '../places/near.js';
import { EventFilter } from './event-filter.input.js';
import { EventReads } from './event-reads.js';
import { Event, EventConnection } from './event.entity.js';
import { extentOf } from './extent-of.js';

@Resolver(() => Event)
export class EventResolver {
  constructor(private readonly events: EventReads) {}

  @Query(() => EventConnection, { name: 'events', description: 'What is coming up, for everybody.' })
  @Allow('anyone')
  list(
    @Info() info: GraphQLResolveInfo,
    @Args() page: PageArgs,
    @Args('filter', { type: () => EventFilter, nullable: true }) filter?: EventFilter | null,
    @Args('near', { type: () => Near, nullable: true, description: 'Only what is near there, or online.' })
    near?: Near | null,
  ): Promise<EventConnection> {
    return this.events.list({ filter, near }, { ...page, extent: extentOf(info) });
  }

  @Query(() => Event, { nullable: true, description: 'One event by its address; drafts only for their organizers.' })
  @Allow('anyone')
  event(@CurrentActor() actor: Actor, @Args('slug', { type: () => String }) slug: string): Promise<Event | null> {
    return this.events.bySlug(actor, slug);
  }

  @ResolveField(() => String, { description: 'The description as safe HTML.' })
  descriptionHtml(@Parent() event: Event): string {
    return safeHtml(event.description);
  }
}
