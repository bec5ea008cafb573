import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, enumOf, type EnumOf, SeenBy } from '@upstander/platform';
import { SignedAtDoor } from '@upstander/volunteers';
import { Signup } from '../signups/signup.entity.js';

@ObjectType({ description: 'One person on the list at the door.' })
export class AttendanceEntry extends SeenBy(Signup, 'staff') {
  @Field(() => ID, { nullable: true, description: 'The last mark that stands, to be undone.' })
  lastMarkId!: string | null;
  @Field(() => Boolean, { description: 'Whether they said that they are under 18 on the day.' }) isMinor!: boolean;
  @Field(() => Boolean, { description: 'Whether it is known that they are 18 or older on the day.' })
  isAdult!: boolean;
  @Field(() => [ID], {
    description:
      'The waivers their shift asks for that are not signed, as far as may be known at the door: of an address that nobody confirmed only what was signed there.',
  })
  unsignedWaiverIds!: string[];
  @Field(() => String, {
    description: 'What their QR code says: whoever is on the list is found by it without a network.',
  })
  doorCode!: string;
}

@ObjectType({ description: 'A waiver that was signed at the door of an event.' })
export class DoorSignature extends SignedAtDoor {
  @Field(() => String, { description: 'Whose waiver it is.' }) name!: string;
}

@ObjectType({ description: 'How many people with a place are where.' })
export class AttendanceCounts {
  @Field(() => Int, { description: 'Everybody who has, or had, a place.' }) places!: number;
  @Field(() => Int, { description: 'Not seen yet.' }) awaited!: number;
  @Field(() => Int, { description: 'Are there now.' }) checkedIn!: number;
  @Field(() => Int, { description: 'Were there, and have left or their shift is over.' }) completed!: number;
  @Field(() => Int, { description: 'Did not come, as somebody said.' }) noShows!: number;
}

@ObjectType({ description: 'A page of the list at the door, by name.' })
export class AttendanceConnection extends ConnectionOf(AttendanceEntry, 'Attendance') {
  @Field(() => AttendanceCounts, { description: 'Of the whole event, or of the shift that was asked for.' })
  counts!: AttendanceCounts;
}

export const AttendanceOutcomeCode = enumOf('AttendanceOutcomeCode', 'What became of a mark.', {
  RECORDED: 'It is written down.',
  ALREADY:
    'The mark was received before, or another one has checked the person in: `entry.checkedInAt` is the first time.',
  NOT_FOUND: 'There is no such sign-up or mark, or it is not yours.',
  NO_PLACE: 'The person is on the waitlist: add them as a walk-in.',
  SIGNUP_ENDED: 'It was cancelled, or it expired: add the person as a walk-in.',
  TOO_EARLY: 'Check-in has not opened, or somebody who may still come was called a no-show.',
  EVENT_OFF: 'The event was cancelled, or is not published.',
  TOO_FEW_ADULTS: 'A minor, on a shift with too few adults for which nobody answers.',
  GUARDIAN_NEEDED: 'A minor, without a waiver that the shift asks for: a guardian has to sign it.',
});
export type AttendanceOutcomeCode = EnumOf<typeof AttendanceOutcomeCode>;

@ObjectType({ description: 'What became of one mark.' })
export class AttendanceOutcome {
  @Field(() => ID, { description: 'The mark this is about.' }) markId!: string;
  @Field(() => AttendanceOutcomeCode) code!: AttendanceOutcomeCode;
  @Field(() => AttendanceEntry, { nullable: true, description: 'The person, as they stand now; null where not found.' })
  entry!: AttendanceEntry | null;
}
