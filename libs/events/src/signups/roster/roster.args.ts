import { ArgsType, Field, ID } from '@nestjs/graphql';
import { EmailAddressScalar, PhoneNumber } from '@upstander/platform';

@ArgsType()
export class AddSignupArgs {
  @Field(() => ID) shiftId!: string;
  @Field(() => String) name!: string;
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => PhoneNumber, { nullable: true }) phone?: string | null;
  @Field(() => String, { nullable: true, description: 'Why the volunteer may have two shifts at the same time.' })
  overlapReason?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'True if the volunteer will meet the minimum age on the day: that of the shift, or 18 if minors attend.',
  })
  oldEnough?: boolean | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
export class MoveSignupArgs {
  @Field(() => ID) id!: string;
  @Field(() => ID) toShiftId!: string;
  @Field(() => String, { nullable: true, description: 'Why the volunteer may have two shifts at the same time.' })
  overlapReason?: string | null;
}

@ArgsType()
export class MessageSignupArgs {
  @Field(() => ID) id!: string;
  @Field(() => String) subject!: string;
  @Field(() => String) body!: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
