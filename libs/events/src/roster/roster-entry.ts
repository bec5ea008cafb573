import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, EmailAddressScalar, SeenBy } from '@upstander/platform';
import { SignupStatus } from '../signups/signup-status.js';
import { Signup } from '../signups/signup.entity.js';

@ObjectType({ description: "A sign-up, as shown to the chapter's organizers." })
export class RosterEntry extends SeenBy(Signup, 'staff', ['volunteerId']) {
  @Field(() => EmailAddressScalar, { nullable: true }) email!: string | null;
  @Field(() => ID, {
    nullable: true,
    description: "ID of the volunteer's record; null if the chapter does not know them.",
  })
  volunteerId!: string | null;
  @Field(() => Boolean, { description: 'True if the volunteer said they are under 18 on the day.' }) isMinor!: boolean;
  @Field(() => Boolean, { description: 'True if the volunteer is a lead in the chapter.' }) isLead!: boolean;
  @Field(() => Boolean, { description: 'True if the volunteer has never completed another shift in any chapter.' })
  isFirstTime!: boolean;
  @Field(() => String, { nullable: true, description: 'Name of the person who handed over this spot.' })
  takenOverFromName!: string | null;
}

@ObjectType({ description: 'A page of a roster.' })
export class RosterConnection extends ConnectionOf(RosterEntry, 'Roster') {}

@InputType({ description: 'Filter for the sign-ups of an event. Omitted fields do not filter.' })
export class RosterFilter {
  @Field(() => ID, { nullable: true }) shiftId?: string | null;
  @Field(() => [SignupStatus], { nullable: true }) status?: SignupStatus[] | null;
  @Field(() => Boolean, { nullable: true, description: 'True for sign-ups with a confirmed email address.' })
  addressConfirmed?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Part of a name, email address, or phone number.' })
  text?: string | null;
}
