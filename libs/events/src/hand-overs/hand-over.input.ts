import { Field, ID, InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { SignupTokenInput } from '../signups/sign-up.input.js';
import { HandOver } from './hand-over.entity.js';

@InputType({ description: 'The recipient of a spot.' })
export class HandOverPersonInput extends InputOf(HandOver, {
  required: ['name', 'email'],
  words: { name: 'Name of the recipient.' },
}) {}

@InputType({
  description: 'A spot to hand over: to a recipient by email, or to the first person on the waitlist.',
})
export class HandOverSignupInput extends SignupTokenInput {
  @Field(() => HandOverPersonInput, {
    nullable: true,
    description: 'The recipient; if omitted, the first person on the waitlist.',
  })
  to?: HandOverPersonInput | null;
}

@InputType({ description: 'The offer of a spot to withdraw.' })
export class WithdrawHandOverInput extends SignupTokenInput {
  @Field(() => ID) id!: string;
}

@InputType({ description: 'A response to an offered spot.' })
export class AnswerHandOverInput {
  @Field(() => Boolean, {
    nullable: true,
    description: "True if the recipient will meet the shift's minimum age on the day, if their age is unknown.",
  })
  oldEnough?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: "False to accept the spot without the giver's guests.",
  })
  withGuests?: boolean | null;
  @Field(() => String, { description: 'Token from the personal link in the email.' }) token!: string;
  @Field(() => String, { nullable: true, description: 'Unique key that makes retries safe.' })
  idempotencyKey?: string | null;
}
