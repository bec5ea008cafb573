import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { askedOf, PageArgs } from '@upstander/platform';
import type { GraphQLResolveInfo } from 'graphql';
import { Money } from '@upstander/ledger';
import { ManagedGift } from '../gifts/managed-gift.js';
import { DepositConnection, ManagedDeposit, RecordDepositInput } from './deposit.entity.js';
import { Deposits } from './deposits.service.js';
import { OfflineGifts } from './offline-gifts.service.js';
import { RecordOfflineGiftInput } from './record-offline-gift.input.js';

@Resolver()
export class OfflineResolver {
  constructor(
    private readonly gifts: OfflineGifts,
    private readonly deposits: Deposits,
  ) {}

  @Mutation(() => ManagedGift, {
    description: 'Books a gift that did not come by Stripe; its receipt follows by mail.',
  })
  @Allow('finance')
  recordOfflineGift(@CurrentActor() actor: Actor, @Args('input') input: RecordOfflineGiftInput): Promise<ManagedGift> {
    return this.gifts.record(actor, input);
  }

  @Mutation(() => ManagedDeposit, { description: 'Books cash and cheques that were brought to the bank.' })
  @Allow('finance')
  recordDeposit(@CurrentActor() actor: Actor, @Args('input') input: RecordDepositInput): Promise<ManagedDeposit> {
    return this.deposits.record(actor, input);
  }

  @Query(() => [Money], { description: 'Cash and cheques that are not at the bank yet, by currency.' })
  @Allow('finance')
  cashInHand(): Promise<Money[]> {
    return this.deposits.inHand();
  }

  @Query(() => DepositConnection, { name: 'deposits', description: 'What was brought to the bank, the latest first.' })
  @Allow('finance')
  listDeposits(@Info() info: GraphQLResolveInfo, @Args() page: PageArgs): Promise<DepositConnection> {
    return this.deposits.list({ ...page, sums: askedOf(info).has('sums') });
  }
}
