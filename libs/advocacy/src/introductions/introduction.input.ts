import { Field, ID, InputType } from '@nestjs/graphql';
import { IntroductionAnswer } from './introduction-answer.js';

@InputType({ description: 'Introduces somebody to the business of their application, within a live consent.' })
export class IntroduceInput {
  @Field(() => ID) applicationId!: string;
  @Field(() => ID) consentId!: string;
  @Field(() => String, { description: 'The name the business will know; it need not be the one the advocate knows.' })
  alias!: string;
  @Field(() => String, { nullable: true }) availability?: string | null;
}

@InputType({
  description: 'What the business says to an introduction; it may be changed while the introduction lives.',
})
export class AnswerIntroductionInput {
  @Field(() => ID) id!: string;
  @Field(() => IntroductionAnswer) answer!: IntroductionAnswer;
}
