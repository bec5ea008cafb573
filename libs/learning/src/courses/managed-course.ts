import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { SeenBy } from '@upstander/platform';
import { Course, CourseText, type BilingualText, type Question } from './course.entity.js';

@ObjectType({ description: 'A text in both languages.' })
export class LocalizedText {
  @Field({ description: 'Text in English.' }) en!: string;
  @Field({ description: 'Text in Spanish.' }) es!: string;
}

@ObjectType({ description: 'A possible answer, in both languages.' })
export class ManagedAnswer {
  @Field(() => LocalizedText, { description: 'Text of the answer.' }) text!: BilingualText;
  /** Shown as `explanation`. */
  why!: BilingualText;
}

@ObjectType({ description: 'A quiz question after a lesson, in both languages.' })
export class ManagedQuestion {
  @Field(() => LocalizedText, { description: 'Text of the question.' }) question!: BilingualText;
  @Field(() => [ManagedAnswer], { description: 'Possible answers.' }) answers!: ManagedAnswer[];
  @Field(() => Int, { description: 'Index of the right answer, starting at 0.' }) right!: number;
}

@ObjectType({ description: 'A lesson of a course, as shown to its editors.' })
export class ManagedLesson {
  @Field(() => ID, { description: 'ID of the article.' }) articleId!: string;
  @Field({ description: 'Title of the article.' }) title!: string;
  @Field(() => Boolean, {
    description: 'True if the article is published. A course is only on the site while all of its articles are.',
  })
  onSite!: boolean;
  @Field(() => [ManagedQuestion], { description: 'Questions after the lesson.' }) questions!: Question[];
}

@ObjectType({ description: 'Title and summary of a course in one language.' })
export class ManagedCourseText extends SeenBy(CourseText, 'staff') {}

@ObjectType({ description: 'A course, as shown to editors.' })
export class ManagedCourse extends SeenBy(Course, 'staff', ['texts']) {
  @Field(() => ManagedCourseText, { description: 'Text in English.' }) en!: CourseText;
  @Field(() => ManagedCourseText, { description: 'Text in Spanish.' }) es!: CourseText;
  @Field(() => String, {
    nullable: true,
    description: 'Name of the training credential awarded, in English; null if none.',
  })
  credential!: string | null;
  @Field(() => Int, { description: 'Number of lessons.' }) lessonCount!: number;
  @Field(() => Boolean, {
    description: 'True if all of its articles are published. A course is only on the site while they are.',
  })
  allArticlesPublished!: boolean;
  @Field(() => Int, { description: 'Number of times it was completed.' }) completions!: number;
}

@ObjectType({ description: 'A course with its lessons, as shown to editors.' })
export class ManagedCourseDetails extends ManagedCourse {
  @Field(() => [ManagedLesson], { description: 'Lessons, in order.' }) lessons!: ManagedLesson[];
}
