import { Args, Info, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { askedOf } from '@upstander/platform';
import type { GraphQLResolveInfo } from 'graphql';
import { DifferenceConnection, ManagedDifference, SettleDifferenceInput } from './difference.entity.js';
import { Differences } from './differences.service.js';
import { MoneyNeedsYou } from './money-needs-you.service.js';
import { MoneyTask } from './money-task.js';

@Resolver()
export class DifferenceResolver {
  constructor(
    private readonly reads: Differences,
    private readonly waiting: MoneyNeedsYou,
  ) {}

  @Query(() => DifferenceConnection, { description: 'What does not agree, the latest first.' })
  @Allow('finance')
  differences(
    @CurrentActor() actor: Actor,
    @Info() info: GraphQLResolveInfo,
    @Args('settled', { type: () => Boolean, nullable: true }) settled?: boolean | null,
    @Args('first', { type: () => Int, nullable: true }) first?: number | null,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<DifferenceConnection> {
    return this.reads.page(actor, { settled, first, after, sums: askedOf(info).has('sums') });
  }

  @Mutation(() => ManagedDifference, { description: 'Somebody found out, and says what it was.' })
  @Allow('finance')
  settleDifference(
    @CurrentActor() actor: Actor,
    @Args('input') input: SettleDifferenceInput,
  ): Promise<ManagedDifference> {
    return this.reads.settle(actor, input);
  }

  @Query(() => [MoneyTask], {
    description: 'What about money waits for the asking account; only kinds with something.',
  })
  @Allow('finance', 'moderator')
  moneyNeedsYou(@CurrentActor() actor: Actor): Promise<MoneyTask[]> {
    return this.waiting.of(actor);
  }
}
