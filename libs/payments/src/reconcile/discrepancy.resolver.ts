import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { selectedFields, PageArgs } from '@upstander/platform';
import type { GraphQLResolveInfo } from 'graphql';
import { DiscrepancyConnection, ManagedDiscrepancy, SettleDiscrepancyInput } from './discrepancy.entity.js';
import { Discrepancies } from './discrepancies.service.js';

@Area('reconciliation')
@Resolver()
export class DiscrepancyResolver {
  constructor(private readonly reads: Discrepancies) {}

  @Query(() => DiscrepancyConnection, { description: 'Discrepancies, newest first.' })
  @Allow('finance')
  discrepancies(
    @CurrentActor() actor: Actor,
    @Info() info: GraphQLResolveInfo,
    @Args() page: PageArgs,
    @Args('settled', { type: () => Boolean, nullable: true }) settled?: boolean | null,
  ): Promise<DiscrepancyConnection> {
    return this.reads.page(actor, { ...page, settled, sums: selectedFields(info).has('sums') });
  }

  @Mutation(() => ManagedDiscrepancy, { description: 'Settles a discrepancy with an explanation.' })
  @Allow('finance')
  settleDiscrepancy(
    @CurrentActor() actor: Actor,
    @Args('input') input: SettleDiscrepancyInput,
  ): Promise<ManagedDiscrepancy> {
    return this.reads.settle(actor, input);
  }
}
