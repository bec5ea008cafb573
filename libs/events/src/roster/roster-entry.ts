import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EmailAddressScalar, enumOf, PhoneNumber, SeenBy, type EnumOf } from '@upstander/platform';
import { EmergencyContact } from '@upstander/volunteers';
import { SignupStatus } from '../signups/signup-status.js';
import { Signup } from '../signups/signup.entity.js';

@ObjectType({ description: "A sign-up, as shown to the chapter's organizers." })
export class RosterEntry extends SeenBy(Signup, 'staff', ['volunteerId']) {
  @Field(() => EmailAddressScalar, { nullable: true }) email!: string | null;
  @Field(() => ID, {
    nullable: true,
    description: "ID of the volunteer's record; null if the chapter does not know them.",
  })
  volunteerId!: string | null;
  @Field(() => Boolean, { description: 'True if the volunteer said they are under 18 on the day.' }) isMinor!: boolean;
  @Field(() => Boolean, { description: 'True if the volunteer is a lead in the chapter.' }) isLead!: boolean;
  @Field(() => Boolean, { description: 'True if an organizer made the volunteer the lead of this shift.' })
  leadsShift!: boolean;
  @Field(() => String, { nullable: true, description: 'Name of the shift lead who checked the volunteer in.' })
  checkedInByLead!: string | null;
  @Field(() => Boolean, { description: 'True if the volunteer has never completed another shift in any chapter.' })
  isFirstTime!: boolean;
  @Field(() => String, { nullable: true, description: 'Name of the person who handed over this spot.' })
  takenOverFromName!: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'Time spent on the shift, in minutes: approved hours if there are any, or the time between check-in and check-out. Null until the volunteer has left or the shift is over.',
  })
  minutes!: number | null;
}

export const RosterOrder = enumOf('RosterOrder', 'Sort order of a roster.', {
  signed_up: 'First sign-up first.',
  newest: 'Latest sign-up first.',
  name: 'By name.',
  shift: 'By the start of the shift, then by name.',
  arrived: 'By check-in time; people who are not checked in come last.',
});
export type RosterOrder = EnumOf<typeof RosterOrder>;

@ObjectType({ description: 'A person who is at an event now, with their emergency contact.' })
export class PresentPerson {
  @Field(() => ID, { description: 'ID of the sign-up.' }) signupId!: string;
  @Field(() => String, { description: 'Name of the volunteer.' }) name!: string;
  @Field(() => PhoneNumber, { nullable: true, description: 'Phone number of the volunteer.' }) phone!: string | null;
  @Field(() => String, { description: 'Name of the shift role.' }) role!: string;
  @Field(() => Boolean, { description: 'True if the volunteer said they are under 18 on the day.' }) isMinor!: boolean;
  @Field(() => Int, { description: 'Number of guests.' }) guests!: number;
  @Field(() => EmergencyContact, {
    nullable: true,
    description: 'Null if there is none, or if the email address of the sign-up is not confirmed.',
  })
  contact!: EmergencyContact | null;
}

@ObjectType({ description: 'A page of a roster.' })
export class RosterConnection extends ConnectionOf(RosterEntry, 'Roster') {}

@InputType({ description: 'Filter for the sign-ups of an event. Omitted fields do not filter.' })
export class RosterFilter {
  @Field(() => ID, { nullable: true }) shiftId?: string | null;
  @Field(() => [SignupStatus], { nullable: true }) status?: SignupStatus[] | null;
  @Field(() => Boolean, { nullable: true, description: 'True for sign-ups with a confirmed email address.' })
  addressConfirmed?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Part of a name, email address, or phone number.' })
  text?: string | null;
}
