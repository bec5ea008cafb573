import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Locale, type LocaleName } from '@upstander/identity';
import { EmailAddressScalar, PhoneNumber } from '@upstander/platform';

@InputType({ description: 'The person signing up, as entered.' })
export class SignUpPersonInput {
  @Field(() => String) name!: string;
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => PhoneNumber, { nullable: true }) phone?: string | null;
  @Field(() => Locale, { nullable: true }) locale?: LocaleName | null;
}

@InputType({ description: 'Requests a spot on each of several shifts.' })
export class SignUpForShiftsInput {
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
  @Field(() => Int, { nullable: true, description: 'Year of birth, if a shift has a minimum age.' })
  birthYear?: number | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True if the volunteer will meet the minimum age of every shift.',
  })
  oldEnough?: boolean | null;
  @Field(() => Int, { nullable: true, description: 'Number of guests on each shift.' })
  guests?: number | null;
  @Field(() => [String], { nullable: true, description: 'Names of the guests, if given.' })
  guestNames?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'True to bring fewer guests if not all of them fit.' })
  takesFewer?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Unique key that makes retries safe.' })
  idempotencyKey?: string | null;
}
