import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Locale, type LocaleName } from '@upstander/identity';
import { EmailAddressScalar, PhoneNumber } from '@upstander/platform';

@InputType({ description: 'Who signs up, as they typed it.' })
export class SignUpPersonInput {
  @Field(() => String) name!: string;
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => PhoneNumber, { nullable: true }) phone?: string | null;
  @Field(() => Locale, { nullable: true }) locale?: LocaleName | null;
}

@InputType({ description: 'Asks for a place in each of several shifts.' })
export class SignUpForShiftsInput {
  @Field(() => [ID], { description: 'The shifts, at most 10; none at the same time as another of them.' })
  shiftIds!: string[];
  @Field(() => SignUpPersonInput, {
    nullable: true,
    description: 'Left out by whoever is known: by a personal link, signed in, or remembered by this browser.',
  })
  person?: SignUpPersonInput | null;
  @Field(() => String, { nullable: true, description: 'From a personal link in any of their mails.' })
  token?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether this browser shall remember them for the next time.' })
  remember?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether they come only where each of the shifts has a place. Else they take as many as they can get.',
  })
  allOrNothing?: boolean | null;
  @Field(() => Int, { nullable: true, description: 'The year they were born, where a shift asks for their age.' })
  birthYear?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether they will be as old as each of the shifts asks.' })
  oldEnough?: boolean | null;
  @Field(() => Int, { nullable: true, description: 'How many people come with them, on each of the shifts.' })
  guests?: number | null;
  @Field(() => [String], { nullable: true, description: 'What they are called, where somebody wants to say it.' })
  guestNames?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Where not all of them fit: whether fewer of them come.' })
  takesFewer?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Sent again with a retry, so that it changes nothing.' })
  idempotencyKey?: string | null;
}
