import { Query, Resolver } from '@nestjs/graphql';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Allow } from '@upstander/identity';
import { HelpLines } from '../help-lines/help-lines.service.js';

@ObjectType({ description: 'What about getting help waits for a person.' })
export class DirectoryTasks {
  @Field(() => Int, { description: 'Help lines on the site whose check is due.' }) helpLines!: number;
}

@Resolver(() => DirectoryTasks)
export class DirectoryTasksResolver {
  constructor(private readonly lines: HelpLines) {}

  @Query(() => DirectoryTasks, { description: 'What about getting help waits for a person.' })
  @Allow('moderator', 'advocate')
  async directoryTasks(): Promise<DirectoryTasks> {
    return { helpLines: await this.lines.countStale() };
  }
}
