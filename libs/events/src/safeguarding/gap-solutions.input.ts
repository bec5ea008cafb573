import { ArgsType, Field, ID } from '@nestjs/graphql';

@ArgsType()
export class MessageShiftArgs {
  @Field(() => ID, { description: 'ID of the shift whose volunteers receive the message.' }) shiftId!: string;
  @Field(() => String) subject!: string;
  @Field(() => String) body!: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
