import { Query, Resolver } from '@nestjs/graphql';
import { Allow, Area, CurrentActor, type Actor } from '@upstander/identity';
import { DirectoryTasks } from './directory-tasks.js';
import { DirectoryTaskCounts } from './directory-tasks.service.js';

@Area('help_directory')
@Resolver(() => DirectoryTasks)
export class DirectoryTasksResolver {
  constructor(private readonly tasks: DirectoryTaskCounts) {}

  @Query(() => DirectoryTasks, { description: 'Items in the help and service directory that need attention.' })
  @Allow('moderator', 'advocate')
  directoryTasks(@CurrentActor() actor: Actor): Promise<DirectoryTasks> {
    return this.tasks.count(actor);
  }
}
