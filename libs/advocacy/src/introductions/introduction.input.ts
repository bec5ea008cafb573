import { Field, ID, InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { IntroductionAnswer } from './introduction-answer.js';
import { SealedIntroduction } from './sealed-introduction.js';

@InputType({ description: 'Introduces somebody to the business of their application, within a live consent.' })
export class IntroduceInput extends InputOf(SealedIntroduction, {
  required: ['alias'],
  optional: ['availability'],
  words: { alias: 'The name the business will know; it need not be the one the advocate knows.' },
}) {
  @Field(() => ID) applicationId!: string;
  @Field(() => ID) consentId!: string;
}

@InputType({
  description: 'What the business says to an introduction; it may be changed while the introduction lives.',
})
export class AnswerIntroductionInput {
  @Field(() => ID) id!: string;
  @Field(() => IntroductionAnswer) answer!: IntroductionAnswer;
}
