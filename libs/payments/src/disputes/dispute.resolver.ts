import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { selectedFields, PageArgs } from '@upstander/platform';
import type { GraphQLResolveInfo } from 'graphql';
import { DisputeReads } from './dispute-reads.js';
import { DisputeConnection } from './dispute.entity.js';
import { HandleFraudWarningInput, ManagedFraudWarning } from './fraud-warning.entity.js';
import { FraudWarnings } from './fraud-warnings.service.js';

@Area('disputes')
@Resolver()
export class DisputeResolver {
  constructor(
    private readonly reads: DisputeReads,
    private readonly warnings: FraudWarnings,
  ) {}

  @Query(() => DisputeConnection, { description: 'Disputes, newest first.' })
  @Allow('finance')
  disputes(
    @CurrentActor() actor: Actor,
    @Info() info: GraphQLResolveInfo,
    @Args() page: PageArgs,
    @Args('open', { type: () => Boolean, nullable: true }) open?: boolean | null,
  ): Promise<DisputeConnection> {
    return this.reads.page(actor, { ...page, open, sums: selectedFields(info).has('sums') });
  }

  @Query(() => [ManagedFraudWarning], { description: 'Fraud warnings, unhandled ones first; at most 100.' })
  @Allow('finance')
  fraudWarnings(
    @CurrentActor() actor: Actor,
    @Args('open', { type: () => Boolean, nullable: true }) open?: boolean | null,
  ): Promise<ManagedFraudWarning[]> {
    return this.warnings.list(actor, open);
  }

  @Mutation(() => ManagedFraudWarning, { description: 'Records how a fraud warning was handled.' })
  @Allow('finance')
  handleFraudWarning(
    @CurrentActor() actor: Actor,
    @Args('input') input: HandleFraudWarningInput,
  ): Promise<ManagedFraudWarning> {
    return this.warnings.handle(actor, input);
  }
}
