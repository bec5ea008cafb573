import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { InputOf, LocalDateScalar } from '@upstander/platform';
import { SignUpPersonInput } from '../several-shifts/several-shifts.input.js';
import { Signup } from '../signups/signup.entity.js';

@InputType({ description: 'Requests a spot on every date of a series, or on several of its dates.' })
export class SignUpForSeriesInput extends InputOf(Signup, {
  optional: ['birthYear', 'guests', 'guestNames', 'acceptsFewerGuests'],
  words: {
    birthYear: 'Year of birth, if the shift has a minimum age.',
    guests: 'Number of guests on each date.',
    acceptsFewerGuests: 'True to bring fewer guests if not all of them fit.',
  },
}) {
  @Field(() => ID) seriesId!: string;
  @Field(() => String, { description: 'Name of the shift role.' }) role!: string;
  @Field(() => Int, {
    defaultValue: 1,
    description: 'Number of the shift among those of a date with the same role, by start.',
  })
  roleNumber!: number;
  @Field(() => [ID], {
    nullable: true,
    description: 'IDs of the dates (events), at most 60. Omit for every date, including those added later.',
  })
  eventIds?: string[] | null;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Last day, for every date; omit for as long as the series goes on.',
  })
  until?: string | null;
  @Field(() => SignUpPersonInput, {
    nullable: true,
    description: 'Omit if the volunteer is identified by a personal link, a session, or this browser.',
  })
  person?: SignUpPersonInput | null;
  @Field(() => String, { nullable: true, description: 'Token from a personal link in an email.' })
  token?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'True to remember the volunteer in this browser.' })
  remember?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True if the volunteer will meet the minimum age on every date.',
  })
  oldEnough?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Unique key that makes retries safe.' })
  idempotencyKey?: string | null;
}

@InputType({ description: "A standing sign-up, identified by the link in the volunteer's email." })
export class StandingSignupTokenInput {
  @Field(() => String, { description: 'Token from the personal link in the email.' }) token!: string;
}

@InputType({ description: 'A volunteer whom an organizer signs up for every date of a series.' })
export class AddStandingSignupInput {
  @Field(() => ID) seriesId!: string;
  @Field(() => ID, { description: 'ID of a volunteer of the chapter with a confirmed email address.' })
  volunteerId!: string;
  @Field(() => String, { description: 'Name of the shift role.' }) role!: string;
  @Field(() => Int, {
    defaultValue: 1,
    description: 'Number of the shift among those of a date with the same role, by start.',
  })
  roleNumber!: number;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Last day; omit for as long as the series goes on.',
  })
  until?: string | null;
}
