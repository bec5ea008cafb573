import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '@upstander/identity';
import { PageArgs } from '@upstander/platform';
import { Event } from '../events/event.entity.js';
import { EventSeries, SeriesPage } from './series-page.js';
import { SeriesPageReads } from './series-page-reads.js';

@Resolver(() => Event)
export class SeriesPageResolver {
  constructor(private readonly reads: SeriesPageReads) {}

  @Query(() => SeriesPage, {
    nullable: true,
    description: 'A published series by slug, with its dates; null if there is none.',
  })
  @Allow('anyone')
  seriesPage(@Args('slug', { type: () => String }) slug: string, @Args() page: PageArgs): Promise<SeriesPage | null> {
    return this.reads.bySlug(slug, page);
  }

  @ResolveField(() => EventSeries, { nullable: true, description: 'The series that it is a date of; null if none.' })
  series(@Parent() event: Event): Promise<EventSeries | null> | null {
    return this.reads.ofEvent(event);
  }
}
