import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, LocalDateScalar, SeenBy, TimeZoneScalar } from '@upstander/platform';
import { ShiftOutcome } from '../several-shifts/several-shifts.js';
import { SignupStatus } from '../signups/signup-status.js';
import { StandingSignupStatus } from './standing-signup-status.js';
import { StandingSignup } from './standing-signup.entity.js';

@ObjectType({ description: 'Result for one date of a series: either a sign-up or a refusal.' })
export class SeriesDateOutcome extends ShiftOutcome {
  @Field(() => ID) eventId!: string;
  @Field(() => DateTimeScalar, { description: 'Start of the shift.' }) startsAt!: Date | string;
}

@ObjectType({ description: 'Result of a sign-up for a series.' })
export class SignUpForSeriesPayload {
  @Field(() => [SeriesDateOutcome], { description: 'One result per date, by start; at most 60.' })
  outcomes!: SeriesDateOutcome[];
  @Field(() => Boolean, {
    description: 'True if later dates of a long series are still being signed up for; an email lists them.',
  })
  hasMoreDates!: boolean;
  @Field(() => StandingSignupStatus, {
    nullable: true,
    description: 'Status of the standing sign-up; null for chosen dates.',
  })
  standingStatus!: StandingSignupStatus | null;
}

@ObjectType({ description: 'An upcoming date of a standing sign-up.' })
export class StandingSignupDate {
  @Field(() => ID) eventId!: string;
  @Field(() => String, { description: 'Slug of the event of this date.' }) slug!: string;
  @Field(() => DateTimeScalar) startsAt!: Date;
  @Field(() => DateTimeScalar) endsAt!: Date;
  @Field(() => Boolean, { description: 'True if the event of this date was canceled.' }) isCancelled!: boolean;
  @Field(() => SignupStatus, { nullable: true, description: 'Status of the sign-up; null if it was refused.' })
  status!: SignupStatus | null;
  @Field(() => Int, { nullable: true, description: 'Position on the waitlist; 1 is next.' }) position!: number | null;
  @Field(() => String, { nullable: true, description: 'Error code, if the sign-up was refused.' })
  refusal!: string | null;
  @Field(() => String, { nullable: true, description: 'Token of the personal link of the sign-up.' })
  token!: string | null;
}

@ObjectType({ description: 'The series of a standing sign-up.' })
export class StandingSignupSeries {
  @Field(() => String) slug!: string;
  @Field(() => String) title!: string;
  @Field(() => TimeZoneScalar) timeZone!: string;
}

@ObjectType('StandingSignup', { description: 'A sign-up for every date of a series, as shown to the volunteer.' })
export class MyStandingSignup extends SeenBy(StandingSignup, 'owner') {
  @Field(() => String, { description: 'Name of the volunteer.' }) name!: string;
  @Field(() => StandingSignupSeries) series!: StandingSignupSeries;
  @Field(() => [StandingSignupDate], { description: 'Upcoming dates, by start; at most 400.' })
  dates!: StandingSignupDate[];
  @Field(() => String, { description: 'Token of its personal link.' }) token!: string;
}

@ObjectType({ description: 'A volunteer who is signed up for every date of a series, as shown to organizers.' })
export class Regular {
  @Field(() => ID, { description: 'ID of the standing sign-up.' }) id!: string;
  @Field(() => ID) volunteerId!: string;
  @Field(() => String, { description: 'Name of the volunteer.' }) name!: string;
  @Field(() => String, { description: 'Name of the shift role.' }) role!: string;
  @Field(() => Int, { description: 'Number of the shift among those of a date with the same role, by start.' })
  roleNumber!: number;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Last day; null for as long as the series goes on.',
  })
  until!: string | null;
  @Field(() => Int, { description: 'Number of guests on each date.' }) guests!: number;
  @Field(() => StandingSignupStatus) status!: StandingSignupStatus;
  @Field(() => DateTimeScalar) createdAt!: Date;
  @Field(() => Boolean, { description: 'True if an organizer added the volunteer.' }) isAddedByOrganizer!: boolean;
  @Field(() => Int, { description: 'Number of upcoming dates with a spot.' }) confirmedCount!: number;
  @Field(() => Int, { description: 'Number of upcoming dates on the waitlist.' }) waitlistedCount!: number;
  @Field(() => Int, { description: 'Number of upcoming dates that were refused.' }) refusedCount!: number;
}

@ObjectType({ description: 'A page of regulars.' })
export class RegularConnection extends ConnectionOf(Regular, 'Regular') {}
