import { Field, InputType, Int } from '@nestjs/graphql';

@InputType({ description: 'What a volunteer says of an event that is over.' })
export class FeedbackInput {
  @Field(() => String, { description: 'From the personal link in the mail.' }) token!: string;
  @Field(() => Int, { description: '1 to 5.' }) rating!: number;
  @Field(() => String, { nullable: true }) comment?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
