import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area } from '@upstander/identity';
import { ManagedServiceImport, RunServiceImportInput } from './service-import.entity.js';
import { ServiceImports } from './service-imports.service.js';

@Area('help_directory')
@Resolver(() => ManagedServiceImport)
export class ServiceImportResolver {
  constructor(private readonly imports: ServiceImports) {}

  @Query(() => [ManagedServiceImport], { description: 'The 20 latest service imports, newest first.' })
  @Allow('moderator', 'advocate')
  serviceImports(): Promise<ManagedServiceImport[]> {
    return this.imports.list();
  }

  @Query(() => ManagedServiceImport, { description: 'A single service import and its progress.' })
  @Allow('moderator', 'advocate')
  serviceImport(@Args('id', { type: () => ID }) id: string): Promise<ManagedServiceImport> {
    return this.imports.byId(id);
  }

  @Mutation(() => ManagedServiceImport, { description: 'Imports a checked file, in the background.' })
  @Allow('moderator', 'advocate')
  runServiceImport(@Args('input') input: RunServiceImportInput): Promise<ManagedServiceImport> {
    return this.imports.run(input);
  }
}
