import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, enumOf, type EnumOf } from '@upstander/platform';
import { Event } from '../events/event.entity.js';
import { Shift } from '../shifts/shift.entity.js';

@InputType({ description: 'Filter for volunteers to ask about a shift. Omitted fields do not filter.' })
export class ShiftCandidateFilter {
  @Field(() => Boolean, { nullable: true, description: 'True for volunteers known to be 18 or older on the day.' })
  isAdult?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'True for volunteers who have all skills of the shift.' })
  hasSkills?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True for volunteers whose weekly availability covers at least half of the shift.',
  })
  isAvailable?: boolean | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Only volunteers whose ZIP code is within this many miles of the event, from 1 to 200.',
  })
  miles?: number | null;
  @Field(() => String, { nullable: true, description: 'Part of a name.' }) text?: string | null;
}

@ObjectType({ description: 'A volunteer who can be asked to take a shift.' })
export class ShiftCandidate {
  @Field(() => ID, { description: 'ID of the volunteer.' }) id!: string;
  @Field(() => String, { description: 'Name of the volunteer.' }) name!: string;
  @Field(() => Boolean, { description: 'True if they are known to be 18 or older on the day.' }) isAdult!: boolean;
  @Field(() => Boolean, { description: 'True if they have all skills of the shift.' }) hasSkills!: boolean;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True if their weekly availability covers at least half of the shift; null if they gave none.',
  })
  isAvailable!: boolean | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Straight-line distance in miles, up to 50; null if farther, unknown or online.',
  })
  miles!: number | null;
  @Field(() => Boolean, { description: 'False if they still need a credential before the day of the shift.' })
  hasCredentials!: boolean;
  @Field(() => DateTimeScalar, { description: 'When they last signed up in the chapter.' }) activeAt!: Date;
}

@ObjectType({ description: 'A page of volunteers to ask, best match first.' })
export class ShiftCandidateConnection extends ConnectionOf(ShiftCandidate, 'ShiftCandidate') {}

export const ShiftRequestOutcome = enumOf('ShiftRequestOutcome', 'Result of asking a volunteer to take a shift.', {
  signed_up: 'They have or had a spot.',
  waitlisted: 'They are on the waitlist or have an offer.',
  declined: 'They said that they cannot come.',
  not_sent: 'The email could not be delivered, or is no longer sent.',
  no_answer: 'No answer yet.',
});
export type ShiftRequestOutcome = EnumOf<typeof ShiftRequestOutcome>;

@ObjectType('ShiftRequest', { description: 'A volunteer who was asked to take a shift.' })
export class AskedVolunteer {
  @Field(() => ID) id!: string;
  @Field(() => ID, { description: 'ID of the volunteer.' }) volunteerId!: string;
  @Field(() => String, { description: 'Name of the volunteer.' }) name!: string;
  @Field(() => DateTimeScalar, { description: 'When they were asked.' }) askedAt!: Date;
  @Field(() => String, {
    nullable: true,
    description: 'Name of the person who asked; null if the account was removed.',
  })
  askedBy!: string | null;
  @Field(() => ShiftRequestOutcome) outcome!: ShiftRequestOutcome;
}

@ObjectType({ description: 'A shift, as shown to a volunteer by the link in the email that asks them to take it.' })
export class ShiftInvitation {
  @Field(() => ID) id!: string;
  @Field(() => ShiftRequestOutcome) outcome!: ShiftRequestOutcome;
  @Field(() => String, { description: 'Name of the volunteer.' }) name!: string;
  @Field(() => Boolean, { description: 'True if sign-up is open and the shift has an open or reserved spot.' })
  isOpen!: boolean;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when a spot is reserved for those who answer first; null if none is.',
  })
  reservedUntil!: Date | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Minimum age the volunteer must confirm; null if none is required or their age is known.',
  })
  requiredAge!: number | null;
  @Field(() => Shift) shift!: Shift;
  @Field(() => Event) event!: Event;
}

@InputType({ description: 'The answer of a volunteer who was asked to take a shift.' })
export class AnswerShiftRequestInput {
  @Field(() => String, { description: 'Token from the personal link in the email.' }) token!: string;
  @Field(() => Boolean, { description: 'True to sign up, false to decline.' }) accept!: boolean;
  @Field(() => Boolean, {
    nullable: true,
    description: "True if the volunteer will meet the shift's minimum age on the day, if their age is unknown.",
  })
  oldEnough?: boolean | null;
}
