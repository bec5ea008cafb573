import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Connection } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import { Allow } from '../access/allow.js';
import { CurrentActor } from '../access/current-actor.js';
import { AccountAccess } from './account-access.js';
import { AccountService } from './account.service.js';
import { ShownAccount, AccountConnection } from './account.type.js';
import { AccountsArgs } from './accounts.args.js';
import { CreateAccountInput } from './create-account.input.js';
import { Locale, type LocaleName } from '../languages/locale.js';

@Resolver(() => ShownAccount)
export class AccountResolver {
  constructor(
    private readonly service: AccountService,
    private readonly access: AccountAccess,
  ) {}

  @Query(() => ShownAccount, { nullable: true, description: 'The signed-in user; null if not signed in.' })
  @Allow('anyone')
  me(@CurrentActor() actor: Actor): Promise<ShownAccount | null> {
    return this.service.me(actor);
  }

  @Query(() => String, {
    description: "Key for encrypting the caller's unfinished forms in the browser: base64 of an AES-256-GCM key.",
  })
  @Allow('signed-in')
  draftKey(@CurrentActor() actor: Actor): string {
    return this.service.draftKey(actor);
  }

  @Query(() => AccountConnection, { description: 'All accounts, by email address.' })
  @Allow('admin')
  accounts(@Args() args: AccountsArgs): Promise<Connection<ShownAccount>> {
    return this.service.list(args);
  }

  @Mutation(() => ShownAccount, { description: 'Creates an account and emails the person how to sign in.' })
  @Allow('admin')
  createAccount(@CurrentActor() actor: Actor, @Args('input') input: CreateAccountInput): Promise<ShownAccount> {
    return this.service.create(actor, input);
  }

  @Mutation(() => ShownAccount, {
    description: 'Disables an account: ends all of its sessions and blocks sign-in.',
  })
  @Allow('admin')
  async disableAccount(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ShownAccount> {
    return this.service.byId(await this.access.disable(actor, id));
  }

  @Mutation(() => ShownAccount, { description: 'Re-enables a disabled account with its previous roles.' })
  @Allow('admin')
  async enableAccount(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ShownAccount> {
    return this.service.byId(await this.access.enable(actor, id));
  }

  @Mutation(() => ShownAccount, { description: 'Ends all sessions of an account.' })
  @Allow('admin')
  async endSessions(
    @CurrentActor() actor: Actor,
    @Args('accountId', { type: () => ID }) id: string,
  ): Promise<ShownAccount> {
    return this.service.byId(await this.access.endSessions(actor, id));
  }

  @Mutation(() => ShownAccount, { description: "Sets the caller's language for emails and pages." })
  @Allow('signed-in')
  setMyLocale(
    @CurrentActor() actor: Actor,
    @Args('locale', { type: () => Locale }) locale: LocaleName,
  ): Promise<ShownAccount> {
    return this.service.setLocale(actor, locale);
  }
}
