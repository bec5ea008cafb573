import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, enumOf, type EnumOf, SeenBy } from '@upstander/platform';
import { SignedAtDoor } from '@upstander/volunteers';
import { Signup } from '../signups/signup.entity.js';

@ObjectType({ description: 'One volunteer on the check-in list.' })
export class AttendanceEntry extends SeenBy(Signup, 'staff') {
  @Field(() => ID, { nullable: true, description: 'ID of the latest mark that was not undone, for undoing it.' })
  lastMarkId!: string | null;
  @Field(() => Boolean, { description: 'False if the volunteer has no email address.' }) hasEmail!: boolean;
  @Field(() => Boolean, { description: 'True if the volunteer said they are under 18 on the day.' }) isMinor!: boolean;
  @Field(() => Boolean, { description: 'True if the volunteer is known to be 18 or older on the day.' })
  isAdult!: boolean;
  @Field(() => [ID], {
    description:
      'IDs of required waivers that are not signed, as far as the check-in list may show. For an unconfirmed email address, only waivers signed on site count.',
  })
  unsignedWaiverIds!: string[];
  @Field(() => String, {
    description: "Text of the volunteer's QR code, so check-in devices can find the volunteer offline.",
  })
  doorCode!: string;
}

@ObjectType({ description: 'A waiver signed on site at an event.' })
export class DoorSignature extends SignedAtDoor {
  @Field(() => String, { description: 'Name of the volunteer the waiver is for.' }) name!: string;
}

@ObjectType({ description: 'Number of volunteers with a spot, by attendance.' })
export class AttendanceCounts {
  @Field(() => Int, { description: 'Everyone who has or had a spot.' }) places!: number;
  @Field(() => Int, { description: 'Not marked yet.' }) unmarked!: number;
  @Field(() => Int, { description: 'Checked in now.' }) checkedIn!: number;
  @Field(() => Int, { description: 'Attended; the volunteer left or the shift ended.' }) completed!: number;
  @Field(() => Int, { description: 'Marked as a no-show.' }) noShows!: number;
}

@ObjectType({ description: 'A page of the check-in list, by name.' })
export class AttendanceConnection extends ConnectionOf(AttendanceEntry, 'Attendance') {
  @Field(() => AttendanceCounts, { description: 'Counts for the whole event, or for the requested shift.' })
  counts!: AttendanceCounts;
}

export const AttendanceOutcomeCode = enumOf('AttendanceOutcomeCode', 'Result of an attendance mark.', {
  RECORDED: 'Recorded.',
  ALREADY:
    'Received before, or the volunteer was already checked in by another mark; `entry.checkedInAt` is the first time.',
  NOT_FOUND: 'No such sign-up or mark, or the caller has no access to it.',
  NO_PLACE: 'The volunteer is on the waitlist. Add them as a walk-in.',
  SIGNUP_ENDED: 'The sign-up was canceled or expired. Add the volunteer as a walk-in.',
  TOO_EARLY: 'Check-in has not opened, or it is too early to mark a no-show.',
  EVENT_OFF: 'The event is canceled or not published.',
  TOO_FEW_ADULTS: 'The volunteer is a minor, and the shift has too few adults responsible for minors.',
  GUARDIAN_NEEDED: 'The volunteer is a minor, and a guardian has not signed a required waiver.',
});
export type AttendanceOutcomeCode = EnumOf<typeof AttendanceOutcomeCode>;

@ObjectType({ description: 'Result of one attendance mark.' })
export class AttendanceOutcome {
  @Field(() => ID, { description: 'ID of the mark.' }) markId!: string;
  @Field(() => AttendanceOutcomeCode) code!: AttendanceOutcomeCode;
  @Field(() => AttendanceEntry, { nullable: true, description: "The volunteer's current entry; null if not found." })
  entry!: AttendanceEntry | null;
}
