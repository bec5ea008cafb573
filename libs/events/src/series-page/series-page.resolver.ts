import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '@upstander/identity';
import { PageArgs } from '@upstander/platform';
import { SeriesPage } from './series-page.js';
import { SeriesPageReads } from './series-page-reads.js';

@Resolver()
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
}
