import { Args, Query, Resolver } from '@nestjs/graphql';
import { PageArgs, SearchConnection, SearchKind } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import { Allow } from '../access/allow.js';
import { CurrentActor } from '../access/current-actor.js';
import { Locale, type LocaleName } from '../languages/locale.js';
import { PublicSearch } from './public-search.service.js';

/** In this library because libs/platform has no guard. Each library defines its searchable kinds. */
@Resolver()
export class SearchResolver {
  constructor(private readonly publicSearch: PublicSearch) {}

  @Query(() => SearchConnection, { description: 'Searches the public pages. Queries are not stored.' })
  @Allow('anyone')
  search(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('text', { type: () => String, description: 'Search terms, 2 to 100 characters.' }) text: string,
    @Args('kinds', { type: () => [SearchKind], nullable: true, description: 'Only these kinds; omit for all.' })
    kinds?: string[] | null,
    @Args('locale', { type: () => Locale, defaultValue: 'en', description: 'Language whose texts are listed first.' })
    locale?: LocaleName,
  ): Promise<SearchConnection> {
    return this.publicSearch.find(actor, { text, kinds, ...page, locale: locale ?? 'en' });
  }
}
