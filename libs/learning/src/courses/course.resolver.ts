import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentActor, Locale, type Actor, type LocaleName } from '@upstander/identity';
import { LearningAudience } from '../articles/article.entity.js';
import { Completions } from './completions.service.js';
import { LessonCheck, MyCompletion, ShownCourse } from './course.js';
import { Courses } from './courses.service.js';

/** Taking a course: by everybody, without an account until somebody wants the training written down. */
@Resolver(() => ShownCourse)
export class CourseResolver {
  constructor(
    private readonly taken: Courses,
    private readonly completions: Completions,
  ) {}

  @Query(() => [ShownCourse], { description: 'The courses there are, by audience.' })
  @Allow('anyone')
  courses(
    @Args('audience', { type: () => LearningAudience, nullable: true }) audience?: LearningAudience | null,
    @Args('locale', { type: () => Locale, defaultValue: 'en' }) locale: LocaleName = 'en',
  ): Promise<ShownCourse[]> {
    return this.taken.list(locale, audience ?? null);
  }

  @Query(() => ShownCourse, { nullable: true, description: 'One course by its address, and what of it is done.' })
  @Allow('anyone')
  course(
    @Args('slug', { type: () => String }) slug: string,
    @Args('locale', { type: () => Locale, defaultValue: 'en' }) locale: LocaleName = 'en',
    @Args('progress', {
      type: () => String,
      nullable: true,
      description: 'What was answered so far, as it was signed.',
    })
    progress?: string | null,
  ): Promise<ShownCourse | null> {
    return this.taken.findBySlug(slug, locale, progress ?? null);
  }

  @Query(() => LessonCheck, { description: 'What comes of answers to a lesson; nothing of it is kept.' })
  @Allow('anyone')
  checkLesson(
    @Args('slug', { type: () => String }) slug: string,
    @Args('lesson', { type: () => Int, description: 'Its place in the course, counted from 1.' }) lesson: number,
    @Args('answers', { type: () => [Int], description: 'One for each question, counted from 0; -1 for none.' })
    answers: number[],
    @Args('locale', { type: () => Locale, defaultValue: 'en' }) locale: LocaleName = 'en',
    @Args('progress', {
      type: () => String,
      nullable: true,
      description: 'What was answered so far, as it was signed.',
    })
    progress?: string | null,
  ): Promise<LessonCheck> {
    return this.taken.check(slug, { lesson, answers, locale, progress: progress ?? null });
  }

  @Mutation(() => MyCompletion, {
    description: 'Writes down that I finished a course: the training counts from today, and there is a certificate.',
  })
  @Allow('signed-in')
  completeCourse(
    @CurrentActor() actor: Actor,
    @Args('slug', { type: () => String }) slug: string,
    @Args('progress', { type: () => String, description: 'What was answered, as it was signed.' }) progress: string,
    @Args('name', { type: () => String, description: 'As it is to stand on the certificate.' }) name: string,
  ): Promise<MyCompletion> {
    return this.completions.complete(actor, { slug, progress, name });
  }

  @Query(() => [MyCompletion], { description: 'The courses I finished, the latest first.' })
  @Allow('signed-in')
  myCompletions(@CurrentActor() actor: Actor): Promise<MyCompletion[]> {
    return this.completions.mine(actor);
  }
}
