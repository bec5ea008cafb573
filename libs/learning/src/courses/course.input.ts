import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { Course, CourseText } from './course.entity.js';

@InputType({ description: 'A text in both languages.' })
export class InBothInput {
  @Field({ description: 'In English.' }) en!: string;
  @Field({ description: 'In Spanish.' }) es!: string;
}

@InputType({ description: 'An answer that can be chosen, and what is said of it.' })
export class AnswerInput {
  @Field(() => InBothInput, { description: 'What it says.' }) text!: InBothInput;
  @Field(() => InBothInput, { description: 'Why it is right, or what speaks against it.' }) why!: InBothInput;
}

@InputType({ description: 'A question after a lesson.' })
export class QuestionInput {
  @Field(() => InBothInput, { description: 'What is asked.' }) question!: InBothInput;
  @Field(() => [AnswerInput], { description: 'Two to five.' }) answers!: AnswerInput[];
  @Field(() => Int, { description: 'Which answer is right, counted from 0.' }) right!: number;
}

@InputType({ description: 'One article of a course, and its questions.' })
export class LessonInput {
  @Field(() => ID, { description: 'The article that is read.' }) articleId!: string;
  @Field(() => [QuestionInput], { description: 'At most eight.' }) questions!: QuestionInput[];
}

@InputType({ description: 'What a course is called, in one language.' })
export class CourseTextInput extends InputOf(CourseText, { required: ['title', 'summary'] }) {}

@InputType({ description: 'A course as it is to be, in both languages.' })
export class CourseInput extends InputOf(Course, {
  required: ['audience', 'minutes'],
  optional: ['credentialTypeId'],
}) {
  @Field(() => CourseTextInput, { description: 'In English.' }) en!: CourseTextInput;
  @Field(() => CourseTextInput, { description: 'In Spanish.' }) es!: CourseTextInput;
  @Field(() => [LessonInput], { description: 'In the order they are taken; at most twelve.' }) lessons!: LessonInput[];
}
