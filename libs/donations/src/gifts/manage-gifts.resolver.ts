import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { maxSummed } from '@upstander/ledger';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { GiftFilter, GiftSort } from './gift-filter.input.js';
import { GiftList } from './gift-list.js';
import { GiftDetails } from './gift-details.service.js';
import { GiftSums } from './gift-sums.service.js';
import { GiftSum, ManagedGiftConnection, ManagedGiftDetails } from './managed-gift.js';
import { PageArgs } from '@upstander/platform';

@Area('gifts')
@Resolver()
export class ManageGiftsResolver {
  constructor(
    private readonly list: GiftList,
    private readonly details: GiftDetails,
    private readonly sums: GiftSums,
  ) {}

  @Query(() => ManagedGiftConnection, { description: "Gifts to campaigns of the caller's chapters." })
  @Allow('finance', 'organizer')
  gifts(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { type: () => GiftFilter, nullable: true }) filter?: GiftFilter | null,
    @Args('sort', { type: () => GiftSort, nullable: true }) sort?: GiftSort | null,
  ): Promise<ManagedGiftConnection> {
    return this.list.page(actor, filter ?? {}, { ...page, sort });
  }

  @Query(() => [GiftSum], {
    nullable: true,
    description: `Totals of all gifts that match this filter, by currency; null if more than ${maxSummed.toLocaleString('en-US')} match.`,
  })
  @Allow('finance', 'organizer')
  giftSums(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => GiftFilter, nullable: true }) filter?: GiftFilter | null,
  ): Promise<GiftSum[] | null> {
    return this.sums.sumGifts(actor, filter ?? {});
  }

  @Query(() => ManagedGiftDetails, { nullable: true, description: 'A single gift with its full history.' })
  @Allow('finance', 'organizer')
  manageGift(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ManagedGiftDetails> {
    return this.details.findGiftDetails(actor, id);
  }
}
