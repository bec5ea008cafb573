import { Args, Query, Resolver } from '@nestjs/graphql';
import { PageArgs, SearchConnection, SearchKind } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import { Allow } from '../access/allow.js';
import { CurrentActor } from '../access/current-actor.js';
import { Locale, type LocaleName } from '../accounts/locale.js';
import { PublicSearch } from './public-search.service.js';

/** Beside the guard, for the platform has none: what is found is the business of the libraries that define it. */
@Resolver()
export class SearchResolver {
  constructor(private readonly finds: PublicSearch) {}

  @Query(() => SearchConnection, { description: 'What of the public pages has these words; they are kept nowhere.' })
  @Allow('anyone')
  search(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('text', { type: () => String, description: 'Words, from 2 to 100 letters.' }) text: string,
    @Args('kinds', { type: () => [SearchKind], nullable: true, description: 'Only these kinds; all where left out.' })
    kinds?: string[] | null,
    @Args('locale', { type: () => Locale, defaultValue: 'en', description: 'Whose texts come first.' })
    locale?: LocaleName,
  ): Promise<SearchConnection> {
    return this.finds.find(actor, { text, kinds, ...page, locale: locale ?? 'en' });
  }
}
