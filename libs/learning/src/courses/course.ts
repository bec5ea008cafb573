import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LearningAudience } from '../articles/article.entity.js';

@ObjectType({ description: 'One answer that can be chosen.' })
export class LessonAnswer {
  @Field(() => Int, { description: 'Counted from 0.' }) number!: number;
  @Field({ description: 'What it says.' }) text!: string;
}

@ObjectType({ description: 'A question after a lesson; one answer is right.' })
export class LessonQuestion {
  @Field({ description: 'What is asked.' }) text!: string;
  @Field(() => [LessonAnswer], { description: 'What can be answered.' }) answers!: LessonAnswer[];
}

@ObjectType({ description: 'One article of a course, and its questions.' })
export class ShownLesson {
  @Field(() => Int, { description: 'Its place in the course, counted from 1.' }) number!: number;
  @Field({ description: "The article's name in addresses." }) slug!: string;
  @Field({ description: 'What the article is called.' }) title!: string;
  @Field({ description: 'What the article is about.' }) summary!: string;
  @Field({ description: 'What to know before reading on; it stands first.' }) note!: string;
  @Field({ description: 'The article as safe HTML.' }) bodyHtml!: string;
  @Field(() => [LessonQuestion], { description: 'What is asked afterwards.' }) questions!: LessonQuestion[];
  @Field(() => Boolean, { description: 'Whether its questions were answered, as the progress says.' }) done!: boolean;
}

@ObjectType({ description: 'The training that whoever finishes a course gets.' })
export class CourseCredential {
  @Field({ description: 'What it is called.' }) name!: string;
  @Field(() => Int, { nullable: true, description: 'Months for which it counts; null for good.' })
  validMonths!: number | null;
}

@ObjectType('Course', { description: 'Articles in an order, each with a few questions, in one language.' })
export class ShownCourse {
  @Field({ description: 'Its name in addresses.' }) slug!: string;
  @Field(() => LearningAudience, { description: 'Whom it is written for.' }) audience!: LearningAudience;
  @Field({ description: 'What it is called.' }) title!: string;
  @Field({ description: 'What one learns in it.' }) summary!: string;
  @Field(() => Int, { description: 'How many minutes it takes, about.' }) minutes!: number;
  @Field(() => CourseCredential, {
    nullable: true,
    description: 'What whoever finishes it gets; null for a certificate alone.',
  })
  credential!: CourseCredential | null;
  @Field(() => [ShownLesson], { description: 'Its lessons in their order.' }) lessons!: ShownLesson[];
  @Field(() => Boolean, { description: 'Whether all lessons are done, as the progress says.' }) finished!: boolean;
}

@ObjectType({ description: 'What came of one answer.' })
export class CheckedAnswer {
  @Field(() => Int, { nullable: true, description: 'The answer that was chosen; null for none.' }) chosen!:
    number | null;
  @Field(() => Boolean, { description: 'Whether it is right.' }) right!: boolean;
  @Field({ description: 'Why it is right, or what speaks against it; empty where none was chosen.' }) why!: string;
}

@ObjectType({
  description: 'What came of the answers to a lesson. Whoever got one wrong answers again, as often as they like.',
})
export class LessonCheck {
  @Field(() => [CheckedAnswer], { description: 'One for each question.' }) answers!: CheckedAnswer[];
  @Field(() => Boolean, { description: 'Whether all of them are right.' }) passed!: boolean;
  @Field({ description: 'Which lessons are done now, signed; nothing of it is kept here.' }) progress!: string;
  @Field(() => Boolean, { description: 'Whether the whole course is done.' }) finished!: boolean;
}

@ObjectType({ description: 'A course that somebody finished, for them.' })
export class MyCompletion {
  @Field({ description: 'What the course is called.' }) title!: string;
  @Field({ description: 'The name on the certificate.' }) name!: string;
  @Field({ description: 'The day it was finished, as 2026-12-05.' }) completedOn!: string;
  @Field(() => String, {
    nullable: true,
    description: 'The last day on which the training counts; null for good, or without one.',
  })
  expiresOn!: string | null;
  @Field({ description: 'Where the certificate is, as PDF.' }) certificateUrl!: string;
  @Field({ description: 'Where the badge is, as a signed credential (Open Badges 3.0).' }) badgeUrl!: string;
}
