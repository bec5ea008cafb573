import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { mostSummed } from '@upstander/ledger';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { GiftFilter, GiftSort } from './gift-filter.input.js';
import { GiftList } from './gift-list.js';
import { GiftDetails } from './gift-details.service.js';
import { GiftSums } from './gift-sums.service.js';
import { GiftSum, ManagedGiftConnection, ManagedGiftDetails } from './managed-gift.js';
import { PageArgs } from '@upstander/platform';

/** What finance and organizers see of the gifts of their chapters. */
@Resolver()
export class ManageGiftsResolver {
  constructor(
    private readonly list: GiftList,
    private readonly details: GiftDetails,
    private readonly sums: GiftSums,
  ) {}

  @Query(() => ManagedGiftConnection, { description: "The gifts to campaigns of the actor's chapters." })
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
    description: `What the gifts that a list with this filter shows come to, by currency; null where they are more than ${mostSummed.toLocaleString('en-US')}.`,
  })
  @Allow('finance', 'organizer')
  giftSums(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => GiftFilter, nullable: true }) filter?: GiftFilter | null,
  ): Promise<GiftSum[] | null> {
    return this.sums.sumGifts(actor, filter ?? {});
  }

  @Query(() => ManagedGiftDetails, { nullable: true, description: 'One gift with everything that happened to it.' })
  @Allow('finance', 'organizer')
  manageGift(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ManagedGiftDetails> {
    return this.details.findGiftDetails(actor, id);
  }
}
