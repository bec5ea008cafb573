import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, SeenBy, TimeZoneScalar } from '@upstander/platform';
import { Event } from '../events/event.entity.js';
import { Shift } from '../shifts/shift.entity.js';
import { MissingCredential } from '../requirements/requirement.js';
import { SignupStatus } from './signup-status.js';
import { Signup } from './signup.entity.js';

@ObjectType({ description: 'Another sign-up of the same person at the same time.' })
export class SignupOverlap {
  @Field(() => String, { description: 'Title of the event.' }) title!: string;
  @Field(() => String) role!: string;
  @Field(() => DateTimeScalar) startsAt!: Date;
  @Field(() => DateTimeScalar) endsAt!: Date;
  @Field(() => TimeZoneScalar) timeZone!: string;
}

@ObjectType('Signup', { description: 'A sign-up, as shown to the volunteer who made it.' })
export class MySignup extends SeenBy(Signup, 'owner') {
  @Field(() => Boolean, {
    description: 'True if minors will attend and it is unknown whether the volunteer is an adult.',
  })
  needsAgeConfirmation!: boolean;
  @Field(() => [SignupOverlap], { description: "The volunteer's other sign-ups at the same time; at most 5." })
  overlaps!: SignupOverlap[];
  @Field(() => Boolean, { description: 'True if the volunteer has an active calendar feed.' })
  hasCalendarFeed!: boolean;
  @Field(() => [MissingCredential], { description: 'Credentials the volunteer still needs for this upcoming shift.' })
  missing!: MissingCredential[];
  @Field(() => Shift) shift!: Shift;
  @Field(() => Event) event!: Event;
  @Field(() => String, {
    nullable: true,
    description:
      'Token of its personal link. Returned only in `mySignups`, to the signed-in owner of the email address.',
  })
  token?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Text of the QR code to show at check-in; null without a spot.',
  })
  doorCode!: string | null;
}

@ObjectType({ description: 'The immediate response to a sign-up.' })
export class SignUpReceipt {
  @Field(() => ID) id!: string;
  @Field(() => SignupStatus) status!: SignupStatus;
  @Field(() => Int, { nullable: true, description: 'Position on the waitlist; 1 is next.' }) position!: number | null;
  @Field(() => Int, { description: 'Number of guests.' }) guests!: number;
}

@ObjectType({ description: 'Result of a sign-up.' })
export class SignUpPayload {
  @Field(() => SignUpReceipt) signup!: SignUpReceipt;
}
