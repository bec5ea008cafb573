import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { selectedFields, PageArgs } from '@upstander/platform';
import type { GraphQLResolveInfo } from 'graphql';
import {
  ChangeRecurringGiftInput,
  RecurringGiftPortal,
  RecurringGiftTokenInput,
  StopRecurringGiftByStaffInput,
  StopRecurringGiftInput,
} from './change-recurring-gift.input.js';
import {
  ManagedRecurringGift,
  ManagedRecurringGiftConnection,
  RecurringGiftFilter,
  RecurringGiftSort,
} from './managed-recurring-gift.js';
import { MyRecurringGift } from './my-recurring-gift.js';
import { RecurringGiftLinks } from './recurring-gift-links.service.js';
import { RecurringGiftReads } from './recurring-gift-reads.service.js';
import { StopRecurringGifts } from './stop-recurring-gifts.service.js';

@Area('recurring_gifts')
@Resolver()
export class RecurringGiftResolver {
  constructor(
    private readonly reads: RecurringGiftReads,
    private readonly links: RecurringGiftLinks,
    private readonly stops: StopRecurringGifts,
  ) {}

  @Query(() => MyRecurringGift, { nullable: true, description: 'A recurring gift, by its personal link.' })
  @Allow('anyone')
  myRecurringGift(@Args('token', { type: () => String }) token: string): Promise<MyRecurringGift | null> {
    return this.reads.byToken(token);
  }

  @Mutation(() => MyRecurringGift, {
    description: 'Changes a recurring gift from the next month on; nothing is charged now.',
  })
  @Allow('anyone')
  changeRecurringGift(
    @CurrentActor() actor: Actor,
    @Args('input') input: ChangeRecurringGiftInput,
  ): Promise<MyRecurringGift> {
    return this.links.change(actor, input);
  }

  @Mutation(() => MyRecurringGift, { description: 'Stops a recurring gift immediately.' })
  @Allow('anyone')
  stopRecurringGift(
    @CurrentActor() actor: Actor,
    @Args('input') input: StopRecurringGiftInput,
  ): Promise<MyRecurringGift> {
    return this.links.stop(actor, input);
  }

  @Mutation(() => RecurringGiftPortal, {
    description: 'Opens a Stripe page where the donor can replace the card.',
  })
  @Allow('anyone')
  recurringGiftPortal(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecurringGiftTokenInput,
  ): Promise<RecurringGiftPortal> {
    return this.links.portal(actor, input);
  }

  @Query(() => ManagedRecurringGiftConnection, {
    description: "Recurring gifts to campaigns of the caller's chapters.",
  })
  @Allow('finance')
  recurringGifts(
    @CurrentActor() actor: Actor,
    @Info() info: GraphQLResolveInfo,
    @Args() page: PageArgs,
    @Args('filter', { type: () => RecurringGiftFilter, nullable: true }) filter?: RecurringGiftFilter | null,
    @Args('sort', { type: () => RecurringGiftSort, nullable: true }) sort?: RecurringGiftSort | null,
  ): Promise<ManagedRecurringGiftConnection> {
    return this.reads.manage(actor, filter ?? {}, sort ?? 'newest', {
      ...page,
      sums: selectedFields(info).has('sums'),
    });
  }

  @Query(() => ManagedRecurringGift, { nullable: true, description: 'A single recurring gift.' })
  @Allow('finance')
  manageRecurringGift(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ManagedRecurringGift> {
    return this.reads.findManaged(actor, id);
  }

  @Mutation(() => ManagedRecurringGift, {
    description: "Stops a recurring gift on the donor's behalf and notifies them by email.",
  })
  @Allow('finance')
  stopRecurringGiftByStaff(
    @CurrentActor() actor: Actor,
    @Args('input') input: StopRecurringGiftByStaffInput,
  ): Promise<ManagedRecurringGift> {
    return this.stops.byStaff(actor, input);
  }
}
