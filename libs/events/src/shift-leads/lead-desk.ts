import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, enumOf, type EnumOf, TimeZoneScalar } from '@upstander/platform';
import { SignupStatus } from '../signups/signup-status.js';

@ObjectType({ description: 'A volunteer on the shift, as shown to its lead.' })
export class LeadDeskPerson {
  @Field(() => ID, { description: 'ID of the sign-up.' }) signupId!: string;
  @Field(() => String, { description: 'Name of the volunteer.' }) name!: string;
  @Field(() => Int, { description: 'Number of guests.' }) guests!: number;
  @Field(() => SignupStatus) status!: SignupStatus;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the volunteer checked in.' })
  checkedInAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the volunteer checked out.' })
  checkedOutAt!: Date | null;
  @Field(() => ID, { nullable: true, description: 'ID of the latest mark by this lead that can be undone.' })
  undoableMarkId!: string | null;
  @Field(() => Boolean, {
    description: 'True if an organizer has to check the volunteer in, for example to sign a waiver.',
  })
  needsTeam!: boolean;
}

@ObjectType({ description: 'The check-in list of a shift, for its lead.' })
export class LeadDesk {
  @Field(() => String, { description: 'Title of the event.' }) title!: string;
  @Field(() => String, { description: 'Name of the shift role.' }) role!: string;
  @Field(() => String, { nullable: true, description: 'First name of the lead.' }) leadName!: string | null;
  @Field(() => TimeZoneScalar, { description: 'Time zone of the event.' }) timeZone!: string;
  @Field(() => DateTimeScalar) startsAt!: Date;
  @Field(() => DateTimeScalar) endsAt!: Date;
  @Field(() => DateTimeScalar, { description: 'From when the people are listed.' }) listedAt!: Date;
  @Field(() => DateTimeScalar, { description: 'When check-in opens.' }) opensAt!: Date;
  @Field(() => DateTimeScalar, { description: 'When the access ends.' }) closesAt!: Date;
  @Field(() => [LeadDeskPerson], { description: 'Everyone with a spot, by name; empty before `listedAt`.' })
  people!: LeadDeskPerson[];
}

export const LeadMarkKind = enumOf('LeadMarkKind', 'Kind of attendance mark by a shift lead.', {
  check_in: 'The volunteer arrived.',
  check_out: 'The volunteer left.',
});
export type LeadMarkKind = EnumOf<typeof LeadMarkKind>;

@InputType({ description: 'An attendance mark by a shift lead, or the undoing of one.' })
export class LeadMarkInput {
  @Field(() => ID, { description: 'Client-generated UUID. Sending it again has no further effect.' }) id!: string;
  @Field(() => ID, { description: 'ID of the sign-up.' }) signupId!: string;
  @Field(() => LeadMarkKind, { nullable: true, description: 'Kind of mark; omit to undo one.' })
  kind?: LeadMarkKind | null;
  @Field(() => ID, { nullable: true, description: 'ID of the mark to undo. Leads can undo only their own marks.' })
  undoneMarkId?: string | null;
}

@ObjectType({ description: 'A shift that the signed-in user leads.' })
export class LedShift {
  @Field(() => ID, { description: "ID of the user's sign-up." }) signupId!: string;
  @Field(() => String, { description: 'Token of the check-in list, as in the emailed link.' }) token!: string;
}
