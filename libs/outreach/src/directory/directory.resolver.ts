import { Args, Field, ID, InputType, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '@upstander/identity';
import { isUuid, PageArgs } from '@upstander/platform';
import { DirectoryEntry, DirectoryEntryConnection, DirectoryKind } from './directory-entry.entity.js';
import { Directory } from './directory.service.js';

@InputType({ description: 'Which districts and schools; what is left out does not narrow.' })
export class DirectoryFilter {
  @Field(() => String, { nullable: true, description: 'A part of a name or a city.' }) search?: string | null;
  @Field(() => DirectoryKind, { nullable: true, description: 'Only districts, or only schools.' })
  kind?: DirectoryKind | null;
}

@Resolver(() => DirectoryEntry)
export class DirectoryResolver {
  constructor(private readonly directory: Directory) {}

  @Query(() => [DirectoryEntry], { description: 'Schools and districts by a part of their name or city, at most 12.' })
  @Allow('anyone')
  findSchools(
    @Args('search', { type: () => String, description: 'At least three letters.' }) search: string,
  ): Promise<DirectoryEntry[]> {
    return this.directory.search(search);
  }

  @Query(() => DirectoryEntry, { nullable: true, description: 'A school or a district of the directory.' })
  @Allow('anyone')
  directoryEntry(@Args('id', { type: () => ID }) id: string): Promise<DirectoryEntry | null> {
    return isUuid(id) ? this.directory.byId(id) : Promise.resolve(null);
  }

  @Query(() => DirectoryEntryConnection, { description: 'The directory, by name.' })
  @Allow('organizer')
  schoolDirectory(
    @Args() page: PageArgs,
    @Args('filter', { type: () => DirectoryFilter, nullable: true }) filter?: DirectoryFilter | null,
  ): Promise<DirectoryEntryConnection> {
    return this.directory.list(filter ?? {}, page);
  }
}
