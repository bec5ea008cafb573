import { Field, ID, InputType } from '@nestjs/graphql';
import { EmailAddressScalar, InputOf } from '@upstander/platform';
import { Signup } from './signup.entity.js';

const words = {
  birthYear: 'Year of birth, if the shift has a minimum age.',
  guests: 'Number of guests, if the event allows them; each takes a spot.',
  acceptsFewerGuests:
    'If not all guests fit: true to take the spots that are open, false to wait for all of them together.',
};
const oldEnoughDescription =
  'True if the volunteer will meet the minimum age on the day: that of the shift, or 18 if minors attend.';

@InputType({ description: 'Requests a spot for a volunteer; only a name and an email address are required.' })
export class SignUpInput extends InputOf(Signup, {
  required: ['name'],
  optional: ['phone', 'locale', 'birthYear', 'guests', 'guestNames', 'acceptsFewerGuests'],
  words,
}) {
  @Field(() => ID) shiftId!: string;
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => Boolean, { nullable: true, description: oldEnoughDescription }) oldEnough?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Unique key that makes retries safe.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Requests a spot for a volunteer with a verified email address, without entering any data.' })
export class SignUpAgainInput extends InputOf(Signup, {
  optional: ['birthYear', 'guests', 'guestNames', 'acceptsFewerGuests'],
  words,
}) {
  @Field(() => ID) shiftId!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'Token from a personal link in an email. If omitted, the signed-in user or the volunteer remembered by this browser is used.',
  })
  token?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True to remember the volunteer in this browser; not for shared browsers.',
  })
  remember?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: oldEnoughDescription }) oldEnough?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Unique key that makes retries safe.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'The new number of guests of a sign-up.' })
export class ChangeGuestsInput extends InputOf(Signup, {
  required: ['guests'],
  optional: ['guestNames'],
  words: { guests: words.guests },
}) {
  @Field(() => String, { description: 'Token from the personal link in the email.' }) token!: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: "A sign-up, identified by the link in the volunteer's email." })
export class SignupTokenInput {
  @Field(() => String, { description: 'Token from the personal link in the email.' }) token!: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
