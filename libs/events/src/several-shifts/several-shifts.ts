import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, TimeZoneScalar } from '@upstander/platform';
import { SignUpReceipt } from '../signups/my-signup.js';
import { SignupStatus } from '../signups/signup-status.js';

@ObjectType({ description: 'Reason the volunteer did not get a spot on a shift.' })
export class ShiftRefusal {
  @Field(() => String, { description: 'Error code, as returned by `signUp`.' }) code!: string;
  @Field(() => String, { description: 'Human-readable error message.' }) message!: string;
}

@ObjectType({ description: 'Result for one of several shifts: either a sign-up or a refusal.' })
export class ShiftOutcome {
  @Field(() => ID) shiftId!: string;
  @Field(() => SignUpReceipt, { nullable: true, description: 'The sign-up, with a spot or on the waitlist.' })
  signup!: SignUpReceipt | null;
  @Field(() => ShiftRefusal, { nullable: true, description: 'The reason there is no sign-up.' })
  refusal!: ShiftRefusal | null;
}

@ObjectType({ description: 'Result of a sign-up for several shifts.' })
export class SignUpForShiftsPayload {
  @Field(() => [ShiftOutcome], { description: 'One result per shift, in the order requested.' })
  outcomes!: ShiftOutcome[];
}

@ObjectType({ description: 'Another sign-up made by the same person in the same request.' })
export class RelatedSignup {
  @Field(() => ID) id!: string;
  @Field(() => SignupStatus) status!: SignupStatus;
  @Field(() => Boolean, { description: 'True if the email address was confirmed for this sign-up.' })
  addressConfirmed!: boolean;
  @Field(() => String, { description: 'Title of the event.' }) title!: string;
  @Field(() => String, { description: 'Name of the shift role.' }) role!: string;
  @Field(() => DateTimeScalar) startsAt!: Date;
  @Field(() => DateTimeScalar) endsAt!: Date;
  @Field(() => TimeZoneScalar) timeZone!: string;
  @Field(() => String, { description: 'Token of its personal link.' }) token!: string;
}
