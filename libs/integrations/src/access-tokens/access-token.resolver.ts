import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import {
  AccessToken,
  AccessTokenArea,
  AccessTokenKind,
  AccessTokenSecret,
  CreateAccessTokenInput,
} from './access-token.entity.js';
import { AccessTokens } from './access-tokens.service.js';

@Resolver(() => AccessToken)
export class AccessTokenResolver {
  constructor(private readonly tokens: AccessTokens) {}

  @Query(() => [AccessToken], { description: 'Access tokens of everyone, active ones first, at most 500.' })
  @Allow('admin')
  accessTokens(): Promise<AccessToken[]> {
    return this.tokens.list(null);
  }

  @Query(() => [AccessToken], { description: 'Access tokens of the caller, active ones first.' })
  @Allow('organizer', 'moderator', 'finance')
  @Area.every()
  myAccessTokens(@CurrentActor() { accountId }: Actor): Promise<AccessToken[]> {
    return this.tokens.list(accountId);
  }

  @Query(() => [AccessTokenArea], {
    description: 'Areas that a new access token of the caller can include, by the roles of the caller.',
  })
  @Allow('organizer', 'moderator', 'finance')
  @Area.every()
  accessTokenAreas(
    @CurrentActor() actor: Actor,
    @Args('kind', { type: () => AccessTokenKind, description: 'Kind of the new token.' }) kind: AccessTokenKind,
    @Args('chapterId', { type: () => ID, nullable: true, description: 'ID of the only chapter it works in.' })
    chapterId?: string | null,
  ): Promise<AccessTokenArea[]> {
    return this.tokens.findAreas(actor, kind, chapterId ?? null);
  }

  @Mutation(() => AccessTokenSecret, {
    description:
      'Creates an access token, after an authenticator code within the last few minutes, and returns its secret once.',
  })
  @Allow('organizer', 'moderator', 'finance')
  @Area.every()
  createAccessToken(
    @CurrentActor() actor: Actor,
    @Args('input') input: CreateAccessTokenInput,
  ): Promise<AccessTokenSecret> {
    return this.tokens.create(actor, input);
  }

  @Mutation(() => AccessToken, {
    description: 'Revokes an access token of the caller, or of anyone for admins, effective immediately.',
  })
  @Allow('organizer', 'moderator', 'finance')
  @Area.every()
  revokeAccessToken(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<AccessToken> {
    return this.tokens.revoke(actor, id);
  }
}
