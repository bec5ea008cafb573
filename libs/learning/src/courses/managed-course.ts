import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { SeenBy } from '@upstander/platform';
import { Course, CourseText, type InBoth, type Question } from './course.entity.js';

@ObjectType({ description: 'A text in both languages.' })
export class InBothLanguages {
  @Field({ description: 'In English.' }) en!: string;
  @Field({ description: 'In Spanish.' }) es!: string;
}

@ObjectType({ description: 'An answer that can be chosen, in both languages.' })
export class ManagedAnswer {
  @Field(() => InBothLanguages, { description: 'What it says.' }) text!: InBoth;
  @Field(() => InBothLanguages, { description: 'Why it is right, or what speaks against it.' }) why!: InBoth;
}

@ObjectType({ description: 'A question after a lesson, in both languages.' })
export class ManagedQuestion {
  @Field(() => InBothLanguages, { description: 'What is asked.' }) question!: InBoth;
  @Field(() => [ManagedAnswer], { description: 'What can be answered.' }) answers!: ManagedAnswer[];
  @Field(() => Int, { description: 'Which answer is right, counted from 0.' }) right!: number;
}

@ObjectType({ description: 'One article of a course, and its questions, for those who write it.' })
export class ManagedLesson {
  @Field(() => ID, { description: 'The article that is read.' }) articleId!: string;
  @Field({ description: 'What the article is called.' }) title!: string;
  @Field(() => Boolean, { description: 'Whether the article is on the site; the course is only while all are.' })
  onSite!: boolean;
  @Field(() => [ManagedQuestion], { description: 'What is asked afterwards.' }) questions!: Question[];
}

@ObjectType({ description: 'What a course is called, in one language.' })
export class CourseWords extends SeenBy(CourseText, 'staff') {}

@ObjectType({ description: 'A course for those who look after it.' })
export class ManagedCourse extends SeenBy(Course, 'staff', ['texts']) {
  @Field(() => CourseWords, { description: 'In English.' }) en!: CourseText;
  @Field(() => CourseWords, { description: 'In Spanish.' }) es!: CourseText;
  @Field(() => String, { nullable: true, description: 'The training it gives, in English; null for none.' })
  credential!: string | null;
  @Field(() => Int, { description: 'How many lessons it has.' }) lessonCount!: number;
  @Field(() => Boolean, { description: 'Whether all its articles are on the site; the course is only while they are.' })
  whole!: boolean;
  @Field(() => Int, { description: 'How often it was finished.' }) completions!: number;
}

@ObjectType({ description: 'A course with its lessons, for those who write it.' })
export class WrittenCourse extends ManagedCourse {
  @Field(() => [ManagedLesson], { description: 'Its lessons in their order.' }) lessons!: ManagedLesson[];
}
