import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '../access/actor.js';
import { Allow } from '../access/allow.js';
import { CurrentActor } from '../access/current-actor.js';
import { AccountService } from '../accounts/account.service.js';
import { ShownAccount } from '../accounts/account.type.js';
import { GrantInput } from './grant.input.js';

@Resolver(() => ShownAccount)
export class GrantResolver {
  constructor(private readonly accounts: AccountService) {}

  @Mutation(() => ShownAccount, {
    description:
      'Gives a role. A powerful one (admin, advocate, finance, moderator) is only asked for: see `roleRequests`.',
  })
  @Allow('admin')
  grantRole(@CurrentActor() actor: Actor, @Args('input') input: GrantInput): Promise<ShownAccount> {
    return this.accounts.grant(actor, input);
  }

  @Mutation(() => ShownAccount, { description: 'Takes a role away, from the next click on.' })
  @Allow('admin')
  revokeRole(
    @CurrentActor() actor: Actor,
    @Args('input') input: GrantInput,
    @Args('lastOne', {
      type: () => Boolean,
      defaultValue: false,
      description: 'That it is meant, although nobody will hold this powerful role any more.',
    })
    lastOne: boolean,
  ): Promise<ShownAccount> {
    return this.accounts.revoke(actor, { ...input, lastOne });
  }
}
