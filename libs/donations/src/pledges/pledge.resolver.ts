import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor, OnlyWith } from '@upstander/identity';
import { selectedFields, PageArgs } from '@upstander/platform';
import type { GraphQLResolveInfo } from 'graphql';
import { PledgeReads } from './pledge-reads.service.js';
import { ManagedPledge, PledgeConnection, PledgeStatus } from './pledge.entity.js';
import { KeepPledgeInput, RecordPledgeInput, WithdrawPledgeInput } from './pledge.input.js';
import { Pledges } from './pledges.service.js';

@Area('gifts')
@Resolver(() => ManagedPledge)
export class PledgeResolver {
  constructor(
    private readonly pledges: Pledges,
    private readonly reads: PledgeReads,
  ) {}

  @Query(() => PledgeConnection, { name: 'pledges', description: 'Pledges, newest first.' })
  @Allow('finance')
  list(
    @CurrentActor() actor: Actor,
    @Info() info: GraphQLResolveInfo,
    @Args() page: PageArgs,
    @Args('campaignId', { type: () => ID, nullable: true }) campaignId?: string | null,
    @Args('status', { type: () => [PledgeStatus], nullable: true }) status?: PledgeStatus[] | null,
  ): Promise<PledgeConnection> {
    return this.reads.list(actor, { campaignId, status }, { ...page, sums: selectedFields(info).has('sums') });
  }

  @Mutation(() => ManagedPledge, { description: 'Records a pledge. It does not count as money raised.' })
  @OnlyWith('fundraising')
  @Allow('finance')
  recordPledge(@CurrentActor() actor: Actor, @Args('input') input: RecordPledgeInput): Promise<ManagedPledge> {
    return this.pledges.record(actor, input);
  }

  @Mutation(() => ManagedPledge, { description: 'Records which gift paid a pledge.' })
  @OnlyWith('fundraising')
  @Allow('finance')
  keepPledge(@CurrentActor() actor: Actor, @Args('input') input: KeepPledgeInput): Promise<ManagedPledge> {
    return this.pledges.keep(actor, input);
  }

  @Mutation(() => ManagedPledge, { description: 'Withdraws a pledge.' })
  @Allow('finance')
  withdrawPledge(@CurrentActor() actor: Actor, @Args('input') input: WithdrawPledgeInput): Promise<ManagedPledge> {
    return this.pledges.withdraw(actor, input);
  }
}
