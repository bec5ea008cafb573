import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { DateTimeScalar, EmailAddressScalar, InputOf, PhoneNumber } from '@upstander/platform';
import { DoorSignatureInput } from '@upstander/volunteers';
import { Signup } from '../signups/signup.entity.js';
import { AttendanceMarkKind } from './attendance-mark.entity.js';

@InputType({ description: 'An attendance mark, or the undoing of one.' })
export class AttendanceMarkInput {
  @Field(() => ID, { description: 'Client-generated UUID. Sending it again has no further effect.' }) id!: string;
  @Field(() => ID, { description: 'ID of the sign-up.' }) signupId!: string;
  @Field(() => AttendanceMarkKind, { nullable: true, description: 'Kind of mark; omit to undo one.' })
  kind?: AttendanceMarkKind | null;
  @Field(() => ID, { nullable: true, description: 'ID of the mark to undo.' }) undoneMarkId?: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it happened; defaults to now.' })
  at?: Date | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Why the volunteer is checked in before the shift opens for check-in, at most 12 hours ahead. The time before the shift counts.',
  })
  earlyReason?: string | null;
}

@ArgsType()
export class AttendanceArgs {
  @Field(() => ID, { description: 'ID of the sign-up.' }) signupId!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it happened; defaults to now.' })
  at?: Date | null;
}

@ArgsType()
export class CheckInArgs extends AttendanceArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Why the volunteer is checked in before the shift opens for check-in, at most 12 hours ahead. The time before the shift counts.',
  })
  earlyReason?: string | null;
}

@ArgsType()
export class CorrectAttendanceArgs {
  @Field(() => ID, { description: "ID of the volunteer's sign-up." }) signupId!: string;
  @Field(() => DateTimeScalar, { description: 'When the volunteer arrived.' }) arrivedAt!: Date;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the volunteer left. If omitted, they stayed until the end.',
  })
  leftAt?: Date | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Why the volunteer is checked in before the shift opens for check-in, at most 12 hours ahead. The time before the shift counts.',
  })
  earlyReason?: string | null;
}

@InputType({ description: 'A walk-in: a volunteer who came without a sign-up.' })
export class AddWalkInInput extends InputOf(Signup, { required: ['name'], optional: ['locale'] }) {
  @Field(() => ID, { description: 'Client-generated UUID. Sending it again has no further effect.' }) id!: string;
  @Field(() => ID) shiftId!: string;
  @Field(() => EmailAddressScalar, {
    nullable: true,
    description: 'Email address. Without one, a new volunteer is added, unless `samePersonAs` is set.',
  })
  email?: string | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'Instead of an email address: ID of a sign-up at the same event, or `id` of an earlier walk-in, of the same person.',
  })
  samePersonAs?: string | null;
  @Field(() => PhoneNumber, { nullable: true }) phone?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'True to add a spot if the shift is full.' })
  addPlace?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'True if the volunteer says they are 18 or older. If the shift has an age requirement and this is omitted: AGE_NEEDED.',
  })
  isAdult?: boolean | null;
  @Field(() => [DoorSignatureInput], {
    nullable: true,
    description: 'Waivers of the shift that were signed on site, by a guardian for a minor.',
  })
  waivers?: DoorSignatureInput[] | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the volunteer arrived; defaults to now.' })
  at?: Date | null;
}
