import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LearningAudience } from '../articles/article.entity.js';

@ObjectType({ description: 'A possible answer.' })
export class LessonAnswer {
  @Field(() => Int, { description: 'Index of the answer, starting at 0.' }) number!: number;
  @Field({ description: 'Text of the answer.' }) text!: string;
}

@ObjectType({ description: 'A quiz question after a lesson, with one right answer.' })
export class LessonQuestion {
  @Field({ description: 'Text of the question.' }) text!: string;
  @Field(() => [LessonAnswer], { description: 'Possible answers.' }) answers!: LessonAnswer[];
}

@ObjectType({ description: 'A lesson of a course: an article with questions.' })
export class CourseLesson {
  @Field(() => Int, { description: 'Number of the lesson in the course, starting at 1.' }) number!: number;
  @Field({ description: 'Slug of the article.' }) slug!: string;
  @Field({ description: 'Title of the article.' }) title!: string;
  @Field({ description: 'Summary of the article.' }) summary!: string;
  @Field({ description: 'Note shown before the text.' }) note!: string;
  @Field({ description: 'The article, as sanitized HTML.' }) bodyHtml!: string;
  @Field(() => [LessonQuestion], { description: 'Questions after the lesson.' }) questions!: LessonQuestion[];
  @Field(() => Boolean, { description: 'True if its questions were answered, according to the progress.' })
  done!: boolean;
}

@ObjectType({ description: 'The training credential awarded for completing a course.' })
export class CourseCredential {
  @Field({ description: 'Name of the credential.' }) name!: string;
  @Field(() => Int, { nullable: true, description: 'Validity in months; null if it does not expire.' })
  validMonths!: number | null;
}

@ObjectType('Course', { description: 'A course in one language: articles in order, each with questions.' })
export class ShownCourse {
  @Field({ description: 'Slug used in page URLs.' }) slug!: string;
  @Field(() => LearningAudience, { description: 'Intended audience.' }) audience!: LearningAudience;
  @Field({ description: 'Title of the course.' }) title!: string;
  @Field({ description: 'Summary of what learners will learn.' }) summary!: string;
  @Field(() => Int, { description: 'Approximate duration in minutes.' }) minutes!: number;
  @Field(() => CourseCredential, {
    nullable: true,
    description: 'Credential awarded for completion; null if there is only a certificate.',
  })
  credential!: CourseCredential | null;
  @Field(() => [CourseLesson], { description: 'Lessons, in order.' }) lessons!: CourseLesson[];
  @Field(() => Boolean, { description: 'True if all lessons are done, according to the progress.' }) finished!: boolean;
}

@ObjectType({ description: 'Result of one answer.' })
export class CheckedAnswer {
  @Field(() => Int, { nullable: true, description: 'Index of the chosen answer; null if none.' }) chosen!:
    | number
    | null;
  @Field(() => Boolean, { description: 'True if the answer is right.' }) isCorrect!: boolean;
  @Field({ description: 'Explanation of why it is right or wrong; empty if none was chosen.' }) explanation!: string;
}

@ObjectType({
  description: 'Result of the answers to a lesson. Learners can retry as often as they like.',
})
export class LessonCheck {
  @Field(() => [CheckedAnswer], { description: 'One result per question.' }) answers!: CheckedAnswer[];
  @Field(() => Boolean, { description: 'True if all answers are right.' }) passed!: boolean;
  @Field({ description: 'Signed progress: the lessons done so far. It is not stored on the server.' })
  progress!: string;
  @Field(() => Boolean, { description: 'True if the whole course is done.' }) finished!: boolean;
}

@ObjectType({ description: 'A completed course, as shown to the learner.' })
export class MyCompletion {
  @Field({ description: 'Title of the course.' }) title!: string;
  @Field({ description: 'Name on the certificate.' }) name!: string;
  @Field({ description: 'Date of completion, for example 2026-12-05.' }) completedOn!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Last day the training is valid; null if it does not expire or there is none.',
  })
  expiresOn!: string | null;
  @Field({ description: 'URL of the certificate as a PDF.' }) certificateUrl!: string;
  @Field({ description: 'URL of the badge as a signed credential (Open Badges 3.0).' }) badgeUrl!: string;
}
