import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../access/allow.js';
import { Chapter, ChapterPlace, ManagedChapter } from './chapter.entity.js';
import { ChapterService } from './chapter.service.js';
import { CreateChapterArgs } from './create-chapter.args.js';
import { UpdateChapterArgs } from './update-chapter.args.js';

@Resolver(() => Chapter)
export class ChapterResolver {
  constructor(private readonly service: ChapterService) {}

  @Query(() => [Chapter], { description: 'Local chapters, by name.' })
  @Allow('anyone')
  chapters(
    @Args('closed', {
      type: () => Boolean,
      nullable: true,
      description: 'True for closed chapters; omit for open ones.',
    })
    closed?: boolean | null,
  ): Promise<Chapter[]> {
    return this.service.list(closed ?? false);
  }

  @Query(() => [ManagedChapter], { description: 'All local chapters, open ones first.' })
  @Allow('admin')
  allChapters(): Promise<ManagedChapter[]> {
    return this.service.all();
  }

  @Query(() => [ChapterPlace], { description: 'Locations of open chapters that have a known ZIP or postal code.' })
  @Allow('anyone')
  chapterPlaces(): Promise<ChapterPlace[]> {
    return this.service.places();
  }

  @Mutation(() => Chapter, { description: 'Creates a local chapter.' })
  @Allow('admin')
  createChapter(@Args() args: CreateChapterArgs): Promise<Chapter> {
    return this.service.create(args);
  }

  @Mutation(() => Chapter, { description: "Updates a chapter's name and location; its slug does not change." })
  @Allow('admin')
  updateChapter(@Args() args: UpdateChapterArgs): Promise<Chapter> {
    return this.service.update(args);
  }

  @Mutation(() => Chapter, {
    description:
      'Closes a chapter: it is no longer listed, and its history is kept. Rejected while it has upcoming or ongoing activities.',
  })
  @Allow('admin')
  closeChapter(@Args('id', { type: () => ID }) id: string): Promise<Chapter> {
    return this.service.close(id);
  }

  @Mutation(() => Chapter, { description: 'Reopens a closed chapter.' })
  @Allow('admin')
  reopenChapter(@Args('id', { type: () => ID }) id: string): Promise<Chapter> {
    return this.service.reopen(id);
  }
}
