import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { BusinessSort, ManageBusinessesFilter } from '../business.input.js';
import { ManagedBusiness, ManagedBusinessConnection } from '../managed-business.js';
import { ManagedBusinesses } from '../managed-businesses.js';
import { ApprovalConnection } from '../queue/approval.js';
import { ApprovalsQueue } from '../queue/approvals-queue.js';
import { PageArgs } from '@upstander/platform';

@Area('businesses')
@Resolver(() => ManagedBusiness)
export class ManageBusinessesResolver {
  constructor(
    private readonly reads: ManagedBusinesses,
    private readonly queue: ApprovalsQueue,
  ) {}

  @Query(() => ManagedBusinessConnection, { description: 'Businesses in any status.' })
  @Allow('moderator')
  manageBusinesses(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
    @Args('filter', { type: () => ManageBusinessesFilter, nullable: true }) filter?: ManageBusinessesFilter | null,
    @Args('sort', { type: () => BusinessSort, nullable: true }) sort?: BusinessSort | null,
  ): Promise<ManagedBusinessConnection> {
    return this.reads.list(actor, { ...page, filter, sort });
  }

  @Query(() => ManagedBusiness, { nullable: true, description: 'A business with everything staff need to vet it.' })
  @Allow('moderator')
  manageBusiness(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ManagedBusiness> {
    return this.reads.findOne(actor, id);
  }

  @Query(() => ApprovalConnection, {
    description: 'Businesses and opportunities awaiting approval, oldest first.',
  })
  @Allow('moderator')
  approvals(@CurrentActor() actor: Actor, @Args() page: PageArgs): Promise<ApprovalConnection> {
    return this.queue.page(actor, page);
  }
}
