import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';

@ArgsType()
export class MessageShiftArgs {
  @Field(() => ID, { description: 'The shift whose volunteers get the message.' }) shiftId!: string;
  @Field(() => String) subject!: string;
  @Field(() => String) body!: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'The answer to whether a volunteer is 18 or older on the day of the shift.' })
export class AnswerAgeInput {
  @Field(() => String, { description: 'From the personal link of the sign-up.' }) token!: string;
  @Field(() => Boolean, { description: 'True if they are 18 or older on the day of the shift.' }) isAdult!: boolean;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
