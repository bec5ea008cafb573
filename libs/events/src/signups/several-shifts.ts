import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, TimeZoneScalar } from '@upstander/platform';
import { SignUpReceipt } from './my-signup.js';
import { SignupStatus } from './signup-status.js';

@ObjectType({ description: 'Why somebody has no place on a shift.' })
export class ShiftRefusal {
  @Field(() => String, { description: 'The code of the refusal, as `signUp` has it.' }) code!: string;
  @Field(() => String, { description: 'The same in words.' }) message!: string;
}

@ObjectType({ description: 'What became of the sign-up for one of several shifts: a sign-up or a refusal.' })
export class ShiftOutcome {
  @Field(() => ID) shiftId!: string;
  @Field(() => SignUpReceipt, { nullable: true, description: 'The sign-up, with a place or on the waitlist.' })
  signup!: SignUpReceipt | null;
  @Field(() => ShiftRefusal, { nullable: true, description: 'Why there is none.' }) refusal!: ShiftRefusal | null;
}

@ObjectType({ description: 'What became of a sign-up for several shifts.' })
export class SignUpForShiftsPayload {
  @Field(() => [ShiftOutcome], { description: 'Of each shift, in the order in which they were asked for.' })
  outcomes!: ShiftOutcome[];
}

@ObjectType({ description: 'Another sign-up that the same person made in the same go.' })
export class SignupMadeWith {
  @Field(() => ID) id!: string;
  @Field(() => SignupStatus) status!: SignupStatus;
  @Field(() => Boolean, { description: 'Whether the e-mail address was confirmed for it.' })
  addressConfirmed!: boolean;
  @Field(() => String, { description: 'Of its event.' }) title!: string;
  @Field(() => String, { description: 'Of its shift.' }) role!: string;
  @Field(() => DateTimeScalar) startsAt!: Date;
  @Field(() => DateTimeScalar) endsAt!: Date;
  @Field(() => TimeZoneScalar) timeZone!: string;
  @Field(() => String, { description: 'The token of its personal link.' }) token!: string;
}
