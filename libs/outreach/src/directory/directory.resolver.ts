import { Args, Field, ID, InputType, Query, Resolver } from '@nestjs/graphql';
import { Allow, Area } from '@upstander/identity';
import { isUuid, PageArgs } from '@upstander/platform';
import { DirectoryEntry, DirectoryEntryConnection, DirectoryKind } from './directory-entry.entity.js';
import { Directory } from './directory.service.js';

@InputType({ description: 'Filter for districts and schools. Omitted fields do not filter.' })
export class DirectoryFilter {
  @Field(() => String, { nullable: true, description: 'Part of a name or city.' }) search?: string | null;
  @Field(() => DirectoryKind, { nullable: true, description: 'Only districts, or only schools.' })
  kind?: DirectoryKind | null;
}

@Area('schools')
@Resolver(() => DirectoryEntry)
export class DirectoryResolver {
  constructor(private readonly directory: Directory) {}

  @Query(() => [DirectoryEntry], { description: 'Schools and districts matching part of a name or city; at most 12.' })
  @Allow('anyone')
  findSchools(
    @Args('search', { type: () => String, description: 'Search text; at least three letters.' }) search: string,
  ): Promise<DirectoryEntry[]> {
    return this.directory.search(search);
  }

  @Query(() => DirectoryEntry, { nullable: true, description: 'A single school or district in the directory.' })
  @Allow('anyone')
  directoryEntry(@Args('id', { type: () => ID }) id: string): Promise<DirectoryEntry | null> {
    return isUuid(id) ? this.directory.byId(id) : Promise.resolve(null);
  }

  @Query(() => DirectoryEntryConnection, { description: 'The school directory, by name.' })
  @Allow('organizer')
  schoolDirectory(
    @Args() page: PageArgs,
    @Args('filter', { type: () => DirectoryFilter, nullable: true }) filter?: DirectoryFilter | null,
  ): Promise<DirectoryEntryConnection> {
    return this.directory.list(filter ?? {}, page);
  }
}
