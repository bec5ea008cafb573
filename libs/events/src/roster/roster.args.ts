import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import { ArgsOf, EmailAddressScalar } from '@upstander/platform';
import { Signup } from '../signups/signup.entity.js';

@ArgsType()
export class AddSignupArgs extends ArgsOf(Signup, { required: ['name'], optional: ['phone', 'overlapReason'] }) {
  @Field(() => ID) shiftId!: string;
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'True if the volunteer will meet the minimum age on the day: that of the shift, or 18 if minors attend.',
  })
  oldEnough?: boolean | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
export class MoveSignupArgs extends ArgsOf(Signup, { optional: ['overlapReason'] }) {
  @Field(() => ID) id!: string;
  @Field(() => ID) toShiftId!: string;
}

@ObjectType({ description: 'Result of moving one of several volunteers.' })
export class MovedSignup {
  @Field(() => ID, { description: 'ID of the sign-up.' }) id!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Error code if the volunteer stayed on their shift, for example SHIFT_FULL; null if they were moved.',
  })
  problem!: string | null;
}
