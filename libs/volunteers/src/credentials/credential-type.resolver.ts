import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, type Actor } from '@upstander/identity';
import { CredentialText, CredentialType } from './credential-type.entity.js';
import { CredentialTextInput, CredentialTypeInput } from './credential-type.input.js';
import { CredentialTypes } from './credential-types.service.js';

@Resolver(() => CredentialType)
export class CredentialTypeResolver {
  constructor(private readonly types: CredentialTypes) {}

  @Query(() => [CredentialType], { description: 'What shifts can ask for.' })
  @Allow('anyone')
  credentialTypes(): Promise<CredentialType[]> {
    return this.types.list(false);
  }

  @Query(() => [CredentialType], { description: 'The same with those that nothing asks for any more.' })
  @Allow('admin')
  allCredentialTypes(): Promise<CredentialType[]> {
    return this.types.list(true);
  }

  @Query(() => CredentialText, { description: 'What is signed, or read before a screening.' })
  @Allow('anyone')
  credentialText(
    @Args('typeId', { type: () => ID }) typeId: string,
    @Args('version', { type: () => Int, nullable: true }) version?: number | null,
  ): Promise<CredentialText> {
    return this.types.text(typeId, version);
  }

  @Query(() => Int, {
    description:
      'How many volunteers have it today; of a waiver, as many are asked again by a new version of its text.',
  })
  @Allow('admin')
  credentialHolders(@Args('typeId', { type: () => ID }) typeId: string): Promise<number> {
    return this.types.holders(typeId);
  }

  @Mutation(() => CredentialType, { description: 'Adds a credential that shifts can ask for.' })
  @Allow('admin')
  createCredentialType(@Args('input') input: CredentialTypeInput): Promise<CredentialType> {
    return this.types.create(input);
  }

  @Mutation(() => CredentialType, { description: 'Changes the words and terms of a credential; its kind stays.' })
  @Allow('admin')
  updateCredentialType(
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: CredentialTypeInput,
  ): Promise<CredentialType> {
    return this.types.update(id, input);
  }

  @Mutation(() => CredentialType, {
    description: 'Lets no shift ask for it any more (or lets them again); whoever has it keeps it.',
  })
  @Allow('admin')
  retireCredentialType(
    @Args('id', { type: () => ID }) id: string,
    @Args('retired', { type: () => Boolean, defaultValue: true }) retired: boolean,
  ): Promise<CredentialType> {
    return this.types.retire(id, retired);
  }

  @Mutation(() => CredentialType, {
    description: 'Publishes the next version of a text; whoever signed an older one is asked again.',
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
