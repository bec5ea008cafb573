import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor, OnlyWith } from '@upstander/identity';
import { selectedFields, PageArgs } from '@upstander/platform';
import type { GraphQLResolveInfo } from 'graphql';
import { Money } from '@upstander/ledger';
import { ManagedGift } from '../gifts/managed-gift.js';
import { DepositConnection, ManagedDeposit, RecordDepositInput } from './deposit.entity.js';
import { Deposits } from './deposits.service.js';
import { OfflineGifts } from './offline-gifts.service.js';
import { RecordOfflineGiftInput } from './record-offline-gift.input.js';

@Area('gifts')
@Resolver()
export class OfflineResolver {
  constructor(
    private readonly gifts: OfflineGifts,
    private readonly deposits: Deposits,
  ) {}

  @Mutation(() => ManagedGift, {
    description: 'Records a gift not made through Stripe and emails the receipt.',
  })
  @OnlyWith('fundraising')
  @Allow('finance')
  recordOfflineGift(@CurrentActor() actor: Actor, @Args('input') input: RecordOfflineGiftInput): Promise<ManagedGift> {
    return this.gifts.record(actor, input);
  }

  @Mutation(() => ManagedDeposit, { description: 'Records a bank deposit of cash and checks.' })
  @Allow('finance')
  recordDeposit(@CurrentActor() actor: Actor, @Args('input') input: RecordDepositInput): Promise<ManagedDeposit> {
    return this.deposits.record(actor, input);
  }

  @Query(() => [Money], { description: 'Cash and checks not yet deposited, by currency.' })
  @Allow('finance')
  cashInHand(): Promise<Money[]> {
    return this.deposits.findCashOnHand();
  }

  @Query(() => DepositConnection, { name: 'deposits', description: 'Bank deposits, newest first.' })
  @Allow('finance')
  listDeposits(@Info() info: GraphQLResolveInfo, @Args() page: PageArgs): Promise<DepositConnection> {
    return this.deposits.list({ ...page, sums: selectedFields(info).has('sums') });
  }
}
