import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { Allow } from '../access/allow.js';
import { CurrentActor } from '../access/current-actor.js';
import { AccountService } from './account.service.js';
import { ShownAccount } from './account.type.js';
import { GrantInput } from '../roles/grant.input.js';

@Resolver(() => ShownAccount)
export class GrantResolver {
  constructor(private readonly accounts: AccountService) {}

  @Mutation(() => ShownAccount, {
    description:
      'Grants a role. A powerful role (admin, advocate, finance, moderator) is only requested: see `roleRequests`.',
  })
  @Allow('admin')
  grantRole(@CurrentActor() actor: Actor, @Args('input') input: GrantInput): Promise<ShownAccount> {
    return this.accounts.grant(actor, input);
  }

  @Mutation(() => ShownAccount, { description: 'Revokes a role, effective immediately.' })
  @Allow('admin')
  revokeRole(
    @CurrentActor() actor: Actor,
    @Args('input') input: GrantInput,
    @Args('confirmLastHolder', {
      type: () => Boolean,
      defaultValue: false,
      description: 'True to confirm revoking a powerful role from its last holder.',
    })
    confirmLastHolder: boolean,
  ): Promise<ShownAccount> {
    return this.accounts.revoke(actor, { ...input, confirmLastHolder });
  }
}
