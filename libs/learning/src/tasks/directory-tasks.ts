import { Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '@upstander/identity';
import { HelpLines } from '../help-lines/help-lines.service.js';
import { ServiceReads } from '../services/service-reads.js';

@ObjectType({ description: 'What about getting help waits for a person.' })
export class DirectoryTasks {
  @Field(() => Int, { description: 'Help lines on the site whose check is due.' }) helpLines!: number;
  @Field(() => Int, { description: 'Services on the site whose check is due.' }) services!: number;
}

@Resolver(() => DirectoryTasks)
export class DirectoryTasksResolver {
  constructor(
    private readonly lines: HelpLines,
    private readonly services: ServiceReads,
  ) {}

  @Query(() => DirectoryTasks, { description: 'What about getting help waits for a person.' })
  @Allow('moderator', 'advocate')
  async directoryTasks(): Promise<DirectoryTasks> {
    const [helpLines, services] = await Promise.all([this.lines.countStale(), this.services.countStale()]);
    return { helpLines, services };
  }
}
