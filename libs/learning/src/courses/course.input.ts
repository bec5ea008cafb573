import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { Course, CourseText } from './course.entity.js';

@InputType({ description: 'A text in both languages.' })
export class LocalizedTextInput {
  @Field({ description: 'Text in English.' }) en!: string;
  @Field({ description: 'Text in Spanish.' }) es!: string;
}

@InputType({ description: 'A possible answer, with its explanation.' })
export class AnswerInput {
  @Field(() => LocalizedTextInput, { description: 'Text of the answer.' }) text!: LocalizedTextInput;
  @Field(() => LocalizedTextInput, { description: 'Explanation of why it is right or wrong.' })
  explanation!: LocalizedTextInput;
}

@InputType({ description: 'A quiz question after a lesson.' })
export class QuestionInput {
  @Field(() => LocalizedTextInput, { description: 'Text of the question.' }) question!: LocalizedTextInput;
  @Field(() => [AnswerInput], { description: 'Possible answers, two to five.' }) answers!: AnswerInput[];
  @Field(() => Int, { description: 'Index of the right answer, starting at 0.' }) right!: number;
}

@InputType({ description: 'A lesson of a course: an article with questions.' })
export class LessonInput {
  @Field(() => ID, { description: 'ID of the article.' }) articleId!: string;
  @Field(() => [QuestionInput], { description: 'Questions of the lesson; at most eight.' }) questions!: QuestionInput[];
}

@InputType({ description: 'Title and summary of a course in one language.' })
export class CourseTextInput extends InputOf(CourseText, { required: ['title', 'summary'] }) {}

@InputType({ description: 'A course in both languages.' })
export class CourseInput extends InputOf(Course, {
  required: ['audience', 'minutes'],
  optional: ['credentialTypeId'],
}) {
  @Field(() => CourseTextInput, { description: 'Text in English.' }) en!: CourseTextInput;
  @Field(() => CourseTextInput, { description: 'Text in Spanish.' }) es!: CourseTextInput;
  @Field(() => [LessonInput], { description: 'Lessons, in order; at most twelve.' }) lessons!: LessonInput[];
}
