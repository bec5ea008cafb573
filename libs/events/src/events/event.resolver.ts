import { Args, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { LocalDateTimeScalar, PageArgs, safeHtml } from '@upstander/platform';
import type { GraphQLResolveInfo } from 'graphql';
import { Near } from '../places/near.js';
import { EventFilter } from './event-filter.input.js';
import { EventReads } from './event-reads.js';
import { Event, EventConnection } from './event.entity.js';
import { extentOf } from './extent-of.js';

@Area('events')
@Resolver(() => Event)
export class EventResolver {
  constructor(private readonly events: EventReads) {}

  @Query(() => EventConnection, { name: 'events', description: 'Public list of upcoming events.' })
  @Allow('anyone')
  list(
    @Info() info: GraphQLResolveInfo,
    @Args() page: PageArgs,
    @Args('filter', { type: () => EventFilter, nullable: true }) filter?: EventFilter | null,
    @Args('near', {
      type: () => Near,
      nullable: true,
      description: 'Only events near this location, and online events.',
    })
    near?: Near | null,
  ): Promise<EventConnection> {
    return this.events.list({ filter, near }, { ...page, extent: extentOf(info) });
  }

  @Query(() => Event, {
    nullable: true,
    description: 'A single event by slug; drafts are visible to their organizers only.',
  })
  @Allow('anyone')
  event(@CurrentActor() actor: Actor, @Args('slug', { type: () => String }) slug: string): Promise<Event | null> {
    return this.events.bySlug(actor, slug);
  }

  @ResolveField(() => LocalDateTimeScalar, {
    nullable: true,
    description: 'When it starts by the rule of its series, in local time; null if it is a single event.',
  })
  originalStartsAtLocal(@Parent() event: Event): string | null {
    return event.originalLocal;
  }

  @ResolveField(() => String, { description: 'The description, as sanitized HTML.' })
  descriptionHtml(@Parent() event: Event): string {
    return safeHtml(event.description);
  }
}
