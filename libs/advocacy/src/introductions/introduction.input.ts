import { Field, ID, InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { IntroductionAnswer } from '../applications/introduction-answer.js';
import { SealedIntroduction } from '../applications/sealed-introduction.js';

@InputType({
  description: 'Introduces a person to the business of their application, within the limits of a live consent.',
})
export class IntroduceInput extends InputOf(SealedIntroduction, {
  required: ['alias'],
  optional: ['availability'],
  words: { alias: 'Alias shown to the business; can differ from the name known to the advocate.' },
}) {
  @Field(() => ID) applicationId!: string;
  @Field(() => ID) consentId!: string;
}

@InputType({
  description: "A business's response to an introduction; can be changed while the introduction is active.",
})
export class AnswerIntroductionInput {
  @Field(() => ID) id!: string;
  @Field(() => IntroductionAnswer) answer!: IntroductionAnswer;
}
