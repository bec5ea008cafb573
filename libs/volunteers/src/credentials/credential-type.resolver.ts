import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { CredentialText, CredentialType } from './credential-type.entity.js';
import { CredentialTextInput, CredentialTypeInput } from './credential-type.input.js';
import { CredentialTypes } from './credential-types.service.js';

@Resolver(() => CredentialType)
export class CredentialTypeResolver {
  constructor(private readonly types: CredentialTypes) {}

  @Query(() => [CredentialType], { description: 'Credential types that shifts can require.' })
  @Allow('anyone')
  credentialTypes(): Promise<CredentialType[]> {
    return this.types.list(false);
  }

  @Query(() => [CredentialType], { description: 'All credential types, including retired ones.' })
  @Allow('admin')
  allCredentialTypes(): Promise<CredentialType[]> {
    return this.types.list(true);
  }

  @Query(() => CredentialText, { description: 'The text of a waiver or a screening disclosure.' })
  @Allow('anyone')
  credentialText(
    @Args('typeId', { type: () => ID }) typeId: string,
    @Args('version', { type: () => Int, nullable: true }) version?: number | null,
  ): Promise<CredentialText> {
    return this.types.findText(typeId, version);
  }

  @Query(() => Int, {
    description:
      'Number of volunteers with a valid credential of this type. For a waiver, this many would have to sign again after a new version.',
  })
  @Allow('admin')
  credentialHolders(@Args('typeId', { type: () => ID }) typeId: string): Promise<number> {
    return this.types.holders(typeId);
  }

  @Mutation(() => CredentialType, { description: 'Creates a credential type that shifts can require.' })
  @Allow('admin')
  createCredentialType(@Args('input') input: CredentialTypeInput): Promise<CredentialType> {
    return this.types.create(input);
  }

  @Mutation(() => CredentialType, {
    description: 'Updates the texts and terms of a credential type; its kind cannot change.',
  })
  @Allow('admin')
  updateCredentialType(
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: CredentialTypeInput,
  ): Promise<CredentialType> {
    return this.types.update(id, input);
  }

  @Mutation(() => CredentialType, {
    description: 'Retires or restores a credential type. Existing credentials remain valid.',
  })
  @Allow('admin')
  retireCredentialType(
    @Args('id', { type: () => ID }) id: string,
    @Args('retired', { type: () => Boolean, defaultValue: true }) isRetired: boolean,
  ): Promise<CredentialType> {
    return this.types.retire(id, isRetired);
  }

  @Mutation(() => CredentialType, {
    description: 'Publishes the next version of a text. People who signed an older version are asked to sign again.',
  })
  @Allow('admin')
  publishCredentialText(
    @CurrentActor() actor: Actor,
    @Args('typeId', { type: () => ID }) typeId: string,
    @Args('input') input: CredentialTextInput,
  ): Promise<CredentialType> {
    return this.types.publishText(actor, typeId, input);
  }
}
