import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Locale, type LocaleName } from '@upstander/identity';
import { ConnectionOf, DateTimeScalar, EmailAddressScalar, PhoneNumberScalar } from '@upstander/platform';
import { SignupStatus } from '../signup-status.js';

@ObjectType({ description: 'A sign-up, as the organizers of its chapter see it.' })
export class RosterEntry {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => PhoneNumberScalar, { nullable: true }) phone!: string | null;
  @Field(() => Locale) locale!: LocaleName;
  @Field(() => SignupStatus) status!: SignupStatus;
  @Field(() => Int, { nullable: true, description: 'The position on the waitlist, 1 = next.' }) position!:
    number | null;
  @Field(() => Boolean) addressConfirmed!: boolean;
  @Field(() => DateTimeScalar, { nullable: true }) offerExpiresAt!: Date | null;
  @Field(() => DateTimeScalar) createdAt!: Date;
  @Field(() => String, { nullable: true, description: 'Why they may hold two shifts at the same time.' })
  overlapReason!: string | null;
  @Field(() => ID) shiftId!: string;
}

@ObjectType({ description: 'A page of a roster.' })
export class RosterConnection extends ConnectionOf(RosterEntry, 'Roster') {}

@InputType({ description: 'Which sign-ups of an event; what is left out does not narrow.' })
export class RosterFilter {
  @Field(() => ID, { nullable: true }) shiftId?: string | null;
  @Field(() => [SignupStatus], { nullable: true }) status?: SignupStatus[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether the address was confirmed.' })
  addressConfirmed?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Part of a name, an address or a phone number.' })
  text?: string | null;
}
