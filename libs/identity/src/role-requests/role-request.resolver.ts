import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { Allow } from '../access/allow.js';
import { Area } from '../roles/staff-area.js';
import { CurrentActor } from '../access/current-actor.js';
import { RoleRequestReads } from './role-request-reads.js';
import { ShownRoleRequest } from './role-request.type.js';
import { RoleRequests } from './role-requests.service.js';

@Area.none()
@Resolver(() => ShownRoleRequest)
export class RoleRequestResolver {
  constructor(
    private readonly requests: RoleRequests,
    private readonly reads: RoleRequestReads,
  ) {}

  @Query(() => [ShownRoleRequest], {
    description: 'Requests for powerful roles, pending or recently decided. Holders of a role see the requests for it.',
  })
  @Allow('advocate', 'finance', 'moderator')
  roleRequests(
    @CurrentActor() actor: Actor,
    @Args('open', { type: () => Boolean, defaultValue: true }) open: boolean,
  ): Promise<ShownRoleRequest[]> {
    return this.reads.list(actor, { open });
  }

  @Mutation(() => ShownRoleRequest, {
    description:
      'Gives the second approval for a powerful role. The caller must hold the role and not be the requester.',
  })
  @Allow('advocate', 'finance', 'moderator')
  approveRole(
    @CurrentActor() actor: Actor,
    @Args('requestId', { type: () => ID }) requestId: string,
  ): Promise<ShownRoleRequest> {
    return this.requests.approve(actor, requestId).then(() => this.reads.byId(actor, requestId));
  }

  @Mutation(() => ShownRoleRequest, {
    description: "Rejects a powerful role before it takes effect, or withdraws the caller's own request.",
  })
  @Allow('advocate', 'finance', 'moderator')
  rejectRole(
    @CurrentActor() actor: Actor,
    @Args('requestId', { type: () => ID }) requestId: string,
  ): Promise<ShownRoleRequest> {
    return this.requests.reject(actor, requestId).then(() => this.reads.byId(actor, requestId));
  }
}
