import { Field, ID, InputType } from '@nestjs/graphql';
import { EmailAddressScalar } from '@upstander/platform';
import { SignupTokenInput } from '../sign-up.input.js';

@InputType({ description: 'Somebody who may have a place.' })
export class HandOverPersonInput {
  @Field(() => String) name!: string;
  @Field(() => EmailAddressScalar) email!: string;
}

@InputType({
  description: 'A place that is handed over: to somebody, who gets a mail, or to the first on the waitlist.',
})
export class HandOverSignupInput extends SignupTokenInput {
  @Field(() => HandOverPersonInput, { nullable: true, description: 'To whom; left out, to the first on the waitlist.' })
  to?: HandOverPersonInput | null;
}

@InputType({ description: 'An offer of a place that is taken back.' })
export class WithdrawHandOverInput extends SignupTokenInput {
  @Field(() => ID) id!: string;
}

@InputType({ description: 'The answer to a place that somebody offers.' })
export class AnswerHandOverInput {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether they will be as old as the shift asks on its day, where nobody knows yet.',
  })
  oldEnough?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'False to take the spot without the guests of the person who gives it up.',
  })
  withGuests?: boolean | null;
  @Field(() => String, { description: 'From the personal link in the mail.' }) token!: string;
  @Field(() => String, { nullable: true, description: 'Sent again with a retry, so that it changes nothing.' })
  idempotencyKey?: string | null;
}
