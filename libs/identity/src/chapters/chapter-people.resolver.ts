import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Acknowledgement } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import { Allow } from '../access/allow.js';
import { CurrentActor } from '../access/current-actor.js';
import { ChapterPerson, MyChapterPage } from './chapter.entity.js';
import { ChapterPeople } from './chapter-people.service.js';
import { ShowMeInput } from './show-me.input.js';

@Resolver(() => ChapterPerson)
export class ChapterPeopleResolver {
  constructor(private readonly people: ChapterPeople) {}

  @Query(() => [ChapterPerson], { description: "Staff members shown on a chapter's page, with their consent." })
  @Allow('anyone')
  chapterPeople(@Args('slug', { type: () => String }) slug: string): Promise<ChapterPerson[]> {
    return this.people.list(slug);
  }

  @Query(() => [MyChapterPage], { description: 'Chapter pages the caller can be shown on.' })
  @Allow('signed-in')
  myChapterPages(@CurrentActor() actor: Actor): Promise<MyChapterPage[]> {
    return this.people.findMine(actor);
  }

  @Mutation(() => Acknowledgement, { description: 'Shows the caller on the page of a chapter they work for.' })
  @Allow('signed-in')
  showMeOnChapter(@CurrentActor() actor: Actor, @Args('input') input: ShowMeInput): Promise<Acknowledgement> {
    return this.people.show(actor, input);
  }

  @Mutation(() => Acknowledgement, { description: "Removes the caller from a chapter's page." })
  @Allow('signed-in')
  hideMeFromChapter(
    @CurrentActor() actor: Actor,
    @Args('chapterId', { type: () => ID, description: 'ID of the chapter whose page shows the caller.' })
    chapterId: string,
  ): Promise<Acknowledgement> {
    return this.people.hide(actor, chapterId);
  }
}
