import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { AuditTrail } from './audit-trail.service.js';
import { AuditChainState, AuditEntryConnection, AuditFilter } from './audit-trail.js';
import { PageArgs } from '@upstander/platform';

@Resolver()
export class AuditResolver {
  constructor(private readonly trail: AuditTrail) {}

  @Query(() => AuditEntryConnection, { description: 'Audit trail of the sealed zone, newest first, without contents.' })
  @Allow('advocate')
  auditTrail(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => AuditFilter, nullable: true }) filter: AuditFilter | null,
    @Args() page: PageArgs,
  ): Promise<AuditEntryConnection> {
    return this.trail.list(actor, filter, page);
  }

  @Query(() => AuditChainState, {
    nullable: true,
    description: 'Result of the latest nightly check; null before the first one.',
  })
  @Allow('advocate')
  lastAuditCheck(): Promise<AuditChainState | null> {
    return this.trail.lastCheck();
  }

  @Query(() => AuditChainState, { description: 'Verifies the whole audit trail.' })
  @Allow('advocate')
  auditChain(@CurrentActor() actor: Actor): Promise<AuditChainState> {
    return this.trail.check(actor);
  }
}
