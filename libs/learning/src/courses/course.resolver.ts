import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, Locale, type Actor, type LocaleName } from '@upstander/identity';
import { LearningAudience } from '../articles/article.entity.js';
import { Completions } from './completions.service.js';
import { LessonCheck, MyCompletion, ShownCourse } from './course.js';
import { Courses } from './courses.service.js';

/** Lets anyone take a course; an account is only needed to record the training. */
@Resolver(() => ShownCourse)
export class CourseResolver {
  constructor(
    private readonly taken: Courses,
    private readonly completions: Completions,
  ) {}

  @Query(() => [ShownCourse], { description: 'Published courses, by audience.' })
  @Allow('anyone')
  courses(
    @Args('audience', { type: () => LearningAudience, nullable: true }) audience?: LearningAudience | null,
    @Args('locale', { type: () => Locale, defaultValue: 'en' }) locale: LocaleName = 'en',
  ): Promise<ShownCourse[]> {
    return this.taken.list(locale, audience ?? null);
  }

  @Query(() => ShownCourse, { nullable: true, description: "A single course by slug, with the learner's progress." })
  @Allow('anyone')
  course(
    @Args('slug', { type: () => String }) slug: string,
    @Args('locale', { type: () => Locale, defaultValue: 'en' }) locale: LocaleName = 'en',
    @Args('progress', {
      type: () => String,
      nullable: true,
      description: 'Signed progress returned by `checkLesson`.',
    })
    progress?: string | null,
  ): Promise<ShownCourse | null> {
    return this.taken.findBySlug(slug, locale, progress ?? null);
  }

  @Query(() => LessonCheck, { description: 'Checks the answers to a lesson. Nothing is stored.' })
  @Allow('anyone')
  checkLesson(
    @Args('slug', { type: () => String }) slug: string,
    @Args('lesson', { type: () => Int, description: 'Number of the lesson in the course, starting at 1.' })
    lesson: number,
    @Args('answers', {
      type: () => [Int],
      description: 'Index of the chosen answer to each question, starting at 0; -1 for none.',
    })
    answers: number[],
    @Args('locale', { type: () => Locale, defaultValue: 'en' }) locale: LocaleName = 'en',
    @Args('progress', {
      type: () => String,
      nullable: true,
      description: 'Signed progress returned by `checkLesson`.',
    })
    progress?: string | null,
  ): Promise<LessonCheck> {
    return this.taken.check(slug, { lesson, answers, locale, progress: progress ?? null });
  }

  @Mutation(() => MyCompletion, {
    description:
      'Records that the caller completed a course: the training is valid from today, and a certificate is issued.',
  })
  @Allow('signed-in')
  completeCourse(
    @CurrentActor() actor: Actor,
    @Args('slug', { type: () => String }) slug: string,
    @Args('progress', { type: () => String, description: 'Signed progress returned by `checkLesson`.' })
    progress: string,
    @Args('name', { type: () => String, description: 'Name to print on the certificate.' }) name: string,
  ): Promise<MyCompletion> {
    return this.completions.complete(actor, { slug, progress, name });
  }

  @Query(() => [MyCompletion], { description: 'Courses the signed-in user completed, newest first.' })
  @Allow('signed-in')
  myCompletions(@CurrentActor() actor: Actor): Promise<MyCompletion[]> {
    return this.completions.findMine(actor);
  }
}
