import { Field, InputType } from '@nestjs/graphql';

@InputType({ description: 'Answer to the question whether a volunteer is 18 or older on the day of the shift.' })
export class AnswerAgeInput {
  @Field(() => String, { description: 'Token from the personal link of the sign-up.' }) token!: string;
  @Field(() => Boolean, { description: 'True if the volunteer is 18 or older on the day of the shift.' })
  isAdult!: boolean;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
