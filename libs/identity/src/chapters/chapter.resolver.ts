import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.js';
import { Chapter } from './chapter.entity.js';
import { ChapterService } from './chapter.service.js';
import { CreateChapterArgs } from './create-chapter.args.js';

@Resolver(() => Chapter)
export class ChapterResolver {
  constructor(private readonly service: ChapterService) {}

  @Query(() => [Chapter], { description: 'The local branches, by name.' })
  @Allow('anyone')
  chapters(): Promise<Chapter[]> {
    return this.service.list();
  }

  @Mutation(() => Chapter, { description: 'Opens a local branch.' })
  @Allow('admin')
  createChapter(@Args() args: CreateChapterArgs): Promise<Chapter> {
    return this.service.create(args);
  }
}
