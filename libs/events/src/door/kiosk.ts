import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, enumOf, type EnumOf, TimeZoneScalar } from '@upstander/platform';

@ObjectType({ description: 'The event of a kiosk link. It lists no one.' })
export class Kiosk {
  @Field(() => String, { description: 'Title of the event.' }) title!: string;
  @Field(() => TimeZoneScalar, { description: 'Time zone of the event.' }) timeZone!: string;
  @Field(() => DateTimeScalar, { description: 'When check-in opens for the first shift.' }) opensAt!: Date;
  @Field(() => DateTimeScalar, { description: 'When the last shift ends and the link expires.' }) closesAt!: Date;
}

@InputType({ description: 'A volunteer at the kiosk. Either `name` or `code` is required.' })
export class KioskCheckInInput {
  @Field(() => ID, { description: 'A UUID created by the kiosk. Sending it again changes nothing.' }) id!: string;
  @Field(() => String, { nullable: true, description: 'Full name, as on the sign-up. Part of a name matches no one.' })
  name?: string | null;
  @Field(() => String, { nullable: true, description: "Text of the volunteer's QR code." }) code?: string | null;
  @Field(() => ID, { nullable: true, description: 'The chosen shift, after the outcome CHOOSE_SHIFT.' })
  shiftId?: string | null;
}

export const KioskOutcome = enumOf('KioskOutcome', 'Result of a check-in at a kiosk.', {
  CHECKED_IN: 'The volunteer is checked in.',
  ALREADY_CHECKED_IN: 'The volunteer was already checked in.',
  CHOOSE_SHIFT: 'The name matches several open shifts. Ask which one and send it as `shiftId`.',
  NOT_OPEN_YET: 'Check-in for this shift has not opened yet.',
  ASK_THE_TEAM: 'A waiver is unsigned, or a minor cannot be checked in yet.',
  UNKNOWN: 'No spot at this event matches the name or code.',
});
export type KioskOutcome = EnumOf<typeof KioskOutcome>;

@ObjectType({ description: 'A shift to choose at the kiosk.' })
export class KioskShift {
  @Field(() => ID) id!: string;
  @Field(() => String) role!: string;
  @Field(() => DateTimeScalar) startsAt!: Date;
  @Field(() => DateTimeScalar) endsAt!: Date;
}

@ObjectType({ description: 'Result of a check-in at a kiosk.' })
export class KioskCheckIn {
  @Field(() => KioskOutcome, { description: 'Result of the check-in.' }) outcome!: KioskOutcome;
  @Field(() => String, { nullable: true, description: 'First name, unless the outcome is UNKNOWN.' })
  firstName!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When check-in opens, for NOT_OPEN_YET.' })
  opensAt!: Date | null;
  @Field(() => [KioskShift], { description: 'The shifts to choose from, for CHOOSE_SHIFT.' }) shifts!: KioskShift[];
}
