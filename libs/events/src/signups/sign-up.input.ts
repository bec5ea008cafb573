import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Locale, type LocaleName } from '@upstander/identity';
import { EmailAddressScalar, PhoneNumber } from '@upstander/platform';

const birthYear = 'The year they were born, where the shift asks for their age.';
const guests = 'How many people come with them, where the event allows it; each takes a place.';
const guestNames = 'What they are called, where somebody wants to say it.';
const takesFewer =
  'Where not all of them fit: whether they take as many places as are free. Otherwise all of them wait together.';
const oldEnough =
  'Whether they will be as old as the shift asks on its day; where minors are there without a minimum age, 18.';

@InputType({ description: 'Asks for a place for a volunteer; nothing but a name and an address is needed.' })
export class SignUpInput {
  @Field(() => ID) shiftId!: string;
  @Field(() => String) name!: string;
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => PhoneNumber, { nullable: true }) phone?: string | null;
  @Field(() => Locale, { nullable: true }) locale?: LocaleName | null;
  @Field(() => Int, { nullable: true, description: birthYear }) birthYear?: number | null;
  @Field(() => Boolean, { nullable: true, description: oldEnough }) oldEnough?: boolean | null;
  @Field(() => Int, { nullable: true, description: guests }) guests?: number | null;
  @Field(() => [String], { nullable: true, description: guestNames }) guestNames?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: takesFewer }) takesFewer?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Sent again with a retry, so that it changes nothing.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Asks for a place for somebody who has confirmed their address before: nothing is typed.' })
export class SignUpAgainInput {
  @Field(() => ID) shiftId!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'From a personal link in any of their mails. Left out, it is whoever is signed in, or whom this browser remembers.',
  })
  token?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether this browser shall remember them for the next time; not on a browser that others use.',
  })
  remember?: boolean | null;
  @Field(() => Int, { nullable: true, description: birthYear }) birthYear?: number | null;
  @Field(() => Boolean, { nullable: true, description: oldEnough }) oldEnough?: boolean | null;
  @Field(() => Int, { nullable: true, description: guests }) guests?: number | null;
  @Field(() => [String], { nullable: true, description: guestNames }) guestNames?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: takesFewer }) takesFewer?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Sent again with a retry, so that it changes nothing.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'How many people somebody brings from now on.' })
export class ChangeGuestsInput {
  @Field(() => String, { description: 'From the personal link in the mail.' }) token!: string;
  @Field(() => Int, { description: guests }) guests!: number;
  @Field(() => [String], { nullable: true, description: guestNames }) guestNames?: string[] | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'A sign-up, by the link in the mails of its volunteer.' })
export class SignupTokenInput {
  @Field(() => String, { description: 'From the personal link in the mail.' }) token!: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
