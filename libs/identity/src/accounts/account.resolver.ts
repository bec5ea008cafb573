import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Connection } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import { Allow } from '../access/allow.js';
import { CurrentActor } from '../access/current-actor.js';
import { AccountAccess } from './account-access.js';
import { AccountService } from './account.service.js';
import { Account, AccountConnection } from './account.type.js';
import { AccountsArgs } from './accounts.args.js';
import { CreateAccountInput } from './create-account.input.js';
import { Locale, type LocaleName } from './locale.js';

@Resolver(() => Account)
export class AccountResolver {
  constructor(
    private readonly service: AccountService,
    private readonly access: AccountAccess,
  ) {}

  @Query(() => Account, { nullable: true, description: 'Who is signed in; null for nobody.' })
  @Allow('anyone')
  me(@CurrentActor() actor: Actor): Promise<Account | null> {
    return this.service.me(actor);
  }

  @Query(() => String, {
    description:
      'What my unfinished forms are locked with where a browser keeps them: base64 of a key for AES-256-GCM.',
  })
  @Allow('signed-in')
  draftKey(@CurrentActor() actor: Actor): string {
    return this.service.draftKey(actor);
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

  @Mutation(() => Account, { description: 'Ends all sessions of an account and lets nobody sign in to it any more.' })
  @Allow('admin')
  async disableAccount(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Account> {
    return this.service.byId(await this.access.disable(actor, id));
  }

  @Mutation(() => Account, { description: 'Opens a closed account again, with the roles it had.' })
  @Allow('admin')
  async enableAccount(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Account> {
    return this.service.byId(await this.access.enable(actor, id));
  }

  @Mutation(() => Account, { description: 'Signs somebody out everywhere.' })
  @Allow('admin')
  async endSessions(@CurrentActor() actor: Actor, @Args('accountId', { type: () => ID }) id: string): Promise<Account> {
    return this.service.byId(await this.access.endSessions(actor, id));
  }

  @Mutation(() => Account, { description: 'Chooses the language of my mails and pages.' })
  @Allow('signed-in')
  setMyLocale(
    @CurrentActor() actor: Actor,
    @Args('locale', { type: () => Locale }) locale: LocaleName,
  ): Promise<Account> {
    return this.service.setLocale(actor, locale);
  }
}
