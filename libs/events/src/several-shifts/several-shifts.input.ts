import { Field, ID, InputType } from '@nestjs/graphql';
import { EmailAddressScalar, InputOf } from '@upstander/platform';
import { Signup } from '../signups/signup.entity.js';

@InputType({ description: 'The person signing up, as entered.' })
export class SignUpPersonInput extends InputOf(Signup, { required: ['name'], optional: ['phone', 'locale'] }) {
  @Field(() => EmailAddressScalar) email!: string;
}

@InputType({ description: 'Requests a spot on each of several shifts.' })
export class SignUpForShiftsInput extends InputOf(Signup, {
  optional: ['birthYear', 'guests', 'guestNames', 'acceptsFewerGuests'],
  words: {
    birthYear: 'Year of birth, if a shift has a minimum age.',
    guests: 'Number of guests on each shift.',
    acceptsFewerGuests: 'True to bring fewer guests if not all of them fit.',
  },
}) {
  @Field(() => [ID], { description: 'IDs of the shifts, at most 10; they must not overlap.' })
  shiftIds!: string[];
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
    description: 'True to sign up only if every shift has a spot. Otherwise, as many shifts as possible are taken.',
  })
  allOrNothing?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True if the volunteer will meet the minimum age of every shift.',
  })
  oldEnough?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Unique key that makes retries safe.' })
  idempotencyKey?: string | null;
}
