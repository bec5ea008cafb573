import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, SeenBy, TimeZoneScalar } from '@upstander/platform';
import { Event } from '../events/event.entity.js';
import { Shift } from '../shifts/shift.entity.js';
import { MissingCredential } from './requirements/requirement.js';
import { SignupStatus } from './signup-status.js';
import { Signup } from './signup.entity.js';

@ObjectType({ description: 'Another sign-up of the same person that takes place at the same time.' })
export class SignupOverlap {
  @Field(() => String, { description: 'Of its event.' }) title!: string;
  @Field(() => String) role!: string;
  @Field(() => DateTimeScalar) startsAt!: Date;
  @Field(() => DateTimeScalar) endsAt!: Date;
  @Field(() => TimeZoneScalar) timeZone!: string;
}

@ObjectType('Signup', { description: 'A sign-up, as the person sees it who made it.' })
export class MySignup extends SeenBy(Signup, 'owner') {
  @Field(() => Boolean, { description: 'True if minors will attend and it is not known whether they are an adult.' })
  asksForAge!: boolean;
  @Field(() => [SignupOverlap], { description: 'What they are also signed up for at the same time; at most 5.' })
  overlaps!: SignupOverlap[];
  @Field(() => Boolean, { description: 'Whether the person has a calendar address that works.' })
  hasCalendarFeed!: boolean;
  @Field(() => [MissingCredential], { description: 'What they lack for it, while it is ahead.' })
  missing!: MissingCredential[];
  @Field(() => Shift) shift!: Shift;
  @Field(() => Event) event!: Event;
  @Field(() => String, {
    nullable: true,
    description: 'The token of its personal link: only in `mySignups`, for the owner of the address who is signed in.',
  })
  token?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'What they show at the door, as a QR code; null while they have no place.',
  })
  doorCode!: string | null;
}

@ObjectType({ description: 'What somebody is told about their sign-up at once.' })
export class SignUpReceipt {
  @Field(() => ID) id!: string;
  @Field(() => SignupStatus) status!: SignupStatus;
  @Field(() => Int, { nullable: true, description: 'The position on the waitlist, 1 = next.' }) position!:
    number | null;
  @Field(() => Int, { description: 'How many people come with them.' }) guests!: number;
}

@ObjectType({ description: 'What became of a sign-up.' })
export class SignUpPayload {
  @Field(() => SignUpReceipt) signup!: SignUpReceipt;
}
