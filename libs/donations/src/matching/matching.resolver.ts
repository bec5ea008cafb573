import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor, OnlyWith } from '@upstander/identity';
import {
  CloseMatchingPoolInput,
  CreateMatchingPoolInput,
  RecordSponsorPaymentInput,
  UpdateMatchingPoolInput,
} from './matching-pool.input.js';
import { ManagedMatchingPool } from './matching-pool.entity.js';
import { MatchingPools } from './matching-pools.service.js';
import { PoolReads } from './pool-reads.service.js';
import { SponsorPayments } from './sponsor-payments.service.js';

@Area('matching')
@Resolver(() => ManagedMatchingPool)
export class MatchingResolver {
  constructor(
    private readonly pools: MatchingPools,
    private readonly payments: SponsorPayments,
    private readonly reads: PoolReads,
  ) {}

  @Query(() => [ManagedMatchingPool], { description: 'Matching pools, newest first; at most 200.' })
  @Allow('finance', 'organizer')
  matchingPools(
    @CurrentActor() actor: Actor,
    @Args('campaignId', { type: () => ID, nullable: true }) campaignId?: string | null,
  ): Promise<ManagedMatchingPool[]> {
    return this.reads.list(actor, campaignId);
  }

  @Mutation(() => ManagedMatchingPool, { description: "Adds a sponsor's commitment to match gifts." })
  @OnlyWith('fundraising')
  @Allow('finance')
  createMatchingPool(
    @CurrentActor() actor: Actor,
    @Args('input') input: CreateMatchingPoolInput,
  ): Promise<ManagedMatchingPool> {
    return this.pools.create(actor, input);
  }

  @Mutation(() => ManagedMatchingPool, { description: "Updates a sponsor's commitment." })
  @Allow('finance')
  updateMatchingPool(
    @CurrentActor() actor: Actor,
    @Args('input') input: UpdateMatchingPoolInput,
  ): Promise<ManagedMatchingPool> {
    return this.pools.update(actor, input);
  }

  @Mutation(() => ManagedMatchingPool, {
    description: 'Closes a matching pool now. Gifts made so far are still matched.',
  })
  @Allow('finance')
  closeMatchingPool(
    @CurrentActor() actor: Actor,
    @Args('input') input: CloseMatchingPoolInput,
  ): Promise<ManagedMatchingPool> {
    return this.pools.close(actor, input);
  }

  @Mutation(() => ManagedMatchingPool, { description: 'Records a payment from a sponsor.' })
  @Allow('finance')
  recordSponsorPayment(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecordSponsorPaymentInput,
  ): Promise<ManagedMatchingPool> {
    return this.payments.record(actor, input);
  }
}
