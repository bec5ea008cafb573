import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EmailAddressScalar, SeenBy } from '@upstander/platform';
import { SignupStatus } from '../signup-status.js';
import { Signup } from '../signup.entity.js';

@ObjectType({ description: 'A sign-up, as the organizers of its chapter see it.' })
export class RosterEntry extends SeenBy(Signup, 'staff') {
  @Field(() => EmailAddressScalar) email!: string;
  @Field(() => Boolean, { description: 'Whether they said that they are under 18 on the day.' }) isMinor!: boolean;
  @Field(() => Boolean, { description: 'Whether they lead shifts of the chapter.' }) isLead!: boolean;
  @Field(() => Boolean, { description: 'Whether they have never completed another shift, of whatever chapter.' })
  isFirstTime!: boolean;
  @Field(() => String, { nullable: true, description: 'Who handed this place over to them.' })
  takenOverFromName!: string | null;
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
