import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Connection } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import { Allow } from '../access/allow.js';
import { CurrentActor } from '../access/current-actor.js';
import { AccountService } from './account.service.js';
import { Account, AccountConnection } from './account.type.js';
import { AccountsArgs } from './accounts.args.js';
import { CreateAccountInput } from './create-account.input.js';
import { Locale, type LocaleName } from './locale.js';

@Resolver(() => Account)
export class AccountResolver {
  constructor(private readonly service: AccountService) {}

  @Query(() => Account, { nullable: true, description: 'Who is signed in; null for nobody.' })
  @Allow('anyone')
  me(@CurrentActor() actor: Actor): Promise<Account | null> {
    return this.service.me(actor);
  }

  @Query(() => AccountConnection, { description: 'Everybody who can sign in, by address.' })
  @Allow('admin')
  accounts(@Args() args: AccountsArgs): Promise<Connection<Account>> {
    return this.service.list(args);
  }

  @Mutation(() => Account, { description: 'Makes an account, and mails the person how to sign in.' })
  @Allow('admin')
  createAccount(@CurrentActor() actor: Actor, @Args('input') input: CreateAccountInput): Promise<Account> {
    return this.service.create(actor, input);
  }

  @Mutation(() => Account)
  @Allow('signed-in')
  setMyLocale(
    @CurrentActor() actor: Actor,
    @Args('locale', { type: () => Locale }) locale: LocaleName,
  ): Promise<Account> {
    return this.service.setLocale(actor, locale);
  }
}
