import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { askedOf, PageArgs } from '@upstander/platform';
import type { GraphQLResolveInfo } from 'graphql';
import { DiscrepancyConnection, ManagedDiscrepancy, SettleDiscrepancyInput } from './discrepancy.entity.js';
import { Discrepancies } from './discrepancies.service.js';
import { MoneyNeedsYou } from './money-needs-you.service.js';
import { MoneyTask } from './money-task.js';

@Resolver()
export class DiscrepancyResolver {
  constructor(
    private readonly reads: Discrepancies,
    private readonly waiting: MoneyNeedsYou,
  ) {}

  @Query(() => DiscrepancyConnection, { description: 'What does not agree, the latest first.' })
  @Allow('finance')
  discrepancies(
    @CurrentActor() actor: Actor,
    @Info() info: GraphQLResolveInfo,
    @Args() page: PageArgs,
    @Args('settled', { type: () => Boolean, nullable: true }) settled?: boolean | null,
  ): Promise<DiscrepancyConnection> {
    return this.reads.page(actor, { ...page, settled, sums: askedOf(info).has('sums') });
  }

  @Mutation(() => ManagedDiscrepancy, { description: 'Somebody found out, and says what it was.' })
  @Allow('finance')
  settleDiscrepancy(
    @CurrentActor() actor: Actor,
    @Args('input') input: SettleDiscrepancyInput,
  ): Promise<ManagedDiscrepancy> {
    return this.reads.settle(actor, input);
  }

  @Query(() => [MoneyTask], {
    description: 'What about money waits for the asking account; only kinds with something.',
  })
  @Allow('finance', 'moderator')
  moneyNeedsYou(@CurrentActor() actor: Actor): Promise<MoneyTask[]> {
    return this.waiting.findMoneyTasks(actor);
  }
}
