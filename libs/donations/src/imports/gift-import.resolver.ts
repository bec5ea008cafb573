import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor, OnlyWith } from '@upstander/identity';
import { GiftImports } from './gift-imports.service.js';
import { ManagedGiftImport, RunGiftImportInput } from './gift-import.entity.js';
import { ImportReads } from './import-reads.service.js';

@Area('gifts')
@Resolver(() => ManagedGiftImport)
export class GiftImportResolver {
  constructor(
    private readonly imports: GiftImports,
    private readonly reads: ImportReads,
  ) {}

  @Query(() => [ManagedGiftImport], { description: 'The 50 latest imports, newest first.' })
  @Allow('finance')
  giftImports(@CurrentActor() actor: Actor): Promise<ManagedGiftImport[]> {
    return this.reads.list(actor);
  }

  @Query(() => ManagedGiftImport, { nullable: true, description: 'A single import and its progress.' })
  @Allow('finance')
  giftImport(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ManagedGiftImport> {
    return this.reads.byId(actor, id);
  }

  @Mutation(() => ManagedGiftImport, { description: 'Imports the valid rows of a checked file, in the background.' })
  @OnlyWith('fundraising')
  @Allow('finance')
  runGiftImport(@CurrentActor() actor: Actor, @Args('input') input: RunGiftImportInput): Promise<ManagedGiftImport> {
    return this.imports.run(actor, input);
  }
}
