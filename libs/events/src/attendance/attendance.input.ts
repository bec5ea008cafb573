import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { DateTimeScalar, EmailAddressScalar, InputOf, PhoneNumber } from '@upstander/platform';
import { DoorSignatureInput } from '@upstander/volunteers';
import { Signup } from '../signups/signup.entity.js';
import { AttendanceMarkKind } from './attendance-mark.entity.js';

@InputType({ description: 'Something said at the door, or the undoing of it.' })
export class AttendanceMarkInput {
  @Field(() => ID, { description: 'A UUID made where it was said: sent again, nothing changes.' }) id!: string;
  @Field(() => ID, { description: 'Whom it is about.' }) signupId!: string;
  @Field(() => AttendanceMarkKind, { nullable: true, description: 'Left out where a mark is undone.' })
  kind?: AttendanceMarkKind | null;
  @Field(() => ID, { nullable: true, description: 'The mark that is undone.' }) undoes?: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it happened; now, unless said.' })
  at?: Date | null;
}

@ArgsType()
export class AttendanceArgs {
  @Field(() => ID, { description: 'Whom it is about.' }) signupId!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it happened; now, unless said.' })
  at?: Date | null;
}

@ArgsType()
export class CorrectAttendanceArgs {
  @Field(() => ID, { description: 'The sign-up of the volunteer.' }) signupId!: string;
  @Field(() => DateTimeScalar, { description: 'When they arrived.' }) arrivedAt!: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When they left. Without it, they stayed to the end.' })
  leftAt?: Date | null;
}

@InputType({ description: 'Somebody who came without a sign-up.' })
export class AddWalkInInput extends InputOf(Signup, { required: ['name'], optional: ['locale'] }) {
  @Field(() => ID, { description: 'A UUID made where it was typed: sent again, nothing changes.' }) id!: string;
  @Field(() => ID) shiftId!: string;
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => PhoneNumber, { nullable: true }) phone?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Where the shift is full: whether it gets one place more.' })
  addPlace?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether they say that they are 18 or older: AGE_NEEDED without it where the shift asks for an age.',
  })
  isAdult?: boolean | null;
  @Field(() => [DoorSignatureInput], {
    nullable: true,
    description: 'The waivers of the shift that were signed there; of a minor, by a guardian.',
  })
  waivers?: DoorSignatureInput[] | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When they came; now, unless said.' })
  at?: Date | null;
}
