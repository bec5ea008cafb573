import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { Allow } from '../access/allow.js';
import { CurrentActor } from '../access/current-actor.js';
import { RoleRequestReads } from './role-request-reads.js';
import { ShownRoleRequest } from './role-request.type.js';
import { RoleRequests } from './role-requests.service.js';

@Resolver(() => ShownRoleRequest)
export class RoleRequestResolver {
  constructor(
    private readonly requests: RoleRequests,
    private readonly reads: RoleRequestReads,
  ) {}

  @Query(() => [ShownRoleRequest], {
    description:
      'Requests for powerful roles: those that wait, or the latest decided. Holders of a role see those for it.',
  })
  @Allow('advocate', 'finance', 'moderator')
  roleRequests(
    @CurrentActor() actor: Actor,
    @Args('open', { type: () => Boolean, defaultValue: true }) open: boolean,
  ): Promise<ShownRoleRequest[]> {
    return this.reads.list(actor, { open });
  }

  @Mutation(() => ShownRoleRequest, {
    description: 'The second yes to a powerful role, by somebody else who holds it.',
  })
  @Allow('advocate', 'finance', 'moderator')
  approveRole(
    @CurrentActor() actor: Actor,
    @Args('requestId', { type: () => ID }) requestId: string,
  ): Promise<ShownRoleRequest> {
    return this.requests.approve(actor, requestId).then(() => this.reads.byId(actor, requestId));
  }

  @Mutation(() => ShownRoleRequest, {
    description: 'Objects to a powerful role before it has begun, or takes the request back.',
  })
  @Allow('advocate', 'finance', 'moderator')
  rejectRole(
    @CurrentActor() actor: Actor,
    @Args('requestId', { type: () => ID }) requestId: string,
  ): Promise<ShownRoleRequest> {
    return this.requests.reject(actor, requestId).then(() => this.reads.byId(actor, requestId));
  }
}
