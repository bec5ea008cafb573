import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.js';
import { Chapter, ChapterPlace, ManagedChapter } from './chapter.entity.js';
import { ChapterService } from './chapter.service.js';
import { CreateChapterArgs } from './create-chapter.args.js';
import { UpdateChapterArgs } from './update-chapter.args.js';

@Resolver(() => Chapter)
export class ChapterResolver {
  constructor(private readonly service: ChapterService) {}

  @Query(() => [Chapter], { description: 'The local branches, by name.' })
  @Allow('anyone')
  chapters(
    @Args('closed', {
      type: () => Boolean,
      nullable: true,
      description: 'True for those that were closed; left out for those that are open.',
    })
    closed?: boolean | null,
  ): Promise<Chapter[]> {
    return this.service.list(closed ?? false);
  }

  @Query(() => [ManagedChapter], { description: 'All local branches, those that are open first.' })
  @Allow('admin')
  allChapters(): Promise<ManagedChapter[]> {
    return this.service.all();
  }

  @Query(() => [ChapterPlace], { description: 'Where the open branches are that have a postcode we know.' })
  @Allow('anyone')
  chapterPlaces(): Promise<ChapterPlace[]> {
    return this.service.places();
  }

  @Mutation(() => Chapter, { description: 'Opens a local branch.' })
  @Allow('admin')
  createChapter(@Args() args: CreateChapterArgs): Promise<Chapter> {
    return this.service.create(args);
  }

  @Mutation(() => Chapter, { description: 'Changes what a branch is called and where it is; its address stays.' })
  @Allow('admin')
  updateChapter(@Args() args: UpdateChapterArgs): Promise<Chapter> {
    return this.service.update(args);
  }

  @Mutation(() => Chapter, {
    description:
      'Closes a branch: it leaves the lists, and what it did stays. Refused while it has something ahead or under way.',
  })
  @Allow('admin')
  closeChapter(@Args('id', { type: () => ID }) id: string): Promise<Chapter> {
    return this.service.close(id);
  }

  @Mutation(() => Chapter, { description: 'Opens a closed branch again.' })
  @Allow('admin')
  reopenChapter(@Args('id', { type: () => ID }) id: string): Promise<Chapter> {
    return this.service.reopen(id);
  }
}
